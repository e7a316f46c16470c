import type { Document } from '../../document/document.ts'
import type { Finding } from '../finding.ts'
import { citeCells, type Grid, type GridCell, isNumber, type Series, seriesOf } from '../grid.ts'
import {
  type Interval,
  middle,
  over,
  overlaps,
  roundedOrCut,
  scaled,
  sumOf,
  widened,
  decimalsOf,
} from '../interval.ts'
import { type AuditContext, finding } from '../rule.ts'
import { addition, figure, total } from '../wording.ts'

/** Sums inside tables: 合计 rows, the three sectors against the whole, shares against 100. */
export function tableSumFindings({ grids, document }: AuditContext): readonly Finding[] {
  return [
    ...grids.flatMap((grid) => [...totalRows(document, grid), ...threeSectors(document, grid)]),
    ...sharesAgainstValues(document, grids),
  ]
}

type Numbered = GridCell & { readonly value: number; readonly range: Interval }

/** Each 合计, 总计 or 小计 row against the rows above it, down from the last such row. */
function totalRows(document: Document, grid: Grid): readonly Finding[] {
  const findings: Finding[] = []
  let from = grid.table.headRows
  for (const [index, row] of grid.rows.entries()) {
    if (!row.some((cell) => /^(?:合计|总计|小计|共计)$/.test(cell?.text ?? ''))) continue
    const parts = grid.rows.slice(from, index)
    for (const [column, cell] of row.entries()) {
      const values = parts.map((line) => line[column]).filter(isNumber)
      if (isNumber(cell) && values.length >= 2 && values.length === parts.length)
        findings.push(...sumFinding(document, grid, cell, values, labelOf(grid, column)))
    }
    from = index + 1
  }
  return findings
}

function sumFinding(
  document: Document,
  grid: Grid,
  sum: Numbered,
  parts: readonly Numbered[],
  label: string,
): readonly Finding[] {
  if (overlaps(sum.range, sumOf(parts.map((part) => part.range)))) return []
  const computed = total(parts.map((part) => part.value))
  return [
    finding(
      'sum-mismatch',
      'error',
      `${grid.caption || '表'}“${label}”列合计为${sum.text}，各行相加为${figure(computed, 4)}，相差${figure(Math.abs(computed - sum.value), 4)}，请核对。`,
      citeCells(document, grid, [sum, ...parts]),
      {
        expected: Number(figure(computed, 4)),
        found: sum.value,
        arithmetic: addition(parts.map((part) => part.value)),
      },
    ),
  ]
}

function labelOf(grid: Grid, column: number): string {
  const heads = grid.rows
    .slice(0, Math.max(1, grid.table.headRows))
    .map((row) => row[column]?.text ?? '')
  return heads.findLast((text) => text !== '') ?? ''
}

const sectorNames = ['第一产业', '第二产业', '第三产业'] as const

/** Three sectors in a year: values add up to 地区生产总值, shares to 100. */
function threeSectors(document: Document, grid: Grid): readonly Finding[] {
  const sectors = sectorsOf(grid)
  if (!sectors) return []
  const whole = seriesOf(grid).find(
    (series) => /(?:地区)?生产总值|GDP/i.test(series.label) && !/人均/.test(series.label),
  )
  return (sectors[0]?.points ?? []).flatMap(({ year }) => {
    const parts = sectors.flatMap((series) =>
      series.points.filter((point) => point.year === year).map((point) => point.cell),
    )
    if (parts.length !== sectorNames.length) return []
    if (areShares(parts)) return shareFinding(document, grid, parts, year)
    const sum = whole?.points.find((point) => point.year === year)?.cell
    return sum ? sumFinding(document, grid, sum, parts, `${year}年三次产业`) : []
  })
}

function sectorsOf(grid: Grid): readonly Series[] | undefined {
  const series = seriesOf(grid)
  const found = sectorNames.flatMap((name) =>
    series.filter(({ label }) => label.startsWith(name)).slice(0, 1),
  )
  return found.length === sectorNames.length ? found : undefined
}

function areShares(parts: readonly Numbered[]): boolean {
  return Math.abs(total(parts.map((part) => part.value)) - 100) < 10
}

function shareFinding(
  document: Document,
  grid: Grid,
  parts: readonly Numbered[],
  year: number,
): readonly Finding[] {
  const sum = sumOf(parts.map((part) => part.range))
  if (overlaps(sum, { low: 100, high: 100 })) return []
  const computed = total(parts.map((part) => part.value))
  return [
    finding(
      'shares-not-100',
      'error',
      `${grid.caption || '表'}${year}年三次产业比重合计${figure(computed)}%，不等于100%，请核对。`,
      citeCells(document, grid, parts),
      {
        expected: 100,
        found: Number(figure(computed)),
        arithmetic: addition(parts.map((part) => part.value)),
      },
    ),
  ]
}

/** Shares of the three sectors in one table against their values in another. */
function sharesAgainstValues(document: Document, grids: readonly Grid[]): readonly Finding[] {
  const withSectors = grids.flatMap((grid) => {
    const sectors = sectorsOf(grid)
    return sectors
      ? [
          {
            grid,
            sectors,
            shares: (sectors[0]?.points ?? []).every(({ year }) =>
              areShares(cellsAt(sectors, year)),
            ),
          },
        ]
      : []
  })
  const values = withSectors.find(({ shares }) => !shares)
  const shares = withSectors.find((table) => table.shares)
  if (!values || !shares) return []
  return (shares.sectors[0]?.points ?? []).flatMap(({ year }) =>
    shareYear(document, shares, values, year),
  )
}

interface SectorTable {
  readonly grid: Grid
  readonly sectors: readonly Series[]
}

function cellsAt(sectors: readonly Series[], year: number): readonly Numbered[] {
  return sectors.flatMap((series) =>
    series.points.filter((point) => point.year === year).map((point) => point.cell),
  )
}

// Editors shift a tenth from one share to the next so that the three make 100.
const adjustment = 0.1

function shareYear(
  document: Document,
  shares: SectorTable,
  values: SectorTable,
  year: number,
): readonly Finding[] {
  const [printed, amounts] = [cellsAt(shares.sectors, year), cellsAt(values.sectors, year)]
  if (printed.length !== sectorNames.length || amounts.length !== sectorNames.length) return []
  const whole = sumOf(amounts.map((amount) => amount.range))
  const off = printed.flatMap((share, i): readonly Share[] => {
    const amount = amounts[i]
    const ratio = amount && over(amount.range, whole)
    if (!amount || !ratio) return []
    const computed = scaled(ratio, 100)
    const name = sectorNames[i] ?? ''
    return isApart(computed, share) ? [{ name, share, amount, computed }] : []
  })
  const [first] = off
  if (!first) return []
  const steps = off.map(
    ({ amount, computed }) =>
      `${amount.text} ÷ ${figure(middle(whole))} = ${figure(middle(computed))}%`,
  )
  return [
    finding(
      'ratio-mismatch',
      'error',
      `${year}年三次产业比重与“${values.grid.caption || '产值表'}”的数值不符：${off.map(inWords).join('，')}，请核对。`,
      [
        ...citeCells(
          document,
          shares.grid,
          off.map(({ share }) => share),
        ),
        ...citeCells(
          document,
          values.grid,
          off.map(({ amount }) => amount),
        ),
      ],
      {
        expected: Number(figure(middle(first.computed))),
        found: first.share.value,
        arithmetic: steps.join('；'),
      },
    ),
  ]
}

interface Share {
  readonly name: string
  readonly share: Numbered
  readonly amount: Numbered
  readonly computed: Interval
}

function isApart(computed: Interval, share: Numbered): boolean {
  const printed = widened(roundedOrCut(share.value, decimalsOf(share.text)), adjustment)
  return !overlaps(computed, printed)
}

function inWords({ name, share, computed }: Share): string {
  return `${name}表列${share.text}%、测算${figure(middle(computed))}%`
}
