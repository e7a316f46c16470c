import type { ShownImport } from '#contract/figure-import.ts'
import type { MappedTable } from '#contract/sheet-mapping.ts'
import { figureImportDesk, xlsx } from '#test/figure-import-desk.ts'
import { expect, test } from 'vitest'

const { enterprises, post, put, sent, shown, dryRun, confirmed, applied, monthly, known } =
  await figureImportDesk()

test('a list is proposed, confirmed, applied; the next month is recognised; an undo is one act', async () => {
  const march = await sent('三月.xlsx', await monthly(3, [1000, '2,000.50', '—']))
  const { tables } = await shown(march.id)
  expect(tables).toMatchObject([
    { needsLook: false, isConfirmed: false, defaults: { period: '2026-03' } },
  ])
  const early = await applied(march.id)
  expect(early).toMatchObject({ status: 409, body: { code: 'import-not-confirmed' } })
  await confirmed(march.id)
  const run = await dryRun(march.id)
  expect(run.counts).toMatchObject({ new: 6, changed: 0, refused: 0, gaps: 1 })
  expect(await applied(march.id)).toMatchObject({ status: 200, body: { changed: 6 } })
  expect(await known(1, 'test-output', '2026-03')).toBe('200.05')

  const april = await sent('四月.xlsx', await monthly(4, [1500, 2500, 300]))
  const next = (await shown(april.id)).tables as MappedTable[]
  expect(next).toMatchObject([
    {
      isConfirmed: true,
      layout: { name: '规模以上工业企业产值' },
      defaults: { period: '2026-04' },
    },
  ])
  expect(await applied(april.id)).toMatchObject({ status: 200, body: { changed: 6 } })

  const again = await sent('三月更正.xlsx', await monthly(3, [1100, '2,000.50', null]))
  const corrected = await dryRun(again.id)
  expect(corrected.counts).toMatchObject({ new: 0, changed: 1, unchanged: 5 })
  expect(await applied(again.id)).toMatchObject({ status: 200, body: { changed: 1 } })
  expect(await known(0, 'test-output', '2026-03')).toBe('110')

  const { figureImport } = await shown(again.id)
  const undone = await post(`/figure-imports/${again.id}/undoings`, {
    revision: figureImport.revision,
    why: '报错',
  })
  expect(undone).toMatchObject({ status: 200, body: { restored: 1, left: 0 } })
  expect(await known(0, 'test-output', '2026-03')).toBe('100')
})

test('a large file is read in a thread of its own, with the same outcome', async () => {
  const wide = Array.from({ length: 14 }, (_, column) => `备注${column}`)
  const rows = Array.from({ length: 800 }, (_, row) => [
    enterprises[row]?.name ?? `某地第${row}有限公司`,
    row + 1,
    ...wide.map(() => '无'),
  ])
  const file = await sent(
    '2027年3月.xlsx',
    await xlsx({ name: '用电', rows: [['企业名称', '试验用电（万千瓦时）', ...wide], ...rows] }),
  )
  const { figureImport, tables } = await shown(file.id)
  const [table] = tables
  const strangers = table?.rows.filter(({ use }) => use === 'open') ?? []
  expect([figureImport.state, table?.rows.length, strangers.length]).toEqual(['open', 800, 797])
  const decisions = {
    rows: Object.fromEntries(strangers.map(({ key }) => [key, { use: 'ignored' }])),
    columns: Object.fromEntries(
      (table?.columns ?? [])
        .filter(({ use }) => use === 'open')
        .map(({ key }) => [key, { use: 'ignored' }]),
    ),
  }
  await put(`/figure-imports/${file.id}/tables/${table?.id}/decisions`, {
    revision: figureImport.revision,
    decisions,
  })
  await confirmed(file.id)
  expect((await dryRun(file.id)).counts).toMatchObject({ new: 3, refused: 0 })
  expect(await applied(file.id)).toMatchObject({ status: 200, body: { changed: 3 } })
  expect(await known(2, 'test-power', '2027-03')).toBe('3')
})

test('a table by industry is about the divisions of GB/T 4754', async () => {
  const rows = [
    ['行业', '试验总产值（亿元）'],
    ['总计', 3],
    ['农副食品加工业', 1],
    ['通用设备制造业', 2],
  ]
  const file = await sent('2026年3月分行业.xlsx', await xlsx({ name: '分行业', rows }))
  expect((await shown(file.id)).tables).toMatchObject([{ needsLook: false }])
  const { differences } = await dryRun(file.id)
  expect(
    differences.map(({ subject, subjectName, value }) => [subject?.code, subjectName, value]),
  ).toEqual([
    ['13', '农副食品加工业', '10000'],
    ['34', '通用设备制造业', '20000'],
  ])
})

test('an undo leaves what was corrected since', async () => {
  const file = await sent('五月.xlsx', await monthly(5, [1, 2, 3]))
  expect(await applied(file.id)).toMatchObject({ status: 200 })
  const later = await sent('五月更正.xlsx', await monthly(5, [9, 2, 3]))
  expect(await applied(later.id)).toMatchObject({ status: 200, body: { changed: 1 } })
  const { figureImport } = await shown(file.id)
  const undone = await post(`/figure-imports/${file.id}/undoings`, {
    revision: figureImport.revision,
    why: '报错',
  })
  expect(undone).toMatchObject({ status: 200, body: { restored: 5, left: 1 } })
  expect([
    await known(0, 'test-output', '2026-05'),
    await known(1, 'test-output', '2026-05'),
  ]).toEqual(['0.9', null])
})

test('a word of a person on a line holds, and what is not settled is not confirmed', async () => {
  const file = await sent(
    '表.xlsx',
    await xlsx({
      name: '2026年6月',
      rows: [
        ['单位', '试验总产值（万元）', '神秘指标'],
        ['远川机械有限公司', 5, 6],
        ['没有的企业', 7, 8],
      ],
    }),
  )
  const { figureImport, tables } = await shown(file.id)
  const open = await post(`/figure-imports/${file.id}/confirmations`, {
    revision: figureImport.revision,
  })
  expect(open).toMatchObject({ status: 409, body: { code: 'import-lines-open' } })
  const [table] = tables
  const unknownColumn = table?.columns.find(({ use }) => use === 'open')
  const unknownRow = table?.rows.find(({ use }) => use === 'open')
  const decided = await put(`/figure-imports/${file.id}/tables/${table?.id}/decisions`, {
    revision: figureImport.revision,
    decisions: {
      columns: { [unknownColumn?.key ?? '']: { use: 'figures', indicator: 'test-power' } },
      rows: { [unknownRow?.key ?? '']: { use: 'ignored' } },
    },
  })
  expect((decided.body as ShownImport).tables).toMatchObject([{ needsLook: false }])
  await confirmed(file.id)
  expect(await applied(file.id)).toMatchObject({ status: 200, body: { changed: 2 } })
  expect(await known(0, 'test-power', '2026-06')).toBe('6')
})

test('two files at once: one applies, the other must be looked at again', async () => {
  const [one, other] = await Promise.all([
    sent('甲.xlsx', await monthly(9, [10, 20, 30])),
    sent('乙.xlsx', await monthly(9, [11, 20, 30])),
  ])
  const runs = await Promise.all([dryRun(one.id), dryRun(other.id)])
  const replies = await Promise.all(
    [one, other].map(async ({ id }, index) => {
      const { figureImport } = await shown(id)
      return post(`/figure-imports/${id}/applications`, {
        revision: figureImport.revision,
        digest: runs[index]?.digest ?? '',
      })
    }),
  )
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const changed = await dryRun(replies[0]?.status === 200 ? other.id : one.id)
  expect(changed.counts).toMatchObject({ new: 0, changed: 1, unchanged: 5 })
})
