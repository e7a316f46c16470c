import type { Figure, FigureKey, Source } from '#core/indicator/figure.ts'
import type { Person } from '#contract/session.ts'
import type { ReadDb } from '#server/db/db.ts'

/** A figure with what it came from, down to cells and spans. */
export interface Lineage {
  readonly figure: Figure
  /** Of a given figure: where it stands and who made it known. */
  readonly source?: Source
  readonly by?: Person
  readonly knownFrom?: string
  readonly cause?: string
  /** Of a derived figure: the formula, and the formula with its figures. */
  readonly formula?: string
  readonly inWords?: string
  /** Of a member of a sum: the share with which it counts. */
  readonly share?: string
  readonly inputs: readonly Lineage[]
}

/** Where a figure came from, two levels of members and inputs at a time. */
export function lineageOf(
  _db: ReadDb,
  _region: string,
  _figure: FigureKey,
  _asOf?: string,
): Promise<Lineage> {
  return Promise.reject(new Error('being built'))
}
