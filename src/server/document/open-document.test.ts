import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemText } from '#contract/texts/problem-texts.zh.ts'
import { limits } from './formats/limits.ts'
import { docxOf, paragraph, table } from './formats/testing/docx-of.ts'
import { pdfOf, set } from './formats/testing/pdf-of.ts'
import { picture } from './formats/testing/picture.ts'
import { openDocument } from './open-document.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jingwei-open-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

const docx = docxOf({ body: paragraph('到2025年，产值达到1000亿元。') })
const pdf = pdfOf([set('产值达到1000亿元。', 80, 200)])
const page = strToU8('<!doctype html><p>产值达到1000亿元。</p>')
const workbook = await writeXlsx({ sheets: [{ name: '目标', rows: [['产值', 1000]] }] })

async function opened(name: string, bytes: Uint8Array, inProcess = true) {
  const result = await openDocument({ name, bytes }, { inProcess })
  if (!result.ok) return result.error.code
  const { format, blocks, warnings } = result.value
  return { format, text: picture(blocks), warnings: warnings.map((warning) => warning.code) }
}

test.each([
  ['规划.docx', docx, 'docx', '到2025年，产值达到1000亿元。'],
  ['规划.pdf', pdf, 'pdf', '产值达到1000亿元。'],
  ['规划.html', page, 'html', '产值达到1000亿元。'],
  ['规划.xlsx', workbook, 'xlsx', '目标\n| 产值 | 1000 |'],
])('%s is read in a thread of its own', async (name, bytes, format, text) => {
  expect(await opened(name, bytes, false)).toEqual({ format, text, warnings: [] })
})

test.each([
  ['UTF-8', Buffer.from('产值')],
  ['UTF-8 with a mark', Buffer.from('\ufeff产值')],
  ['UTF-16 LE', Buffer.from('\ufeff产值', 'utf16le')],
  ['UTF-16 BE', Buffer.from('\ufeff产值', 'utf16le').swap16()],
  ['GB 18030', Buffer.from([0xb2, 0xfa, 0xd6, 0xb5])],
])('plain text in %s is read', async (_encoding, bytes) => {
  expect(await opened('规划.txt', bytes)).toEqual({ format: 'txt', text: '产值', warnings: [] })
})

test('Markdown gives its headings and tables', async () => {
  const bytes = strToU8('# 总体要求\n\n| 指标 | 值 |\n| --- | --- |\n| 产值 | 1 |')
  const result = await openDocument({ name: '规划.md', bytes })
  expect(result.ok && result.value.blocks).toContainEqual(
    expect.objectContaining({ kind: 'paragraph', text: '总体要求', outline: 0 }),
  )
  expect(result.ok && result.value.blocks.at(-1)).toMatchObject({ kind: 'table', rows: 2 })
})

test('a few broken characters do not spoil a text; they are told', async () => {
  const bytes = Buffer.concat([
    Buffer.from('产值达到一千亿元。'.repeat(200)),
    Buffer.from([0xe4, 0xba]),
  ])
  expect(await opened('规划.txt', bytes)).toMatchObject({ warnings: ['document-undecodable-text'] })
})

test.each([
  ['docx named pdf', '规划.pdf', docx, 'docx'],
  ['pdf named docx', '规划.docx', pdf, 'pdf'],
  ['page named doc', '规划.doc', page, 'html'],
  ['text named docx', '规划.docx', strToU8('产值'), 'txt'],
])('%s: the content decides and the ending is told', async (_what, name, bytes, format) => {
  expect(await opened(name, bytes)).toMatchObject({
    format,
    warnings: ['document-type-mismatch'],
  })
})

test('macros are ignored, and told', async () => {
  const files = { 'word/vbaProject.bin': new Uint8Array(10) }
  const bytes = docxOf({ body: paragraph('甲'), files })
  expect(await opened('规划.docm', bytes)).toMatchObject({ warnings: ['document-macros-ignored'] })
})

const encryptedPackage = await writeXlsx({
  sheets: [{ name: '目标', rows: [['产值']] }],
  encryption: { password: 'x', spinCount: 10 },
})
const encryptedPdf = pdfOf(
  [set('产值', 80, 200)],
  `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>/ID[<00><00>]`,
)
const bomb = docxOf({ body: '', files: { 'word/styles.xml': new Uint8Array(limits.xmlBytes - 1) } })
const manyEntries = zipSync(
  Object.fromEntries(
    Array.from({ length: limits.archiveEntries + 1 }, (_, index) => [
      `word/${index}`,
      new Uint8Array(),
    ]),
  ),
)
const deep = '<w:ins>'.repeat(limits.xmlDepth + 1) + '</w:ins>'.repeat(limits.xmlDepth + 1)
const image = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

test.each([
  ['nothing', '规划.docx', new Uint8Array(), 'document-empty'],
  ['blanks alone', '规划.txt', strToU8(' \r\n　\n'), 'document-empty'],
  ['a docx without text', '规划.docx', docxOf({ body: '<w:p/>' }), 'document-empty'],
  ['a page without text', '规划.html', strToU8('<html><script>1</script>'), 'document-empty'],
  ['an encrypted docx', '规划.docx', encryptedPackage, 'document-encrypted'],
  ['an encrypted pdf', '规划.pdf', encryptedPdf, 'document-encrypted'],
  ['a scanned pdf', '规划.pdf', pdfOf(['', '']), 'document-scanned'],
  ['an image named docx', '规划.docx', image, 'document-type-mismatch'],
  ['the first bytes of a program', '规划.exe', strToU8('MZ'), 'document-type-unknown'],
  ['an image', '规划.png', image, 'document-type-unknown'],
  [
    'a zip of something',
    '规划.zip',
    zipSync({ 'a.txt': new Uint8Array(9) }),
    'document-type-unknown',
  ],
  ['bytes of nothing known', '规划.docx', new Uint8Array(999).fill(1), 'document-type-unknown'],
  ['a docx cut off', '规划.docx', docx.subarray(0, docx.length - 40), 'document-broken'],
  ['a docx without its text', '规划.docx', zipSync({ 'word/a.xml': docx }), 'document-broken'],
  ['a pdf cut off at its head', '规划.pdf', pdf.subarray(0, 12), 'document-broken'],
  ['a zip bomb', '规划.docx', bomb, 'archive-bomb'],
  ['a zip of too many files', '规划.docx', manyEntries, 'archive-bomb'],
  ['elements nested too deep', '规划.docx', docxOf({ body: deep }), 'document-too-deep'],
  [
    'a text too long',
    '规划.txt',
    new Uint8Array(limits.textBytes + 1).fill(97),
    'document-too-large',
  ],
  ['a workbook too wide', '规划.xlsx', await wideWorkbook(), 'document-too-large'],
])('%s is refused with its code and a text', async (_what, name, bytes, code) => {
  const result = await openDocument({ name, bytes }, { inProcess: true })
  expect(result).toMatchObject({ ok: false, error: { code, place: { file: name } } })
  const text = result.ok ? '' : problemText(result.error)
  expect(text.startsWith(`《${name}》：`) && !text.includes(code)).toBe(true)
})

async function wideWorkbook(): Promise<Uint8Array> {
  const row = Array.from({ length: limits.tableColumns + 1 }, (_, index) => index)
  return await writeXlsx({ sheets: [{ name: '宽', rows: [row] }] })
}

test('a document type in the XML is refused: entities could be anything', async () => {
  const xml = strToU8(
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>',
  )
  expect(await opened('规划.docx', zipSync({ 'word/document.xml': xml }))).toBe('document-broken')
})

test('a file over the limit is refused unread, one of the limit read once', async () => {
  const path = join(folder, '规划.docx')
  await writeFile(path, docx)
  await truncate(path, limits.fileBytes + 1)
  expect(await openDocument({ path })).toMatchObject({ error: { code: 'document-too-large' } })
  await truncate(path, limits.fileBytes)
  const before = process.memoryUsage().arrayBuffers
  expect(await openDocument({ path })).toMatchObject({ error: { code: 'document-broken' } })
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 * limits.fileBytes)
})

test('a file that is not there is refused', async () => {
  const missing = join(folder, 'missing.docx')
  expect(await openDocument({ path: missing })).toMatchObject({
    error: { code: 'file-not-readable' },
  })
  expect(await openDocument({ path: folder })).toMatchObject({
    error: { code: 'file-not-readable' },
  })
})

test('reading that takes too long is ended', async () => {
  const rows = Array.from({ length: 4000 }, () => [
    '<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>',
  ])
  const bytes = docxOf({ body: table(...rows) })
  const result = await openDocument({ name: '规划.docx', bytes }, { milliseconds: 1 })
  expect(result).toMatchObject({ error: { code: 'document-timeout', detail: { limit: 1 } } })
})

test('a stream that would inflate to gigabytes is ended by its memory, not by its time', async () => {
  const content = deflateSync(Buffer.alloc(600 * 1024 * 1024, ' '), { level: 1 })
  const bytes = pdfOf([content.toString('latin1')])
  const packed = Buffer.from(bytes)
    .toString('latin1')
    .replace('<</Length', '<</Filter/FlateDecode/Length')
  const file = { name: '规划.pdf', bytes: Buffer.from(packed, 'latin1') }
  expect(await openDocument(file)).toMatchObject({ error: { code: 'document-too-large' } })
})
