/**
 * The paragraphs in a stretch of text between two block elements, blanks collapsed. `<br>` reaches
 * us as U+2028: pages that part their paragraphs by it indent the next line, leave a blank line or
 * end the sentence before; elsewhere it is a line break within a paragraph.
 */
export function paragraphsOf(text: string): readonly string[] {
  const paragraphs: string[] = []
  let current: string | undefined
  for (const raw of text.split('\u2028')) {
    const line = collapsed(raw)
    const isNew = /^(?:\u3000|\u00a0{2})/.test(raw.replace(/^[ \t\r\n\f]+/, ''))
    const trimmed = line.trim()
    if (trimmed === '') {
      if (current !== undefined) paragraphs.push(current)
      current = undefined
    } else if (current !== undefined && !isNew && !/[。！？；：]$/.test(current)) {
      current += `\n${trimmed}`
    } else {
      if (current !== undefined) paragraphs.push(current)
      current = trimmed
    }
  }
  return current === undefined ? paragraphs : [...paragraphs, current]
}

function collapsed(text: string): string {
  return text
    .replace(/[ \t\r\n\f]*[\r\n][ \t\r\n\f]*/g, (blank, offset: number) => {
      const before = text.charAt(offset - 1)
      const after = text.charAt(offset + blank.length)
      // A line end of the source between two Chinese characters is no blank (CSS Text 4.1.3).
      return isWide(before) && isWide(after) ? '' : ' '
    })
    .replace(/[ \t\u00a0]+/g, ' ')
}

function isWide(character: string): boolean {
  return /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’—…·]/.test(character)
}
