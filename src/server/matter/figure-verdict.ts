import type { FigureVerdict } from '#contract/matter.ts'
import { type BoundFigure, type FigureState, figureState } from '#core/matter/bound-figure.ts'
import type { ReadDb } from '#server/db/db.ts'
import { figuresOf } from '#server/indicator/figures.ts'
import { versionsOf } from '#server/indicator/library/library-store.ts'
import type * as z from 'zod'

/** Whether the figure a matter is bound to is there now. */
export async function stateOfFigure(
  db: ReadDb,
  region: string,
  bound: BoundFigure,
): Promise<FigureState> {
  const [figure] = await figuresOf(db, {
    region,
    subjects: [bound.subject],
    indicators: [bound.indicator],
    periods: [bound.period],
  })
  return figureState(bound, figure?.value)
}

/** The same for the screen, with what the indicator is called. */
export async function figureVerdict(
  db: ReadDb,
  region: string,
  bound: BoundFigure,
): Promise<z.input<typeof FigureVerdict>> {
  const found = await stateOfFigure(db, region, bound)
  const [latest] = await versionsOf(db, bound.indicator)
  return {
    bound,
    indicatorName: latest?.definition.name ?? bound.indicator,
    unit: latest?.definition.unit ?? '',
    ...found,
  }
}
