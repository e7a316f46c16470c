import type { Figure, Subject } from '#core/indicator/figure.ts'
import type { Period } from '#core/period/period.ts'
import type { ReadDb } from '#server/db/db.ts'

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
 * The figures of all subjects, indicators and periods, in this order, stored and derived alike.
 * One that is not known is there with its gap. Nothing is hidden here: routes apply the scope.
 */
export function figuresOf(_db: ReadDb, _question: FigureQuestion): Promise<readonly Figure[]> {
  return Promise.reject(new Error('being built'))
}
