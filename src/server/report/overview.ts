import type {
  collectionProgress,
  listReports,
  listRounds,
  reportCalendar,
} from '#contract/report.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import type { OrganisationId } from '#core/id.ts'
import { endMonth } from '#core/indicator/membership.ts'
import { nameOn } from '#core/organisation/organisation.ts'
import { nextPeriod, parsePeriod, type Period, periodsOfYear, yearOf } from '#core/period/period.ts'
import { dueDay } from '#core/report/life.ts'
import { calendarFor } from '#server/calendar/calendar-store.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadContext } from '#server/http/context.ts'
import { notFound } from '#server/http/failure.ts'
import { organisationOfCode, organisationsOf } from '#server/organisation/store.ts'
import { formIn, formsIn, formsOf, type StoredForm } from './form-store.ts'
import { lineGround, reportLine } from './line.ts'
import {
  countReports,
  countsByUnit,
  findReports,
  type ReportFilter,
  type UnitCounts,
} from './report-store.ts'
import { roundOf, roundsOf, type RoundRow } from './round-store.ts'

/** The reports within the caller's reach that a filter leaves. */
export async function reportsSeen(
  context: ReadContext,
  { form, period, state, park, late, text, limit, offset }: Parsed<typeof listReports>,
): Promise<Answer<typeof listReports>> {
  const { db, region, now, scopeOf } = context
  const unit =
    park === undefined ? undefined : (await organisationOfCode(db, region.code, park))?.id
  if (park !== undefined && unit === undefined) return { reports: [], total: 0 }
  const filter: ReportFilter = {
    scope: scopeOf('see-reports'),
    states: state,
    ...(form !== undefined && { form }),
    ...(period !== undefined && { period }),
    ...(unit !== undefined && { unit }),
    ...(text && { text }),
    ...(late !== undefined && { late: { isLate: late === 'true', day: dayInChina(now) } }),
  }
  const rows = await findReports(db, region.code, filter, { limit, offset })
  const ground = await lineGround(db, region.code, now)
  return {
    reports: rows.map((row) => reportLine(row, ground)),
    total: await countReports(db, region.code, filter),
  }
}

/** How far a round is, by park, town or unit asked. */
export async function progressOf(
  { db, region, now, scopeOf }: ReadContext,
  { form, period }: Parsed<typeof collectionProgress>,
): Promise<Answer<typeof collectionProgress>> {
  const round = await roundOf(db, region.code, form, period)
  if (!round) throw notFound('Round')
  const day = dayInChina(now)
  const filter = { form, period, scope: scopeOf('see-reports') }
  const counts = await countsByUnit(db, region.code, filter, day)
  const units = new Map((await organisationsOf(db, region.code)).map((one) => [one.id, one]))
  return {
    due: round.due,
    units: counts
      .map(({ unit, form: _form, period: _period, ...rest }) => ({
        ...named(unit, (id) => units.get(id), region, day),
        ...rest,
      }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  }
}

function named(
  unit: OrganisationId | null,
  unitOf: (id: OrganisationId) => Parameters<typeof nameOn>[0] | undefined,
  region: ReadContext['region'],
  day: string,
): { readonly code: string; readonly name: string } {
  const one = unit === null ? undefined : unitOf(unit)
  return one ? { code: one.code, name: nameOn(one, day) } : { code: region.code, name: region.name }
}

/** The rounds there are, and of each form the one that comes next. */
export async function roundsSeen({
  db,
  region,
  now,
  scopeOf,
}: ReadContext): Promise<Answer<typeof listRounds>> {
  const day = dayInChina(now)
  const forms = await formsOf(db, region.code)
  const rounds = await roundsOf(db, region.code)
  const counts = await countsByUnit(db, region.code, { scope: scopeOf('see-reports') }, day)
  const calendar = await calendarFor(db, region.code)
  return {
    rounds: rounds.map((round) => {
      const own = counts.filter((one) => isOf(one, round))
      return {
        form: round.form,
        formName: formIn(forms, round.form, round.period)?.form.name ?? round.form,
        period: round.period,
        due: round.due,
        openedAt: round.openedAt,
        asked: sum(own, 'asked'),
        accepted: sum(own, 'accepted'),
      }
    }),
    next: nextRounds(forms, rounds, day).map(({ form, period }) => ({
      form: form.code,
      formName: form.name,
      period,
      due: dueDay(form, period, calendar),
    })),
  }
}

function isOf(one: UnitCounts, round: Pick<RoundRow, 'form' | 'period'>): boolean {
  return one.form === round.form && one.period === round.period
}

function sum(counts: readonly UnitCounts[], name: 'asked' | 'accepted'): number {
  return counts.reduce((total, one) => total + one[name], 0)
}

/** Of each form in use the period after its last round; of one never used the last that has ended. */
function nextRounds(forms: readonly StoredForm[], rounds: readonly RoundRow[], day: string) {
  const present = parsePeriod(day.slice(0, 7))
  if (present === undefined) return []
  return formsIn(forms, present).map(({ form }) => {
    const last = rounds.find((round) => round.form === form.code)
    const period = last
      ? nextPeriod(last.period, form.frequency)
      : lastEnded(present, form.frequency)
    return { form, period }
  })
}

function lastEnded(present: Period, frequency: StoredForm['form']['frequency']): Period {
  const year = yearOf(present)
  const periods = [...periodsOfYear(year - 1, frequency), ...periodsOfYear(year, frequency)]
  const ended = periods.filter((each) => endMonth(each) < endMonth(present))
  return ended.at(-1) ?? present
}

/** What is due between two days: rounds that are open, and the next of each form by its rule. */
export async function dueBetween(
  { db, region, now, scopeOf }: ReadContext,
  { from, to }: Parsed<typeof reportCalendar>,
): Promise<Answer<typeof reportCalendar>> {
  const day = dayInChina(now)
  const forms = await formsOf(db, region.code)
  const rounds = await roundsOf(db, region.code)
  const counts = await countsByUnit(db, region.code, { scope: scopeOf('see-reports') }, day)
  const calendar = await calendarFor(db, region.code)
  const open = rounds.map((round) => {
    const own = counts.filter((one) => isOf(one, round))
    return {
      due: round.due,
      form: round.form,
      formName: formIn(forms, round.form, round.period)?.form.name ?? round.form,
      period: round.period,
      isOpen: true,
      asked: sum(own, 'asked'),
      owed: own.reduce((total, one) => total + one.open + one.returned, 0),
    }
  })
  const coming = nextRounds(forms, rounds, day).map(({ form, period }) => ({
    due: dueDay(form, period, calendar),
    form: form.code,
    formName: form.name,
    period,
    isOpen: false,
    asked: 0,
    owed: 0,
  }))
  return {
    entries: [...open, ...coming]
      .filter(({ due }) => from <= due && due <= to)
      .toSorted((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1)),
  }
}
