import type { Demonstration } from '#core/demonstration/demonstration.ts'
import { formCells } from '#core/demonstration/form-cells.ts'
import type { DemonstrationReport } from '#core/demonstration/reports.ts'
import { type SlipKind, slipKey } from '#core/demonstration/slips.ts'
import { endMonth } from '#core/indicator/membership.ts'
import { monthsOf, type Period, yearOf } from '#core/period/period.ts'
import { checkHits } from '#core/report/checks.ts'
import { withComputed } from '#core/report/compile-form.ts'
import { dueDay } from '#core/report/life.ts'
import { calendarFor } from '#server/calendar/calendar-store.ts'
import { dayInChina } from '#server/clock.ts'
import type { Db } from '#server/db/db.ts'
import { groundsOfRows } from '#server/report/accept.ts'
import { askedOf } from '#server/report/asked.ts'
import {
  formIn,
  formsOf,
  insertForm,
  readyForm,
  type StoredForm,
} from '#server/report/form-store.ts'
import { cellsOfReport } from '#server/report/ground.ts'
import { newReport } from '#server/report/open-round.ts'
import { addActs, addRemarks, type NewAct } from '#server/report/report-history.ts'
import {
  findReports,
  insertReports,
  type ReportRow,
  saveReportRow,
} from '#server/report/report-store.ts'
import { insertRounds, roundsOf } from '#server/report/round-store.ts'
import { readIndustries } from '#server/reference/industries.ts'
import { demonstrationIdentity, demonstrationRegion } from './demonstration.ts'
import { underItsClass } from './seed-listed.ts'

const region = demonstrationRegion.code
const by = demonstrationIdentity.user

// Reference data of the program: the same as long as it runs.
const industries = readIndustries()

// Older months are kept as figures only.
const keptMonths = 3
const monthly = ['output-and-sales', 'finance'] as const

/**
 * Reports of the last months of the invented district: accepted, but for those of the last month that are
 * late, wrong or wait for review. The round of energy and that of the parks are open.
 */
export async function seedReports(db: Db, demonstration: Demonstration): Promise<void> {
  if ((await roundsOf(db, region)).length > 0) return
  const forms = await formsOf(db, region)
  const periods = demonstration.periods.slice(-keptMonths)
  const last = periods.at(-1)
  if (last === undefined) return
  const rounds = [
    ...periods.flatMap((period) => monthly.map((code) => [code, period] as const)),
    ['energy', last] as const,
    ['park-month', last] as const,
  ]
  const codes = new Set<string>(rounds.map(([code]) => code))
  for (const one of forms.filter(({ form }) => codes.has(form.code))) {
    if (one.at === undefined) await insertForm(db, region, { ...one, at: openedAt(last) })
  }
  for (const [code, period] of rounds) {
    const form = formIn(forms, code, period)
    if (form) await seedRound(db, demonstration, { form, period, isLast: period === last })
  }
  await sayOfUnfinished(db, last)
}

/** The second of the month after. */
function openedAt(period: Period): string {
  const [year, month] = [yearOf(period), monthsOf(period).to]
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  return `${next}-02T01:00:00.000Z`
}

interface SeededRound {
  readonly form: StoredForm
  readonly period: Period
  readonly isLast: boolean
}

async function seedRound(
  db: Db,
  demonstration: Demonstration,
  { form: { form, version }, period, isLast }: SeededRound,
): Promise<void> {
  const at = openedAt(period)
  const due = dueDay(form, period, await calendarFor(db, region))
  const round = {
    regionCode: region,
    form: form.code,
    period,
    periodEnd: endMonth(period),
    version,
    due,
    openedBy: by,
    openedAt: at,
    overCapWhy: null,
  }
  await insertRounds(db, [round])
  const asked = await askedOf(db, { region, reporter: form.reporter, period, organisations: [] })
  const index = new Map<string, number>(demonstration.enterprises.map(({ id }, i) => [id, i]))
  const told = Map.groupBy(demonstration.reportsOf(period), ({ enterprise }) => enterprise)
  const isEnergy = form.code === 'energy'
  const { compiled } = readyForm(form, [])
  const signing = await enterprisesSigningIn(db)
  const tree = await industries
  const rows = asked.map((each, position): ReportRow => {
    const row = newReport(round, each)
    const report = told.get(index.get(each.subject.code) ?? -1)?.at(-1)
    if (!report) return row
    const isOwn = isEnergy && signing.has(each.subject.code)
    const state = isOwn
      ? 'untouched'
      : isEnergy
        ? energyState(position)
        : stateOf(demonstration, report, isLast)
    if (state === 'untouched') return row
    const typed = formCells(form, demonstration, report)
    const archive = { cellsOf: () => undefined }
    const cells = Object.fromEntries(
      withComputed(compiled, { form, period, cells: typed, archive }),
    )
    const filled = filledIn(row, report, { state, cells })
    // Who signs in lists rows by hand; what waits is looked at as it is.
    const code = demonstration.enterprises[report.enterprise]?.branch.industry
    const isListed = state === 'accepted' && !signing.has(each.subject.code)
    return isListed && code !== undefined ? underItsClass(filled, form, { code, tree }) : filled
  })
  await insertReports(db, rows)
  await addActs(
    db,
    { region, by, at },
    rows.flatMap(({ id, state }): NewAct[] => [
      { report: id, act: 'opened' },
      ...(state === 'open' ? [] : [{ report: id, act: 'submitted' } as const]),
      ...(state === 'accepted' ? [{ report: id, act: 'accepted' } as const] : []),
    ]),
  )
}

/** Who signs in for an enterprise finds something to fill in. */
async function enterprisesSigningIn(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('enterprise')
    .select('id')
    .where('regionCode', '=', region)
    .where('organisationId', 'is not', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

type SeededState = 'untouched' | 'open' | 'park' | 'region' | 'accepted'

/** Energy is due later: of ten reports one is not begun, three wait for review. */
function energyState(position: number): SeededState {
  const states: readonly SeededState[] = ['untouched', 'park', 'park', 'region']
  return states[position % 10] ?? 'accepted'
}

// What a hard check refuses cannot have been handed in.
const refusedSlips: ReadonlySet<SlipKind> = new Set([
  'negative',
  'exports-over-sales',
  'goods-over-inventories',
])

function stateOf(
  { slips }: Demonstration,
  { enterprise, period, acceptedAt }: DemonstrationReport,
  isLast: boolean,
): SeededState {
  if (acceptedAt !== undefined || !isLast) return 'accepted'
  const slip = slips.find(
    (one) => slipKey(one.enterprise, one.period) === slipKey(enterprise, period),
  )
  if (slip && refusedSlips.has(slip.kind)) return 'open'
  return enterprise % 2 === 0 ? 'park' : 'region'
}

function filledIn(
  row: ReportRow,
  { submittedAt, acceptedAt }: DemonstrationReport,
  {
    state,
    cells,
  }: { readonly state: SeededState; readonly cells: Readonly<Record<string, string>> },
): ReportRow {
  const cellRevisions = Object.fromEntries(Object.keys(cells).map((key) => [key, 1]))
  const begun = { ...row, cells, cellRevisions, changedAt: submittedAt, revision: 1 }
  if (state === 'open') return begun
  const submitted = {
    ...begun,
    state: 'submitted' as const,
    waitsFor: state === 'park' ? ('park' as const) : ('region' as const),
    submittedAt,
    submittedOn: dayInChina(submittedAt),
    revision: 2,
  }
  if (state !== 'accepted') return submitted
  const moment = acceptedAt ?? submittedAt
  return {
    ...submitted,
    state: 'accepted',
    waitsFor: null,
    knownCells: cells,
    reviewedAt: moment,
    acceptedAt: moment,
    changedAt: moment,
    revision: 3,
  }
}

/** What the checks say of reports that are not accepted yet, and how it was explained; one went back. */
async function sayOfUnfinished(db: Db, period: Period): Promise<void> {
  const found = await findReports(db, region, { period, states: ['open', 'submitted'] })
  const rows = found.filter(({ revision }) => revision > 0)
  const grounds = await groundsOfRows({ db, region: demonstrationRegion }, rows)
  let isBack = false
  for (const row of rows) {
    const ground = grounds(row)
    const hits = checkHits(ground.compiled, cellsOfReport(row, ground))
    const hardHits = hits.filter(({ level }) => level === 'hard').length
    const [first] = hits
    const goesBack: boolean =
      !isBack && row.state === 'submitted' && row.form !== 'energy' && first !== undefined
    isBack ||= goesBack
    await saveReportRow(db, row, {
      cells: Object.fromEntries(cellsOfReport({ ...row, state: 'open' }, ground).cells),
      hardHits,
      softHits: hits.length - hardHits,
      ...(row.state === 'submitted' && {
        explanations: Object.fromEntries(hits.map(({ check }) => [check, '已核对，按账面数填报'])),
      }),
      ...(goesBack && { state: 'returned', waitsFor: null, revision: row.revision + 1 }),
    })
    if (!goesBack || !first) continue
    const at = openedAt(period).replace('-02T', '-12T')
    const cell = first.cells[0]
    const remark = { text: `${first.name}，请核对后更正`, ...(cell !== undefined && { cell }) }
    await addRemarks(db, { region, by, at }, row.id, [remark])
    await addActs(db, { region, by, at }, [{ report: row.id, act: 'returned', text: remark.text }])
  }
}
