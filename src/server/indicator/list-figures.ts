import type { listFigures } from '#contract/figure.ts'
import type { FigureView } from '#contract/figure-fields.ts'
import type { Parsed } from '#contract/route.ts'
import { type Figure, type FigureKey, readSubject, type Subject } from '#core/indicator/figure.ts'
import type { Period } from '#core/period/period.ts'
import type { ReadContext } from '#server/http/context.ts'
import { badInput } from '#server/http/failure.ts'
import { askedSubjects } from '#server/subject/asked-subjects.ts'
import { asOfPart } from './as-of.ts'
import { changedSince, type FigureState, statesOf } from './figure-history.ts'
import { type FigureQuestion, figuresOf } from './figures.ts'
import { lookerOf, shownTo } from './figure-scope.ts'
import { figureView } from './figure-view.ts'
import { libraryAt } from './library/library.ts'

const mostFigures = 50_000

export interface ListedFigure {
  readonly figure: FigureView
  readonly knownFrom?: string
  readonly knownTo?: string
}

/** What is asked for by `asOf`, `includeHistory` and `updatedAfter`, as far as it is the caller's to see. */
export async function listedFigures(
  context: ReadContext,
  input: Parsed<typeof listFigures>,
): Promise<readonly ListedFigure[]> {
  const { db, region } = context
  const question: FigureQuestion = {
    region: region.code,
    subjects: await askedSubjects(context, input.subject),
    indicators: input.indicator,
    periods: input.period,
    ...asOfPart(input.asOf),
  }
  const { subjects, indicators, periods } = question
  if (subjects.length * indicators.length * periods.length > mostFigures) {
    throw badInput('too-many-figures', `More than ${mostFigures} figures`)
  }
  const states = await askedStates(context, question, input)
  const library = await libraryAt(db, question.asOf)
  const shown = await shownTo(
    db,
    lookerOf(context),
    states.map(({ figure }) => figure),
  )
  return states.map((state, index) => ({
    ...state,
    figure: figureView(library, shown[index] ?? state.figure),
  }))
}

async function askedStates(
  { db }: ReadContext,
  question: FigureQuestion,
  { includeHistory, updatedAfter }: Parsed<typeof listFigures>,
): Promise<readonly FigureState[]> {
  if (includeHistory) return statesOf(db, question, updatedAfter)
  const figures: readonly Figure[] =
    updatedAfter === undefined
      ? await figuresOf(db, question)
      : await changedSince(db, question, updatedAfter)
  return figures.map((figure) => ({ figure }))
}

/** The subject a checked text names. */
export function subjectIn(text: string): Subject {
  const subject = readSubject(text)
  if (!subject) throw new Error(`The contract let ${text} through`)
  return subject
}

export function keyIn({
  subject,
  indicator,
  period,
}: {
  readonly subject: string
  readonly indicator: string
  readonly period: Period
}): FigureKey {
  return { subject: subjectIn(subject), indicator, period }
}
