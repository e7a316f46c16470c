import { figureKey, type Subject, type SubjectKind } from '#core/indicator/figure.ts'
import { type Period, periodsBetween, yearOf } from '#core/period/period.ts'
import { singleTerms } from '#core/period/single-value.ts'
import type { SignalSeries } from '#core/warning/signals.ts'
import type { ReadDb } from '#server/db/db.ts'
import { type Told, toldFigures } from '#server/indicator/told-store.ts'

export interface SeriesQuestion {
  readonly region: string
  readonly kind: SubjectKind
  /** Codes of flows, told cumulatively. */
  readonly indicators: readonly string[]
  readonly until: Period
  readonly asOf?: string
}

/** The codes of subjects of a kind that have figures of any of these indicators. */
export async function subjectsWith(
  db: ReadDb,
  { region, kind, indicators }: Pick<SeriesQuestion, 'region' | 'kind' | 'indicators'>,
): Promise<readonly Subject[]> {
  if (indicators.length === 0) return []
  const rows = await db
    .selectFrom('figureSeries')
    .select('subjectCode')
    .distinct()
    .where('regionCode', '=', region)
    .where('subjectKind', '=', kind)
    .where('indicator', 'in', indicators)
    .orderBy('subjectCode')
    .execute()
  return rows.map(({ subjectCode }) => ({ kind, code: subjectCode }))
}

/** How many years of the past a signal looks at. */
const yearsBack = 3

export interface SubjectSeries {
  readonly subject: Subject
  /** Single periods up to the one asked for, by indicator. */
  readonly series: ReadonlyMap<string, SignalSeries>
}

/** What happened period by period in every subject of a kind: differences of what was told cumulatively. */
export async function signalSeries(
  db: ReadDb,
  question: SeriesQuestion,
): Promise<readonly SubjectSeries[]> {
  const { region, indicators, until, asOf } = question
  const subjects = await subjectsWith(db, question)
  const periods = periodsBetween(`${yearOf(until) - yearsBack}-M1-2` as Period, until)
  const figures = await toldFigures(db, {
    region,
    subjects,
    indicators,
    periods,
    ...(asOf !== undefined && { asOf }),
  })
  const told = new Map(figures.map((figure) => [figureKey(figure), figure]))
  return subjects.map((subject) => ({
    subject,
    series: new Map(
      indicators.map((indicator) => [
        indicator,
        singles(periods, (period) => told.get(figureKey({ subject, indicator, period }))),
      ]),
    ),
  }))
}

function singles(
  periods: readonly Period[],
  toldAt: (period: Period) => Told | undefined,
): SignalSeries {
  const single = (period: Period, pick: (told: Told) => string | null): number | undefined => {
    const terms = singleTerms(period)
    const plus = terms && amount(toldAt(terms.plus), pick)
    if (plus === undefined || terms?.minus === undefined) return plus
    const minus = amount(toldAt(terms.minus), pick)
    return minus === undefined ? undefined : plus - minus
  }
  return {
    // Growth compares like with like: of a sum only those members that told their base.
    values: periods.map((period) => single(period, ({ matched, value }) => matched ?? value)),
    bases: periods.map((period) => single(period, ({ base }) => base)),
  }
}

function amount(told: Told | undefined, pick: (told: Told) => string | null): number | undefined {
  const text = told && pick(told)
  return text === null || text === undefined ? undefined : Number(text)
}
