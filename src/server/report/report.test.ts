import { formHistory } from '#contract/form.ts'
import { figureEstimates } from '#contract/figure.ts'
import { Problem } from '#contract/problem.ts'
import { listReports, type Report } from '#contract/report.ts'
import { region, reportDesk, typed } from '#test/report-desk.ts'
import type { SignedInUser } from '#test/signed-in.ts'
import { expect, test } from 'vitest'

const desk = await reportDesk()
const { db, mine, theirs, third, fourth } = desk
const { analyst, parkUser, reporter, otherReporter } = desk
const { ask, look, open, idOf, save, submit, known } = desk

const full = '01 -/300\n03 -/290\n05 -/12.5'

test('a month: asked, filled in, passed by the park, accepted, and the figures move at once', async () => {
  await open('2026-M1-2')
  const id = await idOf(mine.id, '2026-M1-2')
  await save(reporter, id, typed(full))
  expect((await submit(reporter, id)).status).toBe(200)
  expect(await known('industrial-output', '2026-M1-2')).toBeNull()
  expect((await ask(reporter, 'POST', '/reports/passes', { ids: [id] })).status).toBe(403)
  const passed = await ask(parkUser, 'POST', '/reports/passes', { ids: [id] })
  expect(passed.body).toEqual({ passed: 1, accepted: 0, refused: [] })
  const again = await ask(parkUser, 'POST', '/reports/passes', { ids: [id] })
  expect(again.body).toMatchObject({ refused: [{ id, code: 'report-not-your-turn' }] })
  const accepted = await ask(analyst, 'POST', '/reports/passes', { ids: [id] })
  expect(accepted.body).toEqual({ passed: 0, accepted: 1, refused: [] })
  expect(await known('industrial-output', '2026-M1-2')).toBe('300')
  expect(await known('industrial-output', '2026-M1-2', `region:${region}`)).toBe('300')
  const { history, line } = await look(analyst, id)
  expect(line.standing.state).toBe('accepted')
  expect(history.map(({ act }) => act).toReversed()).toEqual([
    'opened',
    'saved',
    'submitted',
    'passed',
    'accepted',
  ])
})

test('an enterprise has its own reports, a park those of its enterprises', async () => {
  const id = await idOf(mine.id, '2026-M1-2')
  expect((await ask(otherReporter, 'GET', `/reports/${id}`)).status).toBe(404)
  const names = async (who: SignedInUser) => {
    const { body } = await ask(who, 'GET', '/reports?form=output-and-sales&period=2026-M1-2')
    return listReports.reply
      .parse(body)
      .reports.map(({ subjectName }) => subjectName)
      .toSorted()
  }
  expect(await names(reporter)).toEqual(['甲厂'])
  expect(await names(parkUser)).toHaveLength(4)
  const looks = await db
    .selectFrom('event')
    .select('by')
    .where('action', '=', 'report-seen')
    .where('subjectId', '=', mine.id)
    .execute()
  // The reporter's own looks are nobody else's business.
  expect(new Set(looks.map(({ by }) => by.id))).toEqual(new Set([analyst.id]))
})

test('[K1] what is missing, wrong or unexplained is told with cells and words', async () => {
  await open('2026-03')
  const id = await idOf(theirs.id, '2026-03')
  const problem = async () => {
    const { status, body } = await submit(otherReporter, id)
    return status === 200 ? 'ok' : Problem.parse(body).code
  }
  expect(await problem()).toBe('report-incomplete')
  await save(otherReporter, id, typed('01 -/300\n03 -/290\n04 -/295\n05 -/12.5'))
  expect(await problem()).toBe('report-checks-refuse')
  await save(otherReporter, id, { '04.to-date': null, '03.to-date': '100' })
  expect(await problem()).toBe('report-unexplained')
  const { hits } = await look(otherReporter, id)
  expect(hits.map(({ check, cells }) => [check, cells])).toEqual([
    ['sales-rate', ['01.to-date', '03.to-date']],
  ])
  await save(otherReporter, id, {}, undefined, { explanations: { 'sales-rate': '库存增加' } })
  expect(await problem()).toBe('ok')
})

test('[K1] a quantity below zero is refused', async () => {
  const id = await idOf(mine.id, '2026-03')
  await save(reporter, id, typed('01 -/-300\n03 -/290\n05 -/12.5'))
  const { body } = await submit(reporter, id)
  expect(body).toMatchObject({
    code: 'report-checks-refuse',
    detail: { hits: [{ check: 'sign', cells: ['01.to-date'] }] },
  })
})

test('1-2月 has no column for the month alone', async () => {
  const id = await idOf(third.id, '2026-M1-2')
  const { status, body } = await save(analyst, id, { '01.month': '5' })
  expect([status, body]).toMatchObject([400, { code: 'cell-unknown' }])
})

test('[K5] two people who fill in one report lose nothing', async () => {
  const id = await idOf(third.id, '2026-M1-2')
  const { revision } = await look(analyst, id)
  await save(analyst, id, { '01.to-date': '10', '03.to-date': '9' }, revision)
  const { body } = await save(parkUser, id, { '01.to-date': '11', '05.to-date': '2' }, revision)
  expect(body).toMatchObject({
    conflicts: [{ cell: '01.to-date', theirs: '10', mine: '11' }],
    report: { cells: { '01.to-date': '10', '03.to-date': '9', '05.to-date': '2' } },
  })
})

test('a report goes back with reasons by cell, and is corrected', async () => {
  const id = await idOf(theirs.id, '2026-03')
  const { revision } = await look(parkUser, id)
  const remarks = [{ cell: '03.to-date', text: '与库存不符' }]
  const returned = await ask(parkUser, 'POST', `/reports/${id}/returns`, { revision, remarks })
  expect(returned.body).toMatchObject({ line: { standing: { state: 'returned' } }, remarks })
  await save(otherReporter, id, { '03.to-date': '290' })
  expect((await submit(otherReporter, id)).status).toBe(200)
})

test('an accepted report that is reopened holds until the correction is accepted', async () => {
  const id = await idOf(mine.id, '2026-M1-2')
  const { revision } = await look(analyst, id)
  const why = '企业申请更正'
  await ask(analyst, 'POST', `/reports/${id}/reopenings`, { revision, why })
  await save(reporter, id, { '01.to-date': '310', '04.to-date': '20' })
  expect(await known('industrial-output', '2026-M1-2')).toBe('300')
  await submit(reporter, id)
  await ask(analyst, 'POST', '/reports/passes', { ids: [id] })
  const { body } = await ask(analyst, 'POST', '/reports/passes', { ids: [id] })
  expect(body).toMatchObject({ accepted: 1 })
  expect(await known('industrial-output', '2026-M1-2')).toBe('310')
  expect(await known('export-delivery-value', '2026-M1-2')).toBe('20')
})

test('what a corrected report tells no more is withdrawn', async () => {
  const id = await idOf(mine.id, '2026-M1-2')
  const { revision } = await look(analyst, id)
  await ask(analyst, 'POST', `/reports/${id}/reopenings`, { revision, why: '更正' })
  await save(reporter, id, { '04.to-date': null })
  await submit(reporter, id)
  await ask(analyst, 'POST', '/reports/passes', { ids: [id] })
  await ask(analyst, 'POST', '/reports/passes', { ids: [id] })
  expect(await known('export-delivery-value', '2026-M1-2')).toBeNull()
})

test('[K6] last year’s columns are carried over and locked', async () => {
  await open('2027-M1-2')
  const id = await idOf(mine.id, '2027-M1-2')
  const report = await look(reporter, id)
  expect(report.cells['01.to-date-last-year']).toBe('310')
  expect(report.locked['01.to-date-last-year']).toBe('last-year')
  const { body } = await save(reporter, id, { '01.to-date-last-year': '1' })
  expect(body).toMatchObject({ conflicts: [{ theirs: '310', mine: '1' }] })
})

test('[K6] what another accepted form told is not asked again', async () => {
  await open('2026-M1-2', 'energy')
  const id = await idOf(mine.id, '2026-M1-2', 'energy')
  const report = await look(reporter, id)
  expect(report.locked['33.to-date']).toBe('output-and-sales')
  expect(report.cells).toMatchObject({ '33.to-date': '12.5', '40.to-date': '15.36' })
})

test('[K7] who told nothing is estimated by the rule, until the report comes', async () => {
  const accept = async (enterpriseId: string, period: string, figures: string) => {
    const id = await idOf(enterpriseId, period)
    await save(analyst, id, typed(figures))
    await submit(analyst, id)
    await ask(analyst, 'POST', '/reports/passes', { ids: [id] })
    await ask(analyst, 'POST', '/reports/passes', { ids: [id] })
  }
  await accept(third.id, '2026-M1-2', '01 -/100\n03 -/95\n05 -/2')
  await accept(fourth.id, '2026-M1-2', '01 -/1000\n03 -/950\n05 -/20')
  await accept(third.id, '2027-M1-2', '01 -/110\n03 -/100\n05 -/2.2')
  const question = { form: 'output-and-sales', period: '2027-M1-2', why: '截止' }
  const { body } = await ask(analyst, 'POST', '/reports/estimates', question)
  // The second never told anything, so that nothing can be said of it.
  expect(body).toEqual({ estimated: 2 })
  const subject = `enterprise:${fourth.id}`
  expect(await known('industrial-output', '2027-M1-2', subject)).toBe('1100')
  const id = await idOf(fourth.id, '2027-M1-2')
  expect((await look(analyst, id)).line.standing).toMatchObject({
    state: 'open',
    isEstimated: true,
  })
  const estimates = async () => {
    const asked = 'indicator=industrial-output&indicator=product-sales-rate&period=2027-M1-2'
    const reply = await ask(analyst, 'GET', `/figures/estimates?${asked}`)
    return figureEstimates.reply.parse(reply.body).estimates
  }
  // The sum of the region, and what a formula makes of it, rest on both that were estimated.
  const [period, count] = ['2027-M1-2', 2] as const
  const ofRegion = { subject: { kind: 'region', code: region }, period, count }
  const own = { subject: { kind: 'enterprise', code: fourth.id }, period, count: 1 }
  expect(await estimates()).toEqual(
    expect.arrayContaining([
      { ...ofRegion, indicator: 'industrial-output' },
      { ...ofRegion, indicator: 'product-sales-rate' },
      { ...own, indicator: 'industrial-output' },
    ]),
  )
  await accept(fourth.id, '2027-M1-2', '01 -/1050\n03 -/1000\n05 -/21')
  expect(await known('industrial-output', '2027-M1-2', subject)).toBe('1050')
  expect((await look(analyst, id)).line.standing).toMatchObject({ isEstimated: false })
  expect(await estimates()).not.toContainEqual({ ...own, indicator: 'industrial-output' })
})

test('progress counts by park what is open, waits, went back and is accepted', async () => {
  const { body } = await ask(
    analyst,
    'GET',
    '/reports/progress?form=output-and-sales&period=2026-M1-2',
  )
  expect(body).toMatchObject({
    units: [{ code: 'park-01', asked: 4, open: 1, submitted: 0, returned: 0, accepted: 3 }],
  })
})

test('who owes a form is reminded, and the burden is counted and capped', async () => {
  const question = { form: 'output-and-sales', period: '2026-03' }
  const { body } = await ask(analyst, 'POST', '/reports/reminders', question)
  expect(body).toEqual({ reminded: 3 })
  const told = await db
    .selectFrom('notification')
    .select(['userId', 'kind'])
    .where('kind', '=', 'report-reminded')
    .execute()
  expect(new Set(told.map(({ userId }) => userId))).toEqual(new Set([reporter.id, parkUser.id]))
  const burden = await ask(analyst, 'GET', '/reports/burden?period=2026-03')
  expect(burden.body).toMatchObject({
    cap: null,
    reporters: [{ forms: 1, asked: 8, prefilled: 8 }, {}, {}, {}],
  })
  await ask(analyst, 'PUT', '/reports/burden/cap', { cap: 20, why: '减负' })
  const over = await ask(analyst, 'POST', '/reports/rounds', { form: 'energy', period: '2026-03' })
  expect([over.status, over.body]).toMatchObject([409, { code: 'burden-over-cap' }])
})

function more(name: string, formula: string) {
  return {
    code: `x-${name}`,
    name,
    indent: 0,
    unit: '千元',
    decimals: 0,
    columns: ['to-date'] as const,
    formula,
    isRequired: false,
  }
}

test('a form is changed in versions; one with a cycle or a wrong unit is told where', async () => {
  const { body } = await ask(analyst, 'GET', '/forms/output-and-sales')
  const { versions } = formHistory.reply.parse(body)
  const [latest] = versions
  if (!latest) throw new Error('The form has a version')
  const { form, version } = latest
  const [first, ...others] = form.sections
  const define = (rows: Report['form']['sections'][number]['rows'], from = '2027-03') =>
    ask(analyst, 'PUT', '/forms/output-and-sales', {
      code: form.code,
      form: { ...form, sections: [{ title: '', rows }, ...others] },
      version,
      from,
      isActive: true,
      why: '增加一行',
    })
  const rows = first?.rows ?? []
  const cyclic = await define([...rows, more('甲', '乙 + 1千元'), more('乙', '甲 + 1千元')])
  expect(cyclic.body).toMatchObject({
    code: 'form-wrong',
    detail: { problems: [{ code: 'formula-cycle' }] },
  })
  const wrong = await define(rows.map((row) => (row.code === '01' ? { ...row, unit: '人' } : row)))
  expect(JSON.stringify(wrong.body)).toContain('unit-differs')
  const right = await define([...rows, more('产销差', '工业总产值 - 工业销售产值')])
  expect(right.body).toMatchObject({ version: version + 1, from: '2027-03' })
  const stale = await define(rows)
  expect(stale.status).toBe(409)
})

test('a check is tried on a past month before it is put in force', async () => {
  const { body } = await ask(analyst, 'GET', '/forms/output-and-sales')
  const { versions } = formHistory.reply.parse(body)
  const form = versions.at(-1)?.form
  if (!form) throw new Error('The form has a version')
  const check = {
    code: 'large',
    name: '大户',
    holds: '工业总产值 <= 500千元',
    level: 'soft',
    advice: '',
    notIn: [],
  }
  const trial = await ask(analyst, 'POST', '/forms/trials', {
    form: { ...form, checks: [check] },
    period: '2026-M1-2',
  })
  expect(trial.body).toMatchObject({
    problems: [],
    looked: 3,
    checks: [{ check: 'large', hits: 1, examples: [{ subjectName: '丁厂' }] }],
  })
})
