import { readGrids } from '#server/document/formats/xlsx/sheet-io.ts'
import { reportDesk, typed } from '#test/report-desk.ts'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'

const desk = await reportDesk()
const { mine, theirs, analyst, reporter, look, open, idOf, save, template, uploadWorkbook } = desk
await open('2026-M1-2')
await open('2026-03')
const id = await idOf(mine.id, '2026-M1-2')
await save(reporter, id, typed('01 -/300'))

/** The template with some cells filled in, as somebody would in Excel: `D5` is row 5, column 4. */
async function filled(cells: Readonly<Record<string, CellValue>>, of = id): Promise<Uint8Array> {
  const { sheets } = await readXlsx(await template(reporter, of))
  return writeXlsx({
    sheets: sheets.map(({ name, rows, veryHidden }, index) => ({
      name,
      ...(veryHidden && { veryHidden }),
      rows: index === 0 ? withCells(rows, cells) : rows,
    })),
  })
}

function withCells(rows: CellValue[][], cells: Readonly<Record<string, CellValue>>): CellValue[][] {
  const changed = rows.map((row) => [...row])
  for (const [place, value] of Object.entries(cells)) {
    const row = changed[Number(place.slice(1)) - 1]
    if (row) row[place.charCodeAt(0) - 65] = value
  }
  return changed
}

function sent(content: Uint8Array, name = '填报.xlsx', who = reporter, to = id) {
  return uploadWorkbook(who, to, { name, content })
}

async function cells() {
  const { cells: all } = await look(analyst, id)
  return Object.fromEntries(Object.entries(all).filter(([key]) => key.endsWith('.to-date')))
}

test('a template shows what is there, with a hidden sheet that says what it is for', async () => {
  const [sheet, key] = await readGrids(await template(reporter, id))
  const lines = sheet?.rows.map((row) => row.map((cell) => cell?.text ?? '').join('|')) ?? []
  expect(lines[0]).toContain('B204-1 工业产销总值及主要产品产量')
  expect(lines[2]).toBe('行号|指标名称|计量单位|本年1—本月|上年同期1—本月')
  expect(lines[4]).toContain('01|工业总产值|千元|300')
  expect(key).toMatchObject({ name: '_jingwei', isHidden: true })
})

test('what was filled in comes back, however it is written', async () => {
  const { body, status } = await sent(await filled({ D5: 310, D6: '２９０', D7: '—', D9: 12.5 }))
  expect([status, body]).toMatchObject([200, { changed: 3, conflicts: [] }])
  expect(await cells()).toEqual({ '01.to-date': '310', '03.to-date': '290', '05.to-date': '12.5' })
})

test('what somebody changed on the page meanwhile stays, and is told', async () => {
  const workbook = await filled({ D5: 400 })
  await save(analyst, id, { '01.to-date': '320' })
  const { body } = await sent(workbook)
  expect(body).toMatchObject({ conflicts: [{ cell: '01.to-date', theirs: '320', mine: '400' }] })
  await save(analyst, id, { '01.to-date': '310' })
})

test.each<[string, () => Promise<{ readonly body: object }>, object]>([
  [
    'of another month',
    async () => sent(await filled({}, await idOf(mine.id, '2026-03'))),
    { code: 'template-other-period', detail: { found: '2026年3月', wanted: '2026年1-2月' } },
  ],
  [
    'of another enterprise',
    async () => {
      const other = await template(analyst, await idOf(theirs.id, '2026-M1-2'))
      return sent(other)
    },
    { code: 'template-other-reporter', detail: { found: '乙厂' } },
  ],
  [
    'with rows moved',
    async () => sent(await filled({ A5: '03' })),
    { code: 'template-layout-changed', detail: { place: 'A5', wanted: '01', found: '03' } },
  ],
  [
    'with a negative output',
    async () => sent(await filled({ D5: '(300)' })),
    { code: 'template-cells-wrong', detail: { cells: [{ place: 'D5', why: 'negative' }] } },
  ],
  [
    'with words and too many decimals',
    async () => sent(await filled({ D5: '三百左右吧', D6: 1.25 })),
    {
      detail: {
        cells: [
          { place: 'D5', why: 'words-not-figure' },
          { place: 'D6', why: 'too-fine' },
        ],
      },
    },
  ],
  [
    'with macros',
    async () => {
      const parts = unzipSync(await template(reporter, id))
      return sent(zipSync({ ...parts, 'xl/vbaProject.bin': strToU8('x') }), '填报.xlsm')
    },
    { code: 'sheet-with-macros' },
  ],
  [
    'of another form',
    async () => {
      await open('2026-M1-2', 'energy')
      return sent(await template(reporter, await idOf(mine.id, '2026-M1-2', 'energy')))
    },
    { code: 'template-other-form' },
  ],
  [
    'that is damaged',
    async () => sent((await template(reporter, id)).slice(0, 900)),
    { code: 'document-broken' },
  ],
  [
    'that is no workbook at all',
    async () => sent(strToU8('产值 300')),
    { code: 'template-foreign' },
  ],
  [
    'that is any workbook',
    async () => sent(await writeXlsx({ sheets: [{ name: '表', rows: [['产值', 1]] }] })),
    { code: 'template-foreign' },
  ],
])('a workbook %s is refused with place and reason, and nothing changes', async (_, send, why) => {
  const before = await cells()
  expect((await send()).body).toMatchObject(why)
  expect(await cells()).toEqual(before)
})
