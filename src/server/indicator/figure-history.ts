import { type Figure, figureKey } from '#core/indicator/figure.ts'
import type { ReadDb } from '#server/db/db.ts'
import { badInput } from '#server/http/failure.ts'
import { type FigureQuestion, figuresAndSpan, figuresOf } from './figures.ts'
import { momentsOf } from './moment-store.ts'

/** A figure as it was from one moment to another. */
export interface FigureState {
  readonly figure: Figure
  readonly knownFrom?: string
  /** Absent for what still holds. */
  readonly knownTo?: string
}

const mostMoments = 400

/**
 * Every state the figures had, derived ones too, oldest first for each; moments at which something else
 * became known leave no state behind. `updatedAfter` leaves the states that began after it.
 */
export async function statesOf(
  db: ReadDb,
  question: FigureQuestion,
  updatedAfter?: string,
): Promise<readonly FigureState[]> {
  const { span } = await figuresAndSpan(db, question)
  const moments = await momentsOf(db, question, span)
  if (moments.length > mostMoments) {
    throw badInput('history-too-long', `More than ${mostMoments} moments`, {
      count: moments.length,
    })
  }
  const states = new Map<string, FigureState[]>()
  for (const asOf of moments) {
    for (const figure of await figuresOf(db, { ...question, asOf })) {
      const key = figureKey(figure)
      const before = states.get(key) ?? []
      states.set(key, withState(before, figure, asOf))
    }
  }
  return [...states.values()]
    .flat()
    .filter(({ knownFrom = '' }) => updatedAfter === undefined || knownFrom > updatedAfter)
}

/** The figures that are not what they were at a moment. */
export async function changedSince(
  db: ReadDb,
  question: FigureQuestion,
  moment: string,
): Promise<readonly Figure[]> {
  const before = await figuresOf(db, { ...question, asOf: moment })
  const was = new Map(before.map((figure) => [figureKey(figure), figure]))
  const present = await figuresOf(db, question)
  return present.filter((figure) => !isSame(figure, was.get(figureKey(figure))))
}

function withState(states: FigureState[], figure: Figure, asOf: string): FigureState[] {
  const last = states.at(-1)
  const isNothing = !last && figure.value === null && figure.gap === 'missing'
  if (isNothing || isSame(figure, last?.figure)) return states
  const closed = last ? [...states.slice(0, -1), { ...last, knownTo: asOf }] : []
  return [...closed, { figure, knownFrom: asOf }]
}

function isSame(a: Figure, b: Figure | undefined): boolean {
  return b !== undefined && a.value === b.value && a.base === b.base && a.gap === b.gap
}
