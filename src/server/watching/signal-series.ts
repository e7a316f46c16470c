import type { Subject, SubjectKind } from '#core/indicator/figure.ts'
import { type Period, periodsBetween, yearOf } from '#core/period/period.ts'
import type { Seen } from '#core/warning/look.ts'
import { seriesTerms, singleSeries, type ToldSample } from '#core/warning/single-series.ts'
import type { ReadDb } from '#server/db/db.ts'
import { libraryAt } from '#server/indicator/library/library.ts'
import { type Told, toldFigures } from '#server/indicator/told-store.ts'

export interface SeriesQuestion {
  readonly region: string
  readonly kind: SubjectKind
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

/** What happened period by period in every subject of a kind. */
export async function signalSeries(db: ReadDb, question: SeriesQuestion): Promise<readonly Seen[]> {
  const { region, indicators, until, asOf } = question
  const subjects = await subjectsWith(db, question)
  const periods = periodsBetween(`${yearOf(until) - yearsBack}-M1-2` as Period, until)
  const library = await libraryAt(db, asOf)
  const figures = await toldFigures(db, {
    region,
    subjects,
    indicators,
    periods,
    ...(asOf !== undefined && { asOf }),
  })
  const told = new Map(
    [...Map.groupBy(figures, seriesKey)].map(([key, own]) => [
      key,
      new Map(own.map((figure) => [figure.period, sampleOf(figure)])),
    ]),
  )
  const [ofStock, ofFlow] = [seriesTerms(periods, false), seriesTerms(periods, true)]
  const isFlow = new Map(
    indicators.map((code) => {
      const overTime = library.entries.get(code)?.at(-1)?.definition.overTime
      return [code, overTime === undefined || overTime === 'cumulative']
    }),
  )
  return subjects.map((subject) => ({
    subject,
    series: new Map(
      indicators.map((indicator) => {
        const own = told.get(seriesKey({ subject, indicator }))
        const terms = (isFlow.get(indicator) ?? true) ? ofFlow : ofStock
        return [indicator, singleSeries(terms, (period) => own?.get(period))]
      }),
    ),
  }))
}

function seriesKey({ subject, indicator }: Pick<Told, 'subject' | 'indicator'>): string {
  return `${indicator} ${subject.code}`
}

/** Growth compares like with like: of a sum only those members that told their base. */
function sampleOf({ value, matched, base }: Told): ToldSample {
  return { value: amount(matched ?? value), base: amount(base) }
}

function amount(text: string | null): number | undefined {
  return text === null ? undefined : Number(text)
}
