import { strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx, type WriteSheet } from 'hucre'
import { expect, test } from 'vitest'
import { picture } from '../testing/picture.ts'
import { readXlsx } from './read-xlsx.ts'

async function read(...sheets: readonly WriteSheet[]): Promise<string> {
  return picture((await readXlsx(await writeXlsx({ sheets: [...sheets] }))).blocks)
}

test('a sheet gives its name, its titles, its table with merges and its notes', async () => {
  const rows = [
    ['主要目标表', null, null],
    ['类别', '指标', '2025年'],
    ['规模', '产值（亿元）', 1000],
    [null, '利润', 80],
    ['注：产值为规上口径。', null, null],
    [null, null, null],
  ]
  const merges = [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
    { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
  ]
  expect(await read({ name: '附表1', rows, merges })).toBe(
    '附表1\n主要目标表\n| 类别 | 指标 | 2025年 |\n| 规模 | 产值（亿元） | 1000 |\n| ^ | 利润 | 80 |\n注：产值为规上口径。',
  )
})

test('figures are read as shown, dates as dates', async () => {
  const columns = [
    { key: 'a', numFmt: '0.0%' },
    { key: 'b', numFmt: '#,##0.00' },
    { key: 'c', numFmt: 'yyyy-mm-dd' },
    { key: 'd', numFmt: 'yyyy"年"m"月"' },
    { key: 'e' },
  ]
  const day = new Date('2025-03-31')
  const data = [{ a: 0.085, b: 12345.6, c: day, d: day, e: 0.1 + 0.2 }]
  expect(await read({ name: '表', columns, data })).toBe(
    '表\n| 8.5% | 12,345.60 | 2025-03-31 | 2025年3月 | 0.3 |',
  )
})

test('hidden sheets are passed over and named', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: '目标', rows: [['产值', 1]] },
      { name: '底稿', rows: [['内部', 2]], hidden: true },
    ],
  })
  const { blocks, warnings } = await readXlsx(bytes)
  expect([picture(blocks), warnings]).toEqual([
    '目标\n| 产值 | 1 |',
    [{ code: 'sheet-hidden', name: '底稿' }],
  ])
})

test('a formula is read by its kept value; one without is told', async () => {
  const sheet = await writeXlsx({ sheets: [{ name: '表', rows: [['甲', 1, 2]] }] })
  const parts = unzipSync(sheet)
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="str"><v>产值</v></c><c r="B1"><f>1+2</f><v>3</v></c><c r="C1"><f>1+3</f></c></row></sheetData></worksheet>`
  const bytes = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(xml) })
  const { blocks, warnings } = await readXlsx(bytes)
  expect([picture(blocks), warnings]).toEqual([
    '表\n| 产值 | 3 |',
    [{ code: 'sheet-formula-without-value', name: '表', count: 1 }],
  ])
})

function withCellAt(cell: string, row: number): string {
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1"><v>1</v></c></row><row r="${row}"><c r="${cell}"><v>9</v></c></row></sheetData></worksheet>`
}

test('a sheet that claims cells at its far corner is refused or read, within bounds', async () => {
  const parts = unzipSync(await writeXlsx({ sheets: [{ name: '表', rows: [['甲', '乙']] }] }))
  const bytesOf = (xml: string) => zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(xml) })
  await expect(readXlsx(bytesOf(withCellAt('XFD1048576', 1048576)))).rejects.toMatchObject({
    problem: { code: 'document-too-large' },
  })
  const claimed = await readXlsx(bytesOf(withCellAt('B1000000000', 1000000000))).catch(
    (error) => error,
  )
  expect(claimed.blocks ?? claimed.problem).toBeDefined()
})
