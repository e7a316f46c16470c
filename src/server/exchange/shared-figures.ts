import { type Subject, subjectKey } from '#core/indicator/figure.ts'
import type { Period } from '#core/period/period.ts'
import { isSdmxCode, sharedKinds } from '#core/sdmx/dataflow.ts'
import type { SharedObservation } from '#core/sdmx/observation.ts'
import type { ReadContext } from '#server/http/context.ts'
import { badInput, Failure } from '#server/http/failure.ts'
import { asOfPart } from '#server/indicator/as-of.ts'
import { changedSince, type FigureState, statesOf } from '#server/indicator/figure-history.ts'
import { lookerOf, shownTo } from '#server/indicator/figure-scope.ts'
import { type FigureQuestion, figuresOf } from '#server/indicator/figures.ts'
import { libraryAt } from '#server/indicator/library/library.ts'
import { knownPeriods, subjectsWithSeries } from '#server/indicator/moment-store.ts'
import { vocabularyOf } from '#server/figure-import/vocabulary.ts'
import { indicatorsWithSeries } from './series-store.ts'

/** Most figures in one reply. */
const mostFigures = 50_000

export interface SharedQuestion {
  /** Absent for all there are. */
  readonly subjects?: readonly Subject[]
  readonly indicators?: readonly string[]
  readonly periods?: (known: readonly Period[]) => readonly Period[]
  readonly asOf?: string | undefined
  readonly includeHistory: boolean
  readonly updatedAfter?: string | undefined
}

/** Everything there is to share of a region: subjects, indicators the caller may see, periods. */
export interface SharedUniverse {
  readonly subjects: readonly (Subject & { readonly name: string })[]
  readonly indicators: readonly {
    readonly code: string
    readonly name: string
    readonly englishName: string
    readonly unit: string
  }[]
  readonly periods: readonly Period[]
}

export async function sharedUniverse(context: ReadContext): Promise<SharedUniverse> {
  const { db, region, key } = context
  const [library, vocabulary, periods] = await Promise.all([
    libraryAt(db),
    vocabularyOf(db, region),
    knownPeriods(db, region.code),
  ])
  const names = new Map(
    [vocabulary.region, ...vocabulary.subjects].map((one) => [subjectKey(one.subject), one.name]),
  )
  const subjects: Subject[] = []
  for (const kind of sharedKinds)
    subjects.push(...(await subjectsWithSeries(db, region.code, kind)))
  return {
    subjects: subjects
      .filter(({ code }) => isSdmxCode(code))
      .map(({ kind, code }) => ({
        kind,
        code,
        name: names.get(subjectKey({ kind, code })) ?? code,
      })),
    indicators: [...library.entries.values()]
      .flatMap((versions) => versions.at(-1)?.definition ?? [])
      .filter(({ code }) => key?.indicators === undefined || key.indicators.has(code)),
    periods,
  }
}

/** Figures for neighbours: nothing of single enterprises, nothing beyond the indicators of a key. */
export async function sharedFiguresOf(
  context: ReadContext,
  asked: SharedQuestion,
): Promise<readonly SharedObservation[]> {
  const { db, region } = context
  const universe = await sharedUniverse(context)
  const indicators = asked.indicators ?? (await withSeries(context, universe))
  const known = new Map(universe.indicators.map((one) => [one.code, one]))
  const foreign = indicators.filter((code) => !known.has(code))
  if (foreign.length > 0) {
    throw new Failure(
      {
        code: 'indicator-not-shared',
        title: 'No such indicator, or not for this key',
        detail: { indicators: foreign },
      },
      403,
    )
  }
  const names = new Map(universe.subjects.map((one) => [subjectKey(one), one.name]))
  const question: FigureQuestion = {
    region: region.code,
    subjects: sharedSubjects(asked.subjects ?? universe.subjects),
    indicators: [...new Set(indicators)],
    periods: asked.periods?.(universe.periods) ?? universe.periods,
    ...asOfPart(asked.asOf),
  }
  const size = question.subjects.length * question.indicators.length * question.periods.length
  if (size > mostFigures) {
    throw badInput('too-many-figures', `More than ${mostFigures} figures`, { count: size })
  }
  const states = await statesAsked(context, question, asked)
  const shown = await shownTo(
    db,
    lookerOf(context),
    states.map(({ figure }) => figure),
  )
  return states.flatMap(({ knownFrom, knownTo }, index): readonly SharedObservation[] => {
    const figure = shown[index]
    if (!figure) return []
    const { subject, indicator, period, value, base, gap } = figure
    // Nothing known at all is no observation, but what is known no more since a moment is told.
    const isSince = asked.updatedAfter !== undefined && !asked.includeHistory
    const isGone = isSince && value === null && (gap === 'missing' || gap === 'withdrawn')
    if (value === null && gap === 'missing' && !isGone) return []
    return [
      {
        subject,
        subjectName: names.get(subjectKey(subject)) ?? subject.code,
        indicator,
        indicatorName: known.get(indicator)?.name ?? indicator,
        unit: known.get(indicator)?.unit ?? '',
        period,
        value,
        base,
        ...(gap !== undefined && { gap }),
        ...(knownFrom !== undefined && { validFrom: knownFrom }),
        ...(knownTo !== undefined && { validTo: knownTo }),
        ...(isGone && { isGone }),
      },
    ]
  })
}

async function withSeries(
  { db, region }: ReadContext,
  { indicators }: SharedUniverse,
): Promise<readonly string[]> {
  const told = await indicatorsWithSeries(db, region.code)
  return indicators.map(({ code }) => code).filter((code) => told.has(code))
}

function sharedSubjects(subjects: readonly Subject[]): readonly Subject[] {
  const single = subjects.find(({ kind }) => !sharedKinds.some((one) => one === kind))
  if (single) {
    throw new Failure(
      {
        code: 'subject-not-shared',
        title: 'Single enterprises and projects are not shared',
        detail: single,
      },
      403,
    )
  }
  return subjects.map(({ kind, code }) => ({ kind, code }))
}

async function statesAsked(
  { db }: ReadContext,
  question: FigureQuestion,
  { includeHistory, updatedAfter }: SharedQuestion,
): Promise<readonly FigureState[]> {
  if (includeHistory) return statesOf(db, question, updatedAfter)
  const figures =
    updatedAfter === undefined
      ? await figuresOf(db, question)
      : await changedSince(db, question, updatedAfter)
  return figures.map((figure) => ({ figure }))
}
