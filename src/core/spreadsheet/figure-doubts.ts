import { Decimal } from 'decimal.js'
import { type FigureKey, figureKey } from '../indicator/figure.ts'
import type { Sheet } from './grid.ts'
import type { Line, TableMapping } from './mapping.ts'
import { readFigure } from './read-figure.ts'

/** What speaks against a figure without refusing it. */
export type FigureDoubt =
  | {
      readonly code: 'growth-differs'
      readonly told: string
      readonly computed: string
      readonly row: number
      readonly column: number
    }
  | {
      readonly code: 'total-differs'
      readonly told: string
      readonly computed: string
      readonly row: number
      readonly column: number
    }

type Told = FigureKey & { readonly value: string | null; readonly base?: string }

/** A growth that stands in the sheet beside what it is the growth of. */
export interface GrowthCheck {
  readonly key: FigureKey
  readonly told: string
  readonly row: number
  readonly column: number
}

// Growth as it is printed stands for all values that round to it.
export function growthDoubts(
  checks: readonly GrowthCheck[],
  figures: readonly Told[],
): readonly FigureDoubt[] {
  if (checks.length === 0) return []
  const byKey = new Map(figures.map((one) => [figureKey(one), one]))
  return checks.flatMap(({ key, told, row, column }): readonly FigureDoubt[] => {
    const figure = byKey.get(figureKey(key))
    if (figure?.base === undefined || figure.value === null || Number(figure.base) <= 0) return []
    const computed = new Decimal(figure.value).div(figure.base).minus(1).times(100)
    const places = Math.min(4, /\.(\d+)$/.exec(told)?.[1]?.length ?? 0)
    // Figures are printed rounded themselves; a whole last digit of the growth is let pass.
    const tolerance = new Decimal(10).pow(-places)
    if (computed.minus(told).abs().lte(tolerance)) return []
    return [
      {
        code: 'growth-differs',
        told,
        computed: computed.toDecimalPlaces(places).toFixed(),
        row,
        column,
      },
    ]
  })
}

/** Totals that are not the sum of what they stand for. */
export function totalDoubts(sheet: Sheet, { rows, columns }: TableMapping): readonly FigureDoubt[] {
  return rows.flatMap((total, position): readonly FigureDoubt[] => {
    if (total.use !== 'total') return []
    const parts = rows.filter(({ use }) => use === 'figures' || use === 'open')
    const since = rows.slice(
      rows.findLastIndex(({ use }, place) => place < position && use === 'total') + 1,
      position,
    )
    return columns.flatMap((column): readonly FigureDoubt[] => {
      const { measure } = column.facets
      if (column.use !== 'figures' || measure === 'growth' || total.facets.indicator !== undefined)
        return []
      const told = readFigure(sheet.at(total.index, column.index))
      if (told.kind !== 'value' || told.unit === '%') return []
      const sums = [parts, since].map((lines) => sumOf(sheet, lines, column.index))
      const tolerance = new Decimal(10)
        .pow(-(/\.(\d+)$/.exec(told.value)?.[1]?.length ?? 0))
        .times(Math.max(1, parts.length / 2))
      const [all] = sums
      if (!all || sums.some((sum) => sum?.minus(told.value).abs().lte(tolerance) === true))
        return []
      return [
        {
          code: 'total-differs',
          told: told.value,
          computed: all.toFixed(),
          row: total.index,
          column: column.index,
        },
      ]
    })
  })
}

function sumOf(sheet: Sheet, lines: readonly Line[], column: number): Decimal | undefined {
  const values = lines.flatMap(({ index }) => {
    const read = readFigure(sheet.at(index, column))
    return read.kind === 'value' ? [read.value] : []
  })
  return values.length < 2
    ? undefined
    : values.reduce((sum, value) => sum.plus(value), new Decimal(0))
}
