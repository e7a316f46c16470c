/** A PDF whose pages hold the given content streams; text is set in a Chinese font by `set`. */
export function pdfOf(pages: readonly string[], trailer = ''): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${5 + 2 * index} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>`,
    ...pages.flatMap((content, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${pageWidth} ${pageHeight}]/Resources<</Font<</F1 3 0 R>>>>/Contents ${6 + 2 * index} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
  ]
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj${object}endobj\n`
    return String(offset).padStart(10, '0')
  })
  const table = ['0000000000 65535 f ', ...offsets.map((offset) => `${offset} 00000 n `)].join('\n')
  const count = objects.length + 1
  const end = `trailer<</Size ${count}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF`
  return Buffer.from(`${file}xref\n0 ${count}\n${table}\n${end}`, 'latin1')
}

/** A4 in points. */
const pageWidth = 595
export const pageHeight = 842

/** Text at a place counted from the top left of the page; every character is as wide as high. */
export function set(text: string, left: number, baseline: number, size = 16): string {
  const codes = Buffer.from(text, 'utf16le').swap16().toString('hex')
  return `BT /F1 ${size} Tf ${left} ${pageHeight - baseline} Td <${codes}> Tj ET\n`
}

/** A straight line from the first point to the second. */
export function draw(x0: number, y0: number, x1: number, y1: number): string {
  return `${x0} ${pageHeight - y0} m ${x1} ${pageHeight - y1} l S\n`
}

/** A grid of lines with the text of each cell in it; `^` and `<` merge a cell with its neighbour. */
export function grid(
  top: number,
  edges: readonly number[],
  rows: readonly (readonly string[])[],
): string {
  const height = 24
  const [left = 0, right = 0] = [edges[0], edges.at(-1)]
  let content = draw(left, top, right, top)
  rows.forEach((row, index) => {
    const [above, below] = [top + index * height, top + (index + 1) * height]
    content += draw(left, above, left, below)
    row.forEach((text, column) => {
      const [from = 0, to = 0] = [edges[column], edges[column + 1]]
      if (row[column + 1] !== '<') content += draw(to, above, to, below)
      if (rows[index + 1]?.[column] !== '^') content += draw(from, below, to, below)
      if (text !== '^' && text !== '<') content += set(text, from + 4, above + 16, 10)
    })
  })
  return content
}
