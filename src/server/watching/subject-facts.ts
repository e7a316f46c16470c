import { daysBetween, lastDayOfMonth } from '#core/calendar/day.ts'
import { causes } from '#core/cause/causes.ts'
import { subjectKey } from '#core/indicator/figure.ts'
import { monthsOf, type Period, periodsBetween, yearOf } from '#core/period/period.ts'
import { stalledDays } from '#core/warning/stalled.ts'
import type { Facts, WarningSubject } from '#core/warning/warning-rule.ts'
import type { ReadDb } from '#server/db/db.ts'
import { toldFigures } from '#server/indicator/told-store.ts'
import { causesMembers } from './causes.ts'
import { subjectsWith } from './signal-series.ts'

export interface FactQuestion {
  readonly region: string
  readonly period: Period
  /** The day on which it is asked who is late. */
  readonly day: string
  readonly asOf?: string
}

/** What is known of the subjects of a kind beside their series, by `subjectKey`. */
export async function factsOf(
  db: ReadDb,
  kind: WarningSubject,
  question: FactQuestion,
): Promise<ReadonlyMap<string, Facts>> {
  switch (kind) {
    case 'region':
      return concentration(db, question)
    case 'project':
      return joined(await lateness(db, kind, question), await standstill(db, question))
    case 'enterprise':
      return lateness(db, kind, question)
    case 'park':
    case 'town':
    case 'industry':
    case 'chain':
      return new Map()
  }
}

function joined(
  one: ReadonlyMap<string, Facts>,
  other: ReadonlyMap<string, Facts>,
): ReadonlyMap<string, Facts> {
  const keys = [...new Set([...one.keys(), ...other.keys()])]
  return new Map(keys.map((key) => [key, { ...one.get(key), ...other.get(key) }]))
}

/** How much of the region's output and of its growth hangs on one enterprise. */
async function concentration(
  db: ReadDb,
  { region, period, asOf }: FactQuestion,
): Promise<ReadonlyMap<string, Facts>> {
  const members = await causesMembers(db, {
    region,
    indicator: 'industrial-output',
    period,
    ...(asOf !== undefined && { asOf }),
  })
  const { pulls, base, value } = causes(members)
  const [first] = pulls
  const change = value - base
  const largest = Math.max(0, ...members.map((member) => member.value ?? 0))
  const facts = {
    ...(value > 0 && { 最大企业占比: largest / value }),
    ...(first && change > 0 && { 最大企业拉动占比: first.change / change }),
  }
  return new Map([[subjectKey({ kind: 'region', code: region }), facts]])
}

/** By how many days the reports of a period are late that nobody has submitted yet. */
async function lateness(
  db: ReadDb,
  kind: 'enterprise' | 'project',
  { region, period, day }: FactQuestion,
): Promise<ReadonlyMap<string, Facts>> {
  const rows = await db
    .selectFrom('report')
    .select(['subjectCode', 'due'])
    .where('regionCode', '=', region)
    .where('subjectKind', '=', kind)
    .where('period', '=', period)
    .where('due', '<', day)
    .where((is) => is.or([is('submittedOn', 'is', null), is('submittedOn', '>', day)]))
    .execute()
  const earliest = new Map<string, string>()
  for (const { subjectCode: code, due } of rows) {
    const key = subjectKey({ kind, code })
    const known = earliest.get(key)
    if (known === undefined || due < known) earliest.set(key, due)
  }
  return new Map([...earliest].map(([key, due]) => [key, { 逾期天数: daysBetween(due, day) }]))
}

const investment = 'industrial-investment'

/** For how many days nothing was invested in projects that are under way. */
async function standstill(
  db: ReadDb,
  { region, period, asOf }: FactQuestion,
): Promise<ReadonlyMap<string, Facts>> {
  const subjects = await subjectsWith(db, { region, kind: 'project', indicators: [investment] })
  const year = yearOf(period)
  const first = `${year - 1}-01` as Period
  const figures = await toldFigures(db, {
    region,
    subjects,
    indicators: [investment],
    periods: periodsBetween(first, endOf(period), 'calendar-month'),
    ...(asOf !== undefined && { asOf }),
  })
  const told = Map.groupBy(figures, ({ subject }) => subjectKey(subject))
  const ends = await plannedEnds(db, region)
  return new Map(
    subjects.flatMap((subject) => {
      const known = (told.get(subjectKey(subject)) ?? []).flatMap(({ period: at, value }) =>
        value === null ? [] : [{ period: at, value: Number(value) }],
      )
      const days = stalledDays(known, endOf(period))
      const end = ends.get(subject.code)
      // Of what no plan names nobody knows whether it is finished: it has to have begun this year.
      const isUnderWay =
        end === undefined
          ? known.some(({ period: at, value }) => yearOf(at) === year && value > 0)
          : end >= year
      return isUnderWay && days !== undefined ? [[subjectKey(subject), { 停滞天数: days }]] : []
    }),
  )
}

/** Projects have a figure for each calendar month: the end of 1-2月 is February. */
function endOf(period: Period): Period {
  return `${yearOf(period)}-${twoDigits(monthsOf(period).to)}` as Period
}

function twoDigits(month: number): string {
  return String(month).padStart(2, '0')
}

/** The years in which projects of plans are to be finished; endless where the plan does not say. */
async function plannedEnds(db: ReadDb, region: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('planProject')
    .select(['id', 'endYear'])
    .where('regionCode', '=', region)
    .execute()
  return new Map(rows.map(({ id, endYear }) => [id, endYear ?? Infinity]))
}

/** The day by which it is asked who was late with a period: the end of the month after it, or today. */
export function lookDay(period: Period, today: string): string {
  const [year, to] = [yearOf(period), monthsOf(period).to]
  const end = lastDayOfMonth(to === 12 ? `${year + 1}-01` : `${year}-${twoDigits(to + 1)}`)
  return end < today ? end : today
}
