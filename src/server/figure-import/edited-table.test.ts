import { figureImportDesk, xlsx } from '#test/figure-import-desk.ts'
import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'

const { enterprises, get, sent, dryRun, confirmed, applied, monthly } = await figureImportDesk()

// What such a list looks like was confirmed the month before.
await confirmed((await sent('三月.xlsx', await monthly(3, [1, 2, 3]))).id)

test('a table turned round comes back to the same figures, and one of growth is not for editing', async () => {
  const file = await sent('十月.xlsx', await monthly(10, [100, 200, 300]))
  expect(await applied(file.id)).toMatchObject({ status: 200 })
  const subjects = enterprises.map(({ id }) => `subject=enterprise:${String(id)}`).join('&')
  const query = `${subjects}&indicator=test-output&period=2026-10&rows=period&columns=indicator&columns=subject`
  const { body } = await get(`/figure-tables.xlsx?${query}`)
  const [visible, key] = (await readXlsx(body as Buffer)).sheets
  expect(visible?.rows[1]?.slice(0, 2)).toEqual(['', '试验总产值（万元）'])
  expect(visible?.rows[2]?.[0]).toBe('时期')
  const rows = (visible?.rows ?? []).map((cells) => [...cells])
  const [, , , first] = rows
  expect(first?.slice(0, 2)).toEqual(['2026年10月', 10])
  if (first) first[1] = 11
  const sheets = [
    { name: '指标数据', rows },
    { name: '_jingwei', rows: key?.rows ?? [], veryHidden: true },
  ] as const
  const edited = await sent('转置改.xlsx', await xlsx(...sheets))
  const run = await dryRun(edited.id)
  expect(run.differences).toMatchObject([
    { state: 'changed', value: '11', before: { value: '10' }, period: '2026-10' },
  ])
  const growth = await get(`/figure-tables.xlsx?${query}&show=growth`)
  expect((await readXlsx(growth.body as Buffer)).sheets).toHaveLength(1)
  const csv = ((await get(`/figure-tables.csv?${query}`)).body as Buffer).toString()
  expect(csv.split('\r\n')[2]).toMatch(/^2026年10月,10,/)
})

test('an exported table comes back as a difference of what was edited in it', async () => {
  const file = await sent('十二月.xlsx', await monthly(12, [100, 200, 300]))
  expect(await applied(file.id)).toMatchObject({ status: 200 })
  const subjects = enterprises.map(({ id }) => `subject=enterprise:${String(id)}`).join('&')
  const query = `${subjects}&indicator=test-output&period=2026-12`
  const { body } = await get(`/figure-tables.xlsx?${query}`)
  const workbook = await readXlsx(body as Buffer)
  const [visible, key] = workbook.sheets
  const edit = (row: number, column: number, value: string | number | null) => {
    const rows = (visible?.rows ?? []).map((cells) => [...cells])
    const line = rows[row]
    if (line) line[column] = value
    return xlsx(
      { name: '指标数据', rows },
      { name: '_jingwei', rows: key?.rows ?? [], veryHidden: true },
    )
  }
  const same = await sent('未改.xlsx', await edit(0, 0, '标题改了'))
  expect((await dryRun(same.id)).counts).toMatchObject({ new: 0, changed: 0 })
  const edited = await sent('改.xlsx', await edit(3, 3, 21))
  const run = await dryRun(edited.id)
  expect(run.differences).toMatchObject([
    { state: 'changed', value: '21', before: { value: '20' }, place: '指标数据!D4' },
  ])
  expect(await applied(edited.id)).toMatchObject({ status: 200, body: { changed: 1 } })
  const moved = await sent('挪行.xlsx', await edit(3, 0, '别的企业'))
  const refused = await get(`/figure-imports/${moved.id}/differences`)
  expect(refused).toMatchObject({ status: 400, body: { code: 'table-not-same' } })
  const csv = await get(`/figure-tables.csv?${query}`)
  expect((csv.body as Buffer).toString()).toContain('试验总产值,万元,2026-12,21,')
})
