import { Decimal } from 'decimal.js'
import { type ColumnKind, columnKinds, lastYearOf, mainColumn, type RowList } from './form.ts'

/** What one reporter told in a row it listed. */
export interface ToldListed {
  readonly list: RowList
  /** Of a class, its digits; those of products are each reporter's own. */
  readonly code: string
  readonly name: string
  readonly unit: string
  /** Only what was accepted is added up. */
  readonly isAccepted: boolean
  readonly cells: { readonly [Column in ColumnKind]?: string }
}

/** Rows of the same name and unit, over all who told them. */
export interface ListedTotal {
  readonly list: RowList
  readonly code?: string
  readonly name: string
  readonly unit: string
  readonly told: number
  readonly accepted: number
  readonly sums: { readonly [Column in ColumnKind]?: string }
  /** 同比, a ratio, over those who told this year and last; absent where last year is not above zero. */
  readonly growth?: number
}

/**
 * Adds up what reporters listed. A product is known by its name and unit: what one counts in 吨 and
 * another in 台 is not one sum. A growth compares only who told both years. [K10] [N1]
 */
export function listedTotals(rows: readonly ToldListed[]): readonly ListedTotal[] {
  const groups = Map.groupBy(rows, ({ list, name, unit }) => JSON.stringify([list, name, unit]))
  return [...groups.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { list, code, name, unit } = first
    const accepted = same.filter(({ isAccepted }) => isAccepted)
    const growth = growthOf(accepted)
    return [
      {
        list,
        ...(list === 'industry-class' && { code }),
        name,
        unit,
        told: same.length,
        accepted: accepted.length,
        sums: Object.fromEntries(
          columnKinds.flatMap((column) => {
            const sum = sumOf(accepted, column)
            return sum === undefined ? [] : [[column, sum.toFixed()]]
          }),
        ),
        ...(growth !== undefined && { growth }),
      },
    ]
  })
}

function sumOf(rows: readonly ToldListed[], column: ColumnKind): Decimal | undefined {
  const told = rows.flatMap(({ cells }) => cells[column] ?? [])
  return told.length === 0 ? undefined : Decimal.sum(...told)
}

function growthOf(rows: readonly ToldListed[]): number | undefined {
  const columns = columnKinds.filter((column) => rows.some(({ cells }) => column in cells))
  const now = mainColumn({ columns })
  const then = lastYearOf(now)
  if (then === undefined) return undefined
  const both = rows.filter(({ cells }) => cells[now] !== undefined && cells[then] !== undefined)
  const [value, base] = [sumOf(both, now), sumOf(both, then)]
  return value && base?.gt(0) ? value.div(base).minus(1).toNumber() : undefined
}
