import { Decimal } from 'decimal.js'
import type { Environment } from '#core/expression/check/step.ts'
import { isGap, settled, type Value } from '#core/expression/value.ts'
import {
  type Figure,
  type FigureGap,
  type FigureKey,
  type Subject,
  subjectKey,
} from '#core/indicator/figure.ts'
import { figuresAt } from '#core/indicator/figures-at.ts'
import { type CompiledLibrary, entryAt, leavesOf } from '#core/indicator/library.ts'
import { type Period, samePeriodLastYear } from '#core/period/period.ts'
import type { ReadDb } from '#server/db/db.ts'
import { type AskedFigures, withFigures } from './asked-figures.ts'
import { answersOnce, type FigureState, figureState, isSettled } from './kept-answers.ts'
import { libraryAt, libraryUpTo } from './library/library.ts'
import type { Span } from './moment-store.ts'
import type { Told } from './told-store.ts'

export interface FigureQuestion {
  readonly region: string
  readonly subjects: readonly Subject[]
  /** Codes, of derived indicators too. */
  readonly indicators: readonly string[]
  readonly periods: readonly Period[]
  /** The moment whose knowledge is asked for; the present where absent. */
  readonly asOf?: string
}

/**
 * The figures of all subjects, indicators and periods, in this order, stored and derived alike. One
 * that is not known is there with its gap. Nothing is hidden here: routes apply the scope.
 */
export async function figuresOf(db: ReadDb, question: FigureQuestion): Promise<readonly Figure[]> {
  return figuresIn(db, await figureState(db, question.region, question.asOf), question)
}

/** The same for who asks several questions and knows the state already. */
export async function figuresIn(
  db: ReadDb,
  state: FigureState | undefined,
  question: FigureQuestion,
): Promise<readonly Figure[]> {
  const { asOf: _moment, ...present } = question
  const { region, subjects, indicators, periods } = present
  if (!state) return (await figuresAndSpan(db, question)).figures
  const { asOf } = state
  const known = asOf === undefined ? present : { ...present, asOf }
  const libraryThen = () =>
    asOf === undefined ? libraryUpTo(db, state.library) : libraryAt(db, asOf)
  const library = isSettled(state) ? undefined : await libraryThen()
  // Each indicator is kept by itself: a correction of one leaves the others.
  const whom = JSON.stringify([subjects.map(subjectKey), periods, asOf])
  const asked = [...new Set(indicators)].map((indicator) => ({
    indicator,
    question: `${indicator} ${whom}`,
    reads: library?.behind.get(library.codes.get(indicator) ?? indicator) ?? [indicator],
    figures: subjects.length * periods.length,
  }))
  const answers = await answersOnce(db, { region, state }, asked, async (missing) => {
    const codes = missing.map(({ indicator }) => indicator)
    const asking = { ...known, indicators: codes }
    const { figures } = await computed(db, asking, library ?? (await libraryThen()))
    const byCode = Map.groupBy(figures, ({ indicator }) => indicator)
    return codes.map((code) => byCode.get(code) ?? [])
  })
  const byIndicator = new Map(asked.map(({ indicator }, i) => [indicator, answers[i] ?? []]))
  return subjects.flatMap((_, at) =>
    indicators.flatMap((indicator) => {
      const own = byIndicator.get(indicator) ?? []
      return own.slice(at * periods.length, (at + 1) * periods.length)
    }),
  )
}

/** The same with all that was looked at to get there. */
export async function figuresAndSpan(
  db: ReadDb,
  question: FigureQuestion,
): Promise<FiguresAndSpan> {
  return computed(db, question, await libraryAt(db, question.asOf))
}

interface FiguresAndSpan {
  readonly figures: readonly Figure[]
  readonly span: Span
}

function computed(
  db: ReadDb,
  question: FigureQuestion,
  library: CompiledLibrary,
): Promise<FiguresAndSpan> {
  const { subjects, indicators, periods } = question
  const leaves = indicators.flatMap((indicator) => leavesOf(library, indicator))
  // Growth as it was a year ago is what most formulas ask for beyond the periods themselves.
  const surely = {
    subjects,
    indicators: [...new Set([...indicators, ...leaves])],
    periods: [...new Set(periods.flatMap((period) => [period, samePeriodLastYear(period)]))],
  }
  const evaluate = (asked: AskedFigures) => ({
    span: asked.span(),
    figures: subjects.flatMap((subject) => {
      const times = periods.map((period) => ({
        period,
        seen: environmentsOf({ library, asked }, subject, period),
      }))
      return indicators.flatMap((indicator) =>
        times.map(({ period, seen }) =>
          figureIn({ library, asked, ...seen }, { subject, indicator, period }),
        ),
      )
    }),
  })
  return withFigures(db, question, evaluate, surely)
}

export interface Known {
  readonly library: CompiledLibrary
  readonly asked: AskedFigures
}

export interface Seen {
  /** The figures of a subject at a period as formulas see them. */
  readonly environment: Environment
  /** Those of the members alone that told 上年同期. */
  readonly sample: Environment
}

export function environmentsOf({ library, asked }: Known, subject: Subject, period: Period): Seen {
  const peers = () => asked.peers(subject.kind)
  const at = { library, period, peers }
  return {
    environment: figuresAt({ ...at, figures: asked.figures(subject) }),
    sample: figuresAt({ ...at, figures: asked.sample(subject) }),
  }
}

/**
 * One figure: as it was given for the subject; else by its formula; else summed over members. What
 * somebody publishes under its own name counts before what we would compute.
 */
export function figureIn(
  { library, asked, environment, sample }: Known & Seen,
  key: FigureKey,
): Figure {
  const entry = entryAt(library, key.indicator, key.period)
  const told = asked.toldAtEnd(key)
  if (told && (told.origin === 'given' || !entry?.expression)) return toldFigure(key, told)
  if (!entry) return withoutValue(key, 'missing')
  const value = environment.value(key.indicator)
  if (isGap(value)) return withoutValue(key, value.gap)
  if (typeof value !== 'number') return withoutValue(key, 'not-a-number')
  return {
    ...key,
    value: asDecimal(value) ?? null,
    ...sampleOf(sample, key.indicator),
    origin: 'formula',
    count: membersBehind({ library, asked }, key),
  }
}

/** The value on the same sample, now and a year before; null where either is not known. */
function sampleOf(sample: Environment, indicator: string): Pick<Figure, 'matched' | 'base'> {
  const base = asDecimal(sample.shifted?.('base')?.value(indicator))
  const matched = asDecimal(sample.value(indicator))
  const isKnown = base !== undefined && matched !== undefined
  return isKnown ? { matched, base } : { matched: null, base: null }
}

/** Of the sums a formula rests on, the members of the one with fewest; 0 where it rests on none. */
function membersBehind({ library, asked }: Known, key: FigureKey): number {
  const counts = leavesOf(library, key.indicator).flatMap(
    (indicator) => asked.toldAtEnd({ ...key, indicator })?.count ?? [],
  )
  return counts.length > 0 ? Math.min(...counts) : 0
}

function toldFigure(key: FigureKey, told: Told): Figure {
  const { value, base, matched, gap, origin, count } = told
  return { ...key, value, base, matched, origin, count, ...(gap !== null && { gap }) }
}

function withoutValue(key: FigureKey, gap: FigureGap): Figure {
  return { ...key, value: null, base: null, matched: null, gap, origin: 'formula', count: 0 }
}

function asDecimal(value: Value | undefined): string | undefined {
  return typeof value === 'number' ? new Decimal(settled(value)).toFixed() : undefined
}
