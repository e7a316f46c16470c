import { strToU8, zipSync } from 'fflate'

interface DocxParts {
  readonly body: string
  readonly numbering?: string
  readonly styles?: string
  /** Further files of the archive. */
  readonly files?: Readonly<Record<string, Uint8Array>>
}

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
].join(' ')

/** A docx with the given WordprocessingML in its parts. */
export function docxOf({ body, numbering, styles, files }: DocxParts): Uint8Array {
  return zipSync({
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...(numbering !== undefined && { 'word/numbering.xml': part('numbering', numbering) }),
    ...(styles !== undefined && { 'word/styles.xml': part('styles', styles) }),
    ...files,
  })
}

/** A paragraph; `properties` go into its `w:pPr`. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`
}

export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A cell; `properties` go into its `w:tcPr`. */
export function cell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
}

export function table(...rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`
}

function part(root: string, content: string): Uint8Array {
  return strToU8(`<?xml version="1.0"?><w:${root} ${namespaces}>${content}</w:${root}>`)
}
