import {
  type FigureKey,
  figureKey,
  type GivenFigure,
  type Subject,
  subjectKey,
} from '#core/indicator/figure.ts'
import { countsAt, endMonth, isMember } from '#core/indicator/membership.ts'
import { type Counting, isSameAmount, type SumChange, sumDifferences } from '#core/indicator/sum.ts'
import type { Period } from '#core/period/period.ts'
import type { Db } from '#server/db/db.ts'
import { badInput } from '#server/http/failure.ts'
import type { Acceptance, Accepted } from './acceptance.ts'
import { holdClock, saveClock } from './clock.ts'
import { summedIndicators } from './library/library-store.ts'
import { membershipsOf, type StoredMembership } from './membership-store.ts'
import { addObservations, gapOf, type Observed, presentObservations } from './observation-store.ts'
import { knownSeries, numberSeries, seriesKey } from './series-store.ts'
import { addToSums } from './sum-store.ts'

/**
 * Makes figures known and brings every sum they stand in up to date, in the caller's transaction.
 * Figures that say what is known already change nothing. Refuses (400) unknown indicators and the
 * same figure given twice. Whoever calls it tells `staleFigures`.
 */
export async function acceptFigures(
  db: Db,
  acceptance: Acceptance,
  figures: readonly GivenFigure[],
): Promise<Accepted> {
  const summed = await checked(db, figures)
  const { region } = acceptance
  const clock = await holdClock(db, acceptance)
  const numbered = await numberSeries(db, region, clock, figures)
  const given = figures.map((figure) => {
    const seriesId = numbered.ids.get(seriesKey(figure))
    if (seriesId === undefined) throw new Error(`No series for ${figureKey(figure)}`)
    return { figure, seriesId, period: figure.period }
  })
  const present = new Map(
    (await presentObservations(db, region, given)).map((observed) => [placeOf(observed), observed]),
  )
  const changed = given.filter((one) => isDifferent(one.figure, present.get(placeOf(one))))
  if (changed.length === 0) return { knownFrom: clock.knownFrom, changed: 0 }

  const afterFigures = await addObservations(
    db,
    acceptance,
    numbered.clock,
    changed.map(({ figure, seriesId }) => [figure, seriesId]),
  )
  const counting = changed.filter(
    ({ figure }) => isMember(figure.subject) && summed.has(figure.indicator),
  )
  const countsOf = countsBy(region, await membershipsOf(db, region, distinctSubjects(counting)))
  const changes = counting.map((one): SumChange => {
    const { figure } = one
    const counts = countsOf(figure)
    return {
      indicator: figure.indicator,
      period: figure.period,
      was: {
        known: present.get(placeOf(one)),
        counts,
      },
      is: {
        known: {
          value: figure.value,
          base: figure.base ?? null,
        },
        counts,
      },
    }
  })
  const afterSums = await addToSums(db, region, afterFigures, sumDifferences(changes))
  await saveClock(
    db,
    region,
    afterSums,
    afterSums.series > clock.series
      ? 'everything'
      : [...new Set(changed.map(({ figure }) => figure.indicator))],
  )
  return { knownFrom: clock.knownFrom, changed: changed.length }
}

/**
 * Takes figures back: they count as `withdrawn` from now on, what was known before stays known.
 * Those of which nothing is known change nothing.
 */
export async function withdrawFigures(
  db: Db,
  acceptance: Acceptance,
  figures: readonly FigureKey[],
): Promise<Accepted> {
  const { region, by } = acceptance
  await holdClock(db, acceptance)
  const ids = await knownSeries(db, region, figures)
  const wanted = figures.flatMap((figure) => {
    const seriesId = ids.get(seriesKey(figure))
    return seriesId === undefined ? [] : [{ figure, seriesId, period: figure.period }]
  })
  const known = new Set((await presentObservations(db, region, wanted)).map(placeOf))
  return acceptFigures(
    db,
    acceptance,
    wanted
      .filter((one) => known.has(placeOf(one)))
      .map(({ figure }) => ({
        ...figure,
        value: null,
        base: null,
        gap: 'withdrawn' as const,
        source: {
          kind: 'person' as const,
          reference: by.id,
        },
      })),
  )
}

/** Which of the indicators are summed over members. */
async function checked(db: Db, figures: readonly GivenFigure[]): Promise<ReadonlySet<string>> {
  const seen = new Set<string>()
  for (const figure of figures) {
    const key = figureKey(figure)
    if (seen.has(key)) throw badInput('figure-twice', 'A figure is given twice', { figure: key })
    seen.add(key)
  }
  const codes = [...new Set(figures.map(({ indicator }) => indicator))]
  const known = await summedIndicators(db, codes)
  const unknown = codes.filter((code) => !known.has(code))
  if (unknown.length > 0) {
    throw badInput('indicator-unknown', 'No such indicator', { indicators: unknown })
  }
  return new Set(codes.filter((code) => known.get(code)))
}

function isDifferent(figure: GivenFigure, present: Observed | undefined): boolean {
  return !(
    present &&
    isSameAmount(present.value, figure.value) &&
    isSameAmount(present.base, figure.base ?? null) &&
    present.gap === gapOf(figure)
  )
}

function distinctSubjects(
  changed: readonly { readonly figure: GivenFigure }[],
): readonly Subject[] {
  return [
    ...new Map(changed.map(({ figure }) => [subjectKey(figure.subject), figure.subject])),
  ].map(([, subject]) => subject)
}

/** Where a figure counts; one list for all figures of a subject and the end of a period. */
function countsBy(
  region: string,
  memberships: ReadonlyMap<string, readonly StoredMembership[]>,
): (figure: GivenFigure) => readonly Counting[] {
  const known = new Map<string, readonly Counting[]>()
  return ({ subject, period }) => {
    const key = `${subjectKey(subject)} ${period}`
    const counts =
      known.get(key) ??
      countsAt(region, memberships.get(subjectKey(subject)) ?? [], endMonth(period))
    known.set(key, counts)
    return counts
  }
}

function placeOf({
  seriesId,
  period,
}: {
  readonly seriesId: number
  readonly period: Period
}): string {
  return `${seriesId} ${period}`
}
