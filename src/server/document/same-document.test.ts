import { beforeAll, describe, expect, test } from 'vitest'
import type { Opened } from './formats/opened.ts'
import { convertByLibreOffice, findLibreOffice } from './formats/libre-office.ts'
import { picture } from './formats/testing/picture.ts'
import { planDocx } from './formats/testing/plan-docx.ts'
import { openDocument } from './open-document.ts'

// Where the tests run for everybody, LibreOffice has to be there.
const isTestable = process.env['CI'] !== undefined || (await findLibreOffice()) !== undefined

async function converted(bytes: Uint8Array, to: string): Promise<Uint8Array> {
  const result = await convertByLibreOffice(bytes, 'docx', to)
  if (!result.ok) throw new Error(result.error.title)
  return result.value
}

async function opened(name: string, bytes: Uint8Array): Promise<Opened> {
  const result = await openDocument({ name, bytes })
  if (!result.ok) throw new Error(`${result.error.code}: ${JSON.stringify(result.error.detail)}`)
  return result.value
}

/** Blanks differ by what a format does around figures. */
function drawn({ blocks }: Opened): readonly string[] {
  return picture(blocks)
    .split('\n')
    .map((line) => line.replace(/[ ⏎]/g, ''))
}

describe.runIf(isTestable)('one plan in several formats', () => {
  let docx = new Uint8Array()
  let expected: readonly string[] = []

  beforeAll(async () => {
    docx = new Uint8Array(await planDocx())
    expected = drawn(await opened('规划.docx', docx))
  })

  test('the docx itself has all paragraphs and both tables', () => {
    expect([expected.length, expected.at(-2)]).toEqual([
      18 + 6 + 41,
      '|40|第40号智能工厂项目|新建标准厂房41万平方米，购置自动化生产线40条，配套建设检测中心和仓储设施。|21.5|',
    ])
  })

  test.each(['pdf', 'html', 'doc', 'rtf', 'docx'])(
    '%s has the same text and tables',
    async (ending) => {
      const bytes = await converted(docx, ending)
      const document = await opened(`规划.${ending}`, bytes)
      expect(document.format).toBe(ending)
      expect(drawn(document)).toEqual(expected)
    },
    120_000,
  )

  test('txt has the same text', async () => {
    const bytes = await converted(docx, 'txt:Text (encoded):UTF8')
    const lines = drawn(await opened('规划.txt', bytes)).filter((line) => line !== '')
    const paragraphs = expected.filter((line) => !line.startsWith('|'))
    expect(paragraphs.filter((line) => !lines.includes(line))).toEqual([])
  }, 120_000)

  test('a PDF with a password is refused', async () => {
    const options = {
      EncryptFile: { type: 'boolean', value: 'true' },
      DocumentOpenPassword: { type: 'string', value: 'x' },
    }
    const bytes = await converted(docx, `pdf:writer_pdf_Export:${JSON.stringify(options)}`)
    expect(await openDocument({ name: '规划.pdf', bytes })).toMatchObject({
      error: { code: 'document-encrypted' },
    })
  }, 120_000)

  test('a doc marked as encrypted is refused', async () => {
    const bytes = Buffer.from(await converted(docx, 'doc'))
    // Its text stream begins with the signature ECA5; the flag lies in the twelfth byte.
    const start = bytes.indexOf(Buffer.from('eca5', 'hex'))
    expect(start).toBeGreaterThan(0)
    bytes[start + 11] = (bytes[start + 11] ?? 0) | 1
    expect(await openDocument({ name: '规划.doc', bytes })).toMatchObject({
      error: { code: 'document-encrypted' },
    })
  }, 120_000)
})
