import { figureImportDesk, xlsx } from '#test/figure-import-desk.ts'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'

const { send, sent, shown, dryRun, monthly } = await figureImportDesk()

test('what cannot be read is refused with its place, and nothing of the rest is lost', async () => {
  const sheet = await xlsx({ name: '表', rows: [['甲', '乙']] })
  const parts = unzipSync(sheet)
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="str"><v>企业名称</v></c><c r="B1" t="str"><v>2026年7月试验总产值（万元）</v></c></row><row r="2"><c r="A2" t="str"><v>远川机械有限公司</v></c><c r="B2"><f>1+2</f><v>3</v></c></row><row r="3"><c r="A3" t="str"><v>明泰电子有限公司</v></c><c r="B3" t="e"><f>C9</f><v>#REF!</v></c></row><row r="4"><c r="A4" t="str"><v>华岳材料有限公司</v></c><c r="B4"><f>1+3</f></c></row></sheetData></worksheet>`
  const file = await sent(
    '公式.xlsx',
    zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(xml) }),
  )
  const { differences } = await dryRun(file.id)
  expect(differences.map(({ place, state, why, remarks }) => [place, state, why, remarks])).toEqual(
    [
      ['表!B3', 'refused', 'error-cell', []],
      ['表!B4', 'refused', 'formula-without-value', []],
      ['表!B2', 'new', undefined, ['formula', 'span-assumed']],
    ],
  )
})

test('hostile and foreign files are refused, those beside them taken', async () => {
  const good = await monthly(8, [1, 2, 3])
  const parts = unzipSync(good)
  const far = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1000000000"><c r="B1000000000"><v>9</v></c></row></sheetData></worksheet>`
  const { imports, refused } = await send(
    { name: '好.xlsx', content: good },
    { name: '宏.xlsm', content: zipSync({ ...parts, 'xl/vbaProject.bin': strToU8('x') }) },
    { name: '图.xlsx', content: Buffer.from('89504e470d0a1a0a0000', 'hex') },
    {
      name: '十亿行.xlsx',
      content: zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(far) }),
    },
    {
      name: '炸弹.xlsx',
      content: zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000) }),
    },
    { name: '假的.xlsx', content: '企业名称,产值' },
    { name: '空.xlsx', content: await xlsx({ name: '空', rows: [] }) },
    { name: '半个.xlsx', content: good.slice(0, Math.floor(good.length / 2)) },
  )
  expect(refused.map(({ fileName, problem }) => [fileName, problem.code])).toEqual([
    ['宏.xlsm', 'sheet-with-macros'],
    ['图.xlsx', 'sheet-type-unknown'],
    ['十亿行.xlsx', 'document-broken'],
    ['炸弹.xlsx', 'archive-bomb'],
    ['空.xlsx', 'document-empty'],
    ['半个.xlsx', 'document-broken'],
  ])
  // What is csv by its content is read as such, whatever its name says.
  expect(imports.map(({ fileName, format }) => [fileName, format])).toEqual([
    ['好.xlsx', 'xlsx'],
    ['假的.xlsx', 'csv'],
  ])
})

test('hidden sheets are left out; csv with a byte order mark is read', async () => {
  const file = await sent(
    '隐藏.xlsx',
    await xlsx(
      {
        name: '2026年10月',
        rows: [
          ['企业', '试验用电'],
          ['远川机械有限公司', 1],
          ['明泰电子有限公司', 2],
        ],
      },
      {
        name: '底稿',
        hidden: true,
        rows: [
          ['企业', '试验用电'],
          ['远川机械有限公司', 9],
          ['明泰电子有限公司', 9],
        ],
      },
    ),
  )
  const { tables } = await shown(file.id)
  expect(tables.map(({ isSkipped }) => isSkipped)).toEqual([false, true])

  const text = '企业名称,试验用电（万千瓦时）\r\n远川机械有限公司,"1,234.5"\r\n'
  const csv = await sent(
    '2026年11月用电.csv',
    Buffer.concat([Buffer.from('\ufeff'), Buffer.from(text)]),
  )
  expect((await dryRun(csv.id)).differences).toMatchObject([
    { state: 'new', value: '1234.5', period: '2026-11', place: '2026年11月用电!B2' },
  ])
})
