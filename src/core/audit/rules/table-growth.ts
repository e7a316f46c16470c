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

function compare(
  document: Document,
  grid: Grid,
  values: Series,
  growth: Series,
): readonly Finding[] {
  const compared = growth.points.flatMap(({ year, cell }) => {
    const now = values.points.find((point) => point.year === year)
    const before = values.points.find((point) => point.year === year - 1)
    if (!now || !before) return []
    const reading = readingOf(
      { value: cell.value, unit: '%', text: cell.text },
      { year: year - 1, value: before.cell.value, range: before.cell.range },
      { year, value: now.cell.value, range: now.cell.range },
    )
    return [{ year, cell, now: now.cell, before: before.cell, fits: reading === 'fits' }]
  })
  const wrong = compared.filter(({ fits }) => !fits)
  const first = wrong[0]
  if (!first) return []
  // Official growth of output and added value is at constant prices: then hardly any year fits.
  const constantPrices = /增加值|产值|生产总值|GDP/i.test(values.label)
  const list = wrong
    .map(
      ({ year, cell, now, before }) =>
        `${year}年表列${cell.text}%、按现价测算${rate(now.value, before.value)}%`,
    )
    .join('，')
  return [
    finding(
      constantPrices ? 'growth-price-basis' : 'growth-mismatch',
      constantPrices ? 'info' : 'error',
      constantPrices
        ? `“${values.label}”的增速与表列数值不一致（${list}），若为可比价增速请注明，否则请核对。`
        : `“${values.label}”的增速与表列数值不符：${list}，请核对。`,
      citeCells(
        document,
        grid,
        wrong.flatMap(({ cell, now }) => [cell, now]),
      ),
      {
        expected: Number(rate(first.now.value, first.before.value)),
        found: first.cell.value,
        arithmetic: wrong
          .map(
            ({ cell, now, before }) =>
              `${now.text} ÷ ${before.text} − 1 = ${rate(now.value, before.value)}%（${cell.text}%）`,
          )
          .join('；'),
      },
    ),
  ]
}

function rate(now: number, before: number): string {
  return figure((now / before - 1) * 100)
}
