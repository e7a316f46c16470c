import { listReminders, reportSheet } from '#contract/collection.ts'
import { formHistory } from '#contract/form.ts'
import { region, reportDesk, typed } from '#test/report-desk.ts'
import { remindIn } from './remind-daily.ts'
import { webhookReceiver } from '#test/webhook-receiver.ts'
import { expect, test } from 'vitest'

const desk = await reportDesk()
const { ask, analyst, parkUser, reporter, db, mine, theirs } = desk
const { open, idOf, save, submit, look } = desk
const clean = `01 120/400
  03 118/395
  05 12/40`

await open('2026-03')
const round = { form: 'output-and-sales', period: '2026-03' }

function sheet(who = parkUser) {
  return ask(who, 'GET', '/reports/sheet?form=output-and-sales&period=2026-03')
}

async function lineOf(name: string) {
  const { reports } = reportSheet.reply.parse((await sheet()).body)
  const found = reports.find((one) => one.name === name)
  if (!found) throw new Error(name)
  return found
}

test('a park fills in one table for all its enterprises, an enterprise sees its own line', async () => {
  const all = reportSheet.reply.parse((await sheet()).body)
  expect(all.reports.map(({ name }) => name).toSorted()).toEqual(['丁厂', '丙厂', '乙厂', '甲厂'])
  const own = reportSheet.reply.parse((await sheet(reporter)).body)
  expect(own.reports.map(({ name }) => name)).toEqual(['甲厂'])
})

test('[K5] what two people typed into the table is merged cell by cell', async () => {
  const before = await lineOf('丙厂')
  await save(analyst, before.id, { '01.to-date': '390' })
  const { body } = await ask(parkUser, 'PUT', '/reports/sheet', {
    ...round,
    reports: [
      {
        id: before.id,
        revision: before.revision,
        changes: { '01.to-date': '400', '03.month': '9' },
      },
    ],
  })
  expect(body).toMatchObject({
    conflicts: [{ name: '丙厂', cell: '01.to-date', theirs: '390', mine: '400' }],
    reports: [{ name: '丙厂', cells: { '01.to-date': '390', '03.month': '9' } }],
    refused: [],
  })
})

test('many reports are handed in at once; what a rule refuses is told by name', async () => {
  const [first, second] = [await lineOf('丙厂'), await lineOf('丁厂')]
  await ask(parkUser, 'PUT', '/reports/sheet', {
    ...round,
    reports: [{ id: second.id, revision: second.revision, changes: typed(clean) }],
  })
  const { body } = await ask(parkUser, 'POST', '/reports/submissions', {
    ids: [first.id, second.id],
  })
  expect(body).toEqual({
    submitted: 1,
    refused: [{ id: first.id, name: '丙厂', code: 'report-incomplete' }],
  })
})

test('what no check asks about is passed at once, the rest is left', async () => {
  const id = await idOf(theirs.id, '2026-03')
  const odd = `01 120/400\n 03 118/200\n 05 12/40`
  await save(desk.otherReporter, id, typed(odd), undefined, {
    explanations: { 'sales-rate': '库存增加' },
  })
  expect((await submit(desk.otherReporter, id)).status).toBe(200)
  const { body } = await ask(parkUser, 'POST', '/reports/passes/clean', round)
  expect(body).toEqual({ passed: 1, accepted: 0, left: 1 })
})

test('what came of a hit is known by what was done about it', async () => {
  const outcomes = async () =>
    (await ask(analyst, 'GET', '/forms/output-and-sales/outcomes?from=2026-M1-2')).body as object
  expect(await outcomes()).toEqual({
    checks: [{ check: 'sales-rate', corrected: 0, explained: 0, undecided: 1 }],
  })
  const id = await idOf(theirs.id, '2026-03')
  const { revision } = await look(analyst, id)
  await ask(analyst, 'POST', `/reports/${id}/returns`, {
    revision,
    remarks: [{ cell: '03.to-date', text: '产销率只有一半' }],
  })
  await save(desk.otherReporter, id, { '03.to-date': '395' })
  await submit(desk.otherReporter, id)
  await ask(parkUser, 'POST', '/reports/passes', { ids: [id] })
  expect((await ask(analyst, 'POST', '/reports/passes', { ids: [id] })).body).toMatchObject({
    accepted: 1,
  })
  expect(await outcomes()).toEqual({
    checks: [{ check: 'sales-rate', corrected: 1, explained: 0, undecided: 0 }],
  })
})

test('[K8] who owes a report is reminded on the days of the rule, once a day, and it is kept', async () => {
  const day = async (today: string) => {
    const stale = () => undefined
    await db
      .transaction()
      .execute((trx) =>
        remindIn({ db: trx, now: `${today}T01:00:00.000Z`, stale, staleFor: stale }, region),
      )
    const { body } = await ask(analyst, 'GET', '/reports/reminders?form=output-and-sales')
    return listReminders.reply
      .parse(body)
      .reminders.filter((one) => one.day === today)
      .map(({ unitName, reports }) => `${unitName} ${reports}`)
      .toSorted()
  }
  const { due } = (await look(analyst, await idOf(mine.id, '2026-03'))).line.standing
  const first = await day(due)
  expect(first).toEqual(['一号园管委会 1', '甲厂 1'])
  expect(await day(due)).toEqual(first)
  await ask(analyst, 'PUT', '/reports/reminders/rules/output-and-sales', {
    form: 'output-and-sales',
    days: [9, -1],
    escalatesFrom: -1,
    isActive: true,
    why: '企业反映提醒过多',
  })
  const before = due.replace(/\d\d$/, (text) => String(Number(text) - 1).padStart(2, '0'))
  const receiver = await webhookReceiver()
  await receiver.hook(db, region, ['report-reminded'])
  expect(await day(before)).toEqual(['一号园管委会 2', '甲厂 1'])
  await desk.jobs.idle()
  expect(receiver.taken.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
    {
      event: 'report-reminded',
      at: `${before}T01:00:00.000Z`,
      form: '工业产销总值及主要产品产量',
      period: '2026年3月',
      due,
      daysAfter: -1,
      reports: ['丙厂', '甲厂'].map((name) => ({ id: expect.any(String), name, state: 'open' })),
    },
  ])
})

test('[K6] the burden counts what is asked and what is known, and the cap wants a reason', async () => {
  const burden = (await ask(analyst, 'GET', '/reports/burden?period=2026-03')).body as object
  expect(burden).toMatchObject({
    cap: null,
    forms: [{ form: 'output-and-sales', asked: 8, prefilled: 8, reports: 4 }],
  })
  await ask(analyst, 'PUT', '/reports/burden/cap', { cap: 10, why: '减负' })
  const energy = { form: 'energy', period: '2026-03' }
  expect(await ask(analyst, 'POST', '/reports/rounds', energy)).toMatchObject({
    status: 409,
    body: { code: 'burden-over-cap', detail: { cap: 10, already: 8, reporters: 4 } },
  })
  const why = { overCapWhy: '能耗双控考核需要' }
  expect((await ask(analyst, 'POST', '/reports/rounds', { ...energy, ...why })).status).toBe(200)
  const after = (await ask(analyst, 'GET', '/reports/burden?period=2026-03')).body as object
  expect(after).toMatchObject({ overCap: [{ why: '能耗双控考核需要', period: '2026-03' }] })
})

test('[K9] the numbers of a check are proposed from the past, never from a handful of reports', async () => {
  const { body } = await ask(analyst, 'GET', '/forms/output-and-sales')
  const { versions } = formHistory.reply.parse(body)
  const tune = (check: string, form: object | undefined = versions[0]?.form) =>
    ask(analyst, 'POST', '/forms/thresholds', { form, check, period: '2026-03', periods: 2 })
  expect((await tune('sales-rate')).body).toMatchObject({ hits: 0, thresholds: [] })
  expect((await tune('no-such')).status).toBe(404)
  const wrong = { ...versions[0]?.form, sections: [] }
  expect((await tune('sales-rate', wrong)).body).toMatchObject({ code: 'form-wrong' })
})

test('[K6] a level that seldom changes stands in the next report already', async () => {
  await ask(analyst, 'PUT', '/reports/burden/cap', { cap: null, why: '上限另定' })
  await open('2026-03', 'park-month')
  const first = await idOf('park-01', '2026-03', 'park-month')
  const told = { '01.to-date': '1', '02.to-date': '9', '03.to-date': '8', '05.to-date': '0' }
  const levels = { '06.to-date': '0', '07.level': '31', '08.level': '52000' }
  await save(parkUser, first, { ...told, ...levels })
  expect((await submit(parkUser, first)).status).toBe(200)
  await open('2026-04', 'park-month')
  const next = await look(parkUser, await idOf('park-01', '2026-04', 'park-month'))
  expect(next.cells).toEqual({ '07.level': '31', '08.level': '52000' })
})
