import { reportDesk, region } from '#test/report-desk.ts'
import { listedRows } from '#contract/collection.ts'
import { listReportRow, type Report } from '#contract/report.ts'
import { expect, test } from 'vitest'

const { ask, reporter, otherReporter, analyst, open, idOf, look, db, mine } = await reportDesk()
await open('2026-03')
const id = await idOf(mine.id, '2026-03')

function list(row: object, who = reporter) {
  return ask(who, 'POST', `/reports/${id}/rows`, row)
}

function listed({ form }: Report): readonly string[] {
  return form.sections
    .filter(({ ownRows }) => ownRows)
    .flatMap(({ rows }) => rows.map(({ code, name, unit }) => `${code} ${name} ${unit}`))
}

async function save(changes: Record<string, string | null>, revision?: number) {
  const known = revision ?? (await look(reporter, id)).revision
  return ask(reporter, 'PUT', `/reports/${id}/cells`, { revision: known, changes })
}

test('an enterprise lists its classes and products, and fills them in like any row', async () => {
  expect((await list({ list: 'industry-class', code: '3983' })).status).toBe(200)
  await list({ list: 'product', name: '压力传感器', unit: '万只' })
  expect(listed(await look(reporter, id))).toEqual([
    '3983 敏感元件及传感器制造 千元',
    'P1 压力传感器 万只',
  ])
  const figures = { '01.to-date': '400', '3983.to-date': '390', 'P1.to-date': '12.5' }
  expect((await save(figures)).status).toBe(200)
  const report = await look(reporter, id)
  expect(report.cells).toMatchObject(figures)
  expect(report.hits).toMatchObject([
    { check: 'listed-industry-class', words: '各行合计 390 ≠ 工业总产值 400千元' },
  ])
  await save({ '3983.to-date': '400' })
  expect((await look(reporter, id)).hits).toEqual([])
})

test.each([
  [400, 'row-class-unknown', { list: 'industry-class', code: '0001' }],
  [400, 'row-class-unknown', { list: 'industry-class' }],
  [409, 'row-name-taken', { list: 'industry-class', code: '3983' }],
  [400, 'row-name-missing', { list: 'product', unit: '台' }],
  [400, 'row-unit-missing', { list: 'product', name: '流量计' }],
])('refused with %i %s', async (status, code, row) => {
  expect(await list(row)).toMatchObject({ status, body: { code } })
})

test('nobody lists rows in a report of another', async () => {
  expect(await list({ list: 'product', name: '阀门', unit: '台' }, otherReporter)).toMatchObject({
    status: 404,
  })
})

test('[K5] a row taken off takes its figures into the log; who typed in it meanwhile is told', async () => {
  await list({ list: 'product', name: '流量计', unit: '台' })
  const { revision } = await look(reporter, id)
  await save({ 'P2.to-date': '7' }, revision)
  const before = await look(reporter, id)
  expect(await ask(reporter, 'DELETE', `/reports/${id}/rows/P2`)).toMatchObject({ status: 200 })
  expect(listed(await look(reporter, id))).not.toContain('P2 流量计 台')
  const events = await db
    .selectFrom('event')
    .select('before')
    .where('regionCode', '=', region)
    .where('action', '=', 'report-saved')
    .orderBy('position', 'desc')
    .limit(1)
    .execute()
  expect(events).toMatchObject([{ before: { 'P2.to-date': '7' } }])
  const late = await save({ 'P2.to-date': '9', '05.to-date': '40' }, before.revision)
  expect(late.body).toMatchObject({
    conflicts: [{ cell: 'P2.to-date', theirs: null, mine: '9' }],
    report: { cells: { '05.to-date': '40' } },
  })
  expect(await ask(reporter, 'DELETE', `/reports/${id}/rows/P2`)).toMatchObject({ status: 404 })
  // Its number is not given to another, in which a late figure would land.
  await list({ list: 'product', name: '变送器', unit: '台' })
  expect(listed(await look(reporter, id))).toContain('P3 变送器 台')
  await ask(reporter, 'DELETE', `/reports/${id}/rows/P3`)
})

test('[K10] the next month begins with the rows of this one, without their figures; handed in they stay', async () => {
  await open('2026-04')
  const next = await idOf(mine.id, '2026-04')
  const report = await look(reporter, next)
  expect(listed(report)).toEqual(['3983 敏感元件及传感器制造 千元', 'P1 压力传感器 万只'])
  expect(report.cells).not.toHaveProperty('P1.to-date')
  const added = await ask(reporter, 'POST', `/reports/${next}/rows`, {
    list: 'product',
    name: '执行器',
    unit: '台',
  })
  expect(listed(listReportRow.reply.parse(added.body))).toContain('P2 执行器 台')

  await save({
    '01.month': '120',
    '03.month': '118',
    '03.to-date': '395',
    '05.month': '12',
    '01.month-last-year': '100',
    '01.to-date-last-year': '390',
    '03.month-last-year': '100',
    '03.to-date-last-year': '380',
    '05.month-last-year': '11',
    '05.to-date-last-year': '38',
  })
  const { revision } = await look(reporter, id)
  const handedIn = await ask(reporter, 'POST', `/reports/${id}/submission`, { revision })
  expect(handedIn.body).toMatchObject({ cells: { 'P1.to-date': '12.5', '3983.to-date': '400' } })
  expect(await list({ list: 'product', name: '阀门', unit: '台' })).toMatchObject({
    status: 409,
    body: { code: 'report-not-open' },
  })
  expect(listed(await look(analyst, id))).toEqual([
    '3983 敏感元件及传感器制造 千元',
    'P1 压力传感器 万只',
  ])
})

test('[K6] a year later what was told of a row of the same name is carried over and locked', async () => {
  await open('2027-03')
  const later = await idOf(mine.id, '2027-03')
  for (const row of [
    { list: 'product', name: '执行器', unit: '台' },
    { list: 'product', name: '压力传感器', unit: '万只' },
    { list: 'industry-class', code: '3983' },
  ]) {
    await ask(reporter, 'POST', `/reports/${later}/rows`, row)
  }
  const { cells, locked } = await look(reporter, later)
  const carried = { '3983.to-date-last-year': '400', 'P2.to-date-last-year': '12.5' }
  expect(cells).toMatchObject(carried)
  expect(Object.keys(locked)).toEqual(expect.arrayContaining(Object.keys(carried)))
  expect(cells).not.toHaveProperty('P1.to-date-last-year')
})

test('[K10] rows are added up over all reporters once accepted, within reach only, and the look is logged', async () => {
  const ofRound = '/reports/listed-rows?form=output-and-sales&period=2026-03'
  const before = listedRows.reply.parse((await ask(analyst, 'GET', ofRound)).body)
  expect(before.totals.find(({ code }) => code === '3983')).toMatchObject({
    told: 1,
    accepted: 0,
    sums: {},
  })
  for (const _ of ['park', 'region']) await ask(analyst, 'POST', '/reports/passes', { ids: [id] })
  const after = listedRows.reply.parse((await ask(analyst, 'GET', ofRound)).body)
  expect(after.totals.find(({ name }) => name === '压力传感器')).toMatchObject({
    unit: '万只',
    accepted: 1,
    sums: { 'to-date': '12.5' },
  })
  expect(after.rows.find(({ code }) => code === '3983')).toMatchObject({
    report: id,
    isAccepted: true,
  })
  expect(await seenBy(analyst)).toContain('output-and-sales')
  const theirs = listedRows.reply.parse((await ask(otherReporter, 'GET', ofRound)).body)
  expect(theirs).toMatchObject({ totals: [], rows: [] })
})

/** The indicators and forms of the last look somebody took at single enterprises. */
async function seenBy({ id: user }: { readonly id: string }): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('event')
    .select(['by', 'after'])
    .where('action', '=', 'figures-seen')
    .orderBy('position', 'desc')
    .execute()
  const last = rows.find(({ by }) => by.id === user)
  return (last?.after as { indicators: string[] } | undefined)?.indicators ?? []
}
