import { decodeText } from './decode-text.ts'
import { oleEntries } from './ole.ts'
import type { Format } from './opened.ts'
import { encrypted } from './unreadable.ts'

/** What a file is by its content: a format we read, or the name of another. */
export type Sniffed =
  | { readonly kind: 'readable'; readonly format: Format; readonly hasMacros?: boolean }
  | { readonly kind: 'other'; readonly name: OtherFormat }
  | { readonly kind: 'unknown' }

type OtherFormat =
  | 'pptx'
  | 'ppt'
  | 'xls'
  | 'xlsb'
  | 'odf'
  | 'ofd'
  | 'zip'
  | 'rar'
  | '7z'
  | 'gzip'
  | 'image'
  | 'mhtml'
  | 'program'

/**
 * Tells a file's format from its bytes; `ending` only decides between kinds of plain text. Throws
 * `Unreadable` for archives that are damaged, bombs or encrypted.
 */
export async function sniff(bytes: Uint8Array, ending: string): Promise<Sniffed> {
  const head = Buffer.from(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return readable('pdf')
  const start = head.toString('hex', 0, 12)
  if (/^504b(?:0304|0506)/.test(start)) return sniffArchive(bytes)
  if (start.startsWith('d0cf11e0a1b11ae1')) return sniffOle(bytes, ending)
  if (head.toString('latin1', 0, 5) === '{\\rtf') return readable('rtf')
  const other = magics.find(([magic]) => magic.test(start))
  if (other !== undefined) return { kind: 'other', name: other[1] }
  return sniffText(bytes, ending)
}

// First bytes in hexadecimal.
const magics: readonly (readonly [RegExp, OtherFormat])[] = [
  [/^(?:89504e47|ffd8ff|47494638|49492a00|4d4d002a|52494646.{8}57454250)/, 'image'],
  [/^526172211a07/, 'rar'],
  [/^377abcaf271c/, '7z'],
  [/^1f8b08/, 'gzip'],
  [/^(?:4d5a|7f454c46)/, 'program'],
]

function readable(format: Format, hasMacros = false): Sniffed {
  return { kind: 'readable', format, ...(hasMacros && { hasMacros }) }
}

async function sniffArchive(bytes: Uint8Array): Promise<Sniffed> {
  const { archiveNames } = await import('./archive.ts')
  const names = archiveNames(bytes)
  const has = (start: string) => names.some((name) => name.startsWith(start))
  const hasMacros = names.some((name) => name.endsWith('vbaProject.bin'))
  if (has('word/')) return readable('docx', hasMacros)
  if (has('xl/workbook.bin')) return { kind: 'other', name: 'xlsb' }
  if (has('xl/')) return readable('xlsx', hasMacros)
  if (has('ppt/')) return { kind: 'other', name: 'pptx' }
  if (has('OFD.xml')) return { kind: 'other', name: 'ofd' }
  if (has('content.xml') && has('mimetype')) return { kind: 'other', name: 'odf' }
  return { kind: 'other', name: 'zip' }
}

function sniffOle(bytes: Uint8Array, ending: string): Sniffed {
  const entries = oleEntries(bytes)
  const has = (name: string) => entries.some((entry) => entry.name === name)
  if (has('EncryptedPackage')) throw encrypted()
  const text = entries.find((entry) => entry.name === 'WordDocument')
  if (text !== undefined) {
    if (isEncryptedWord(bytes, text.offset)) throw encrypted()
    return readable(ending === 'wps' ? 'wps' : 'doc', has('VBA') || has('Macros'))
  }
  if (has('Workbook') || has('Book')) return { kind: 'other', name: 'xls' }
  if (has('PowerPoint Document')) return { kind: 'other', name: 'ppt' }
  return { kind: 'unknown' }
}

// The flag fEncrypted in the file information block (MS-DOC 2.5.2).
function isEncryptedWord(bytes: Uint8Array, offset: number): boolean {
  const isWord = bytes[offset] === 0xec && bytes[offset + 1] === 0xa5
  return isWord && ((bytes[offset + 11] ?? 0) & 1) === 1
}

function sniffText(bytes: Uint8Array, ending: string): Sniffed {
  // Cut where no character can straddle: after a line end, if there is one.
  const sample = bytes.subarray(0, 65_536)
  const end =
    bytes.length > sample.length ? sample.lastIndexOf(10) + 1 || sample.length : sample.length
  const text = decodeText(sample.subarray(0, end))?.text
  if (text === undefined) return { kind: 'unknown' }
  if (/^(?:MIME-Version|From):.*multipart\/related/is.test(text.slice(0, 2000))) {
    return { kind: 'other', name: 'mhtml' }
  }
  if (['html', 'htm', 'shtml', 'xhtml'].includes(ending) || isHtml(text)) return readable('html')
  return readable(['md', 'markdown'].includes(ending) ? 'md' : 'txt')
}

function isHtml(text: string): boolean {
  const start = text.replace(/^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*/, '')
  return /^<(?:!doctype\s+html|html|head|body|meta|table|div|p|h[1-6])[\s>]/i.test(start)
}
