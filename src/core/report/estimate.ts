import { Decimal } from 'decimal.js'
import type { Cells } from './cells.ts'
import { type CellKey, cellKey, type Form, lastYearOf, mainColumn, rowsOf } from './form.ts'

/** Sums of a row over those who reported and are alike: now, and the same a year before. */
export interface Alike {
  readonly now: Decimal
  readonly before: Decimal
}

/** Beyond these, this year over last, growth is no ground for guessing. */
export interface GrowthBounds {
  readonly leastGrowth: number
  readonly mostGrowth: number
}

export interface Known {
  /** The same period a year before. */
  readonly lastYear: Cells | undefined
  readonly lastPeriod: Cells | undefined
  /** The last period where it is of the same year, so that cumulative values go on from it. */
  readonly soFar: Cells | undefined
  /** By the code of the row. */
  readonly alike: (row: string) => Alike | undefined
}

/**
 * What somebody who told nothing would probably have told, by the declared rule: what came since the last
 * period of the year grows over what came then a year before as the industry does, so that a cumulative value
 * goes on from what was told; a level stays as it was. What neither says stays empty. [K7]
 */
export function estimatedCells(
  form: Pick<Form, 'sections'>,
  known: Known,
  bounds: GrowthBounds,
): Cells {
  const cells = new Map<CellKey, string>()
  for (const row of rowsOf(form)) {
    if (row.formula !== undefined) continue
    const main = mainColumn(row)
    const key = cellKey(row.code, main)
    if (main === 'level') {
      const stood = known.lastPeriod?.get(key)
      if (stood !== undefined) cells.set(key, stood)
      continue
    }
    const before = known.lastYear?.get(key)
    const growth = growthOf(known.alike(row.code), bounds)
    if (before === undefined || growth === undefined) continue
    const base = lastYearOf(main)
    const told = main === 'to-date' ? known.soFar?.get(key) : undefined
    const toldBefore =
      told === undefined || !base ? undefined : known.soFar?.get(cellKey(row.code, base))
    const since = new Decimal(before).minus(toldBefore ?? 0).times(growth)
    const from = toldBefore === undefined ? 0 : (told ?? 0)
    cells.set(key, since.plus(from).toFixed(row.decimals))
    if (base && row.columns.includes(base)) cells.set(cellKey(row.code, base), before)
  }
  return cells
}

function growthOf(
  alike: Alike | undefined,
  { leastGrowth, mostGrowth }: GrowthBounds,
): Decimal | undefined {
  if (!alike || alike.before.lte(0)) return undefined
  const growth = alike.now.div(alike.before)
  return growth.gte(leastGrowth) && growth.lte(mostGrowth) ? growth : undefined
}

/** Sums of each row over reports that tell both this year and last year. */
export function alikeSums(
  form: Pick<Form, 'sections'>,
  reports: readonly Cells[],
): ReadonlyMap<string, Alike> {
  return new Map(
    rowsOf(form).map((row) => {
      const main = mainColumn(row)
      const before = lastYearOf(main)
      const pairs = reports.flatMap((cells) => {
        const now = cells.get(cellKey(row.code, main))
        const then = before && cells.get(cellKey(row.code, before))
        return now === undefined || then === undefined ? [] : [[now, then] as const]
      })
      return [
        row.code,
        { now: sumOf(pairs.map(([now]) => now)), before: sumOf(pairs.map(([, then]) => then)) },
      ]
    }),
  )
}

function sumOf(values: readonly string[]): Decimal {
  return values.reduce((total, value) => total.plus(value), new Decimal(0))
}
