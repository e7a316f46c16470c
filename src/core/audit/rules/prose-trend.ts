import { cite } from '../../document/citation.ts'
import type { Block, Document, Span } from '../../document/document.ts'
import type { Finding } from '../finding.ts'
import { citeCells, isYearByYear, type Series, seriesOf } from '../grid.ts'
import { indicatorKey } from '../indicator.ts'
import { isBelow } from '../interval.ts'
import { type AuditContext, finding } from '../rule.ts'

/** 工业占三次产业比重逐年上升 */
interface Trend extends Span {
  readonly block: Block
  readonly quote: string
  readonly subject: string
  readonly isRise: boolean
}

/** How many blocks may lie between the words and the table they speak of. */
const reach = 8

/** What is said to rise or fall year by year, held against a table near by that shows it. */
export function proseTrendFindings({ document, grids }: AuditContext): readonly Finding[] {
  const lines = grids.flatMap(seriesOf).filter(isYearByYear)
  if (lines.length === 0) return []
  return document.blocks.flatMap((block, index) => {
    const near = document.blocks.slice(Math.max(0, index - reach), index + reach + 1)
    return trendsIn(document, block).flatMap((trend) => {
      const line = lines.find(({ grid, label }) => near.includes(grid.table) && isOf(label, trend))
      return line ? againstLine(trend, line, document) : []
    })
  })
}

function trendsIn(document: Document, block: Block): readonly Trend[] {
  if (block.kind === 'table') return []
  const text = document.text.slice(block.start, block.end)
  const clauses = [...text.matchAll(/[^，、；：。！？\n]+/g)]
  return clauses.flatMap(({ 0: clause, index }) => {
    const said = /^(.*?)(?:逐年|连年)(上升|提高|提升|增长|增加|下降|降低|减少)/.exec(clause)
    // What is still to come cannot contradict what was.
    if (!said || /力争|确保|推动|促进|实现|争取|努力|将/.test(clause)) return []
    const [quote, before = '', move = ''] = said
    const subject = before.replace(/^[\s\d.（）()①-⑳一二三四五六七八九十]*/, '').trim()
    const start = block.start + index + quote.indexOf(subject)
    const isRise = !/下降|降低|减少/.test(move)
    return [{ block, start, end: block.start + index + quote.length, quote, subject, isRise }]
  })
}

/** The same indicator, or a share of the same part where each is a share of another whole. */
function isOf(label: string, { subject }: Trend): boolean {
  const [row, said] = [indicatorKey(label), indicatorKey(subject)]
  if (row === said) return row.length >= 2
  const [part, partSaid] = [partOfShare(row), partOfShare(said)]
  return part !== undefined && part === partSaid
}

function partOfShare(key: string): string | undefined {
  return /^(.{2,}?)占.*占比$/.exec(key)?.[1]
}

function againstLine(trend: Trend, line: Series, document: Document): readonly Finding[] {
  const steps = line.points.flatMap((point, i) => {
    const last = line.points[i - 1]
    return last ? [{ last, point }] : []
  })
  const broken = steps.filter(({ last, point }) =>
    trend.isRise
      ? isBelow(point.cell.range, last.cell.range)
      : isBelow(last.cell.range, point.cell.range),
  )
  const [first] = broken
  if (!first) return []
  const moved = broken.map(
    ({ last, point }) =>
      `${last.year}年${last.cell.text}${trend.isRise ? '降' : '升'}至${point.year}年${point.cell.text}`,
  )
  return [
    finding(
      'text-table-mismatch',
      isSame(line, trend) ? 'error' : 'warning',
      `文中称“${trend.subject}”${trend.quote.slice(-4)}，而${line.grid.caption || '表'}“${line.label}”由${moved.join('、')}，请核对数据或改写表述。`,
      [
        cite(document, trend.block, trend),
        ...citeCells(
          document,
          line.grid,
          broken.flatMap(({ last, point }) => [last.cell, point.cell]),
        ),
      ],
      {
        expected: first.last.cell.value,
        found: first.point.cell.value,
        arithmetic: broken
          .map(
            ({ last, point }) => `${point.cell.text} ${trend.isRise ? '<' : '>'} ${last.cell.text}`,
          )
          .join('；'),
      },
    ),
  ]
}

function isSame({ label }: Series, { subject }: Trend): boolean {
  return indicatorKey(label) === indicatorKey(subject)
}
