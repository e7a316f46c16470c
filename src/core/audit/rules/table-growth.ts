import type { Document } from '../../document/document.ts'
import type { Finding } from '../finding.ts'
import { readingOf } from '../growth-fit.ts'
import { citeCells, type Grid, type Series, seriesOf } from '../grid.ts'
import { type AuditContext, finding } from '../rule.ts'
import { figure } from '../wording.ts'

/** Growth printed in a table of years, against the values in the line before it. */
export function tableGrowthFindings({ grids, document }: AuditContext): readonly Finding[] {
  return grids.flatMap((grid) => {
    const series = seriesOf(grid)
    return series.flatMap((growth, i) => {
      const values = series[i - 1]
      return values &&
        /增长(?:速度|率)|增速|增幅/.test(growth.label) &&
        !/增长|增速/.test(values.label)
        ? compare(document, grid, values, growth)
        : []
    })
  })
}

interface Year {
  readonly year: number
  /** The growth as printed, the value of the year and that of the year before. */
  readonly cell: Cell
  readonly now: Cell
  readonly before: Cell
}

type Cell = Series['points'][number]['cell']

function compare(
  document: Document,
  grid: Grid,
  values: Series,
  growth: Series,
): readonly Finding[] {
  const wrong = growth.points.flatMap(({ year, cell }) => {
    const now = values.points.find((point) => point.year === year)?.cell
    const before = values.points.find((point) => point.year === year - 1)?.cell
    if (!now || !before || now.value <= 0 || before.value <= 0) return []
    return !fits({ year, cell, now, before }) ? [{ year, cell, now, before }] : []
  })
  const [first] = wrong
  return first ? [describe(document, grid, values, wrong, first)] : []
}

function fits({ year, cell, now, before }: Year): boolean {
  const stated = { value: cell.value, unit: '%', text: cell.text } as const
  return readingOf(stated, { ...before, year: year - 1 }, { ...now, year }) === 'fits'
}

function describe(
  document: Document,
  grid: Grid,
  values: Series,
  wrong: readonly Year[],
  first: Year,
): Finding {
  // Official growth of output and added value is at constant prices: then hardly any year fits.
  const constantPrices = /增加值|产值|生产总值|GDP/i.test(values.label)
  const list = wrong
    .map(
      ({ year, cell, now, before }) =>
        `${year}年表列${cell.text}%、按现价测算${rate(now, before)}%`,
    )
    .join('，')
  const steps = wrong.map(
    ({ cell, now, before }) =>
      `${now.text} ÷ ${before.text} − 1 = ${rate(now, before)}%（${cell.text}%）`,
  )
  const cells = wrong.flatMap(({ cell, now }) => [cell, now])
  return finding(
    constantPrices ? 'growth-price-basis' : 'growth-mismatch',
    constantPrices ? 'info' : 'error',
    constantPrices
      ? `“${values.label}”的增速与表列数值不一致（${list}），若为可比价增速请注明，否则请核对。`
      : `“${values.label}”的增速与表列数值不符：${list}，请核对。`,
    citeCells(document, grid, cells),
    {
      expected: Number(rate(first.now, first.before)),
      found: first.cell.value,
      arithmetic: steps.join('；'),
    },
  )
}

function rate(now: Cell, before: Cell): string {
  return figure((now.value / before.value - 1) * 100)
}
