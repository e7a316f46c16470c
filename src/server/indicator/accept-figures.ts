import type { FigureKey, GivenFigure } from '#core/indicator/figure.ts'
import type { Db } from '#server/db/db.ts'
import type { Acceptance, Accepted } from './acceptance.ts'

/**
 * Makes figures known and brings every sum they stand in up to date, in the caller's transaction.
 * Figures that say what is known already change nothing. Refuses (400) unknown indicators and the
 * same figure given twice.
 */
export function acceptFigures(
  _db: Db,
  _acceptance: Acceptance,
  _figures: readonly GivenFigure[],
): Promise<Accepted> {
  return Promise.reject(new Error('being built'))
}

/** Takes figures back: they count as `withdrawn` from now on, what was known before stays known. */
export function withdrawFigures(
  _db: Db,
  _acceptance: Acceptance,
  _figures: readonly FigureKey[],
): Promise<Accepted> {
  return Promise.reject(new Error('being built'))
}
