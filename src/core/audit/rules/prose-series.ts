import type { Finding } from '../finding.ts'
import { citeCells, isYearByYear, type Series, seriesOf } from '../grid.ts'
import { indicatorKey } from '../indicator.ts'
import {
  decimalsOf,
  type Interval,
  isBelow,
  overlaps,
  rounded,
  roundedOrCut,
  sumOf,
  yearlyGrowth,
} from '../interval.ts'
import { citeFigures, type Figure, type Sentence } from '../prose.ts'
import { type AuditContext, finding } from '../rule.ts'
import { addition, figure as shown, total } from '../wording.ts'

type Document = AuditContext['document']

/** What the text says of a line of years in a table: its sum, its lowest and highest, its growth. */
export function proseSeriesFindings({
  sentences,
  grids,
  document,
}: AuditContext): readonly Finding[] {
  const lines = grids.flatMap(seriesOf)
  if (lines.length === 0) return []
  return sentences
    .filter((sentence) => sentence.block.kind === 'paragraph')
    .flatMap((sentence) => [
      ...floors(sentence, lines, document),
      ...cumulated(sentence, lines, document),
    ])
}

/** 比重均保持在55%以上，最高达到59%. */
function floors(
  sentence: Sentence,
  lines: readonly Series[],
  document: Document,
): readonly Finding[] {
  return sentence.figures.flatMap((floor, i) => {
    if (
      floor.unit !== '%' ||
      !floor.op.startsWith('>') ||
      !/保持在/.test(wordsBefore(sentence, floor))
    )
      return []
    const line = lines.find(
      (series) =>
        isYearByYear(series) && isShareLine(series) && floor.subject.startsWith(core(series.label)),
    )
    if (!line) return []
    const below = line.points.filter(({ cell }) => isBelow(cell.range, floor.range))
    const highest = sentence.figures[i + 1]
    return [
      ...(below.length > 0 ? [belowFloor(floor, line, below, sentence, document)] : []),
      ...(highest && /最高/.test(wordsBefore(sentence, highest))
        ? highestOf(highest, line, sentence, document)
        : []),
    ]
  })
}

function isShareLine(series: Series): boolean {
  return (
    series.points.every(({ cell }) => cell.value >= 0 && cell.value <= 100) &&
    (series.points[0]?.cell.value ?? 0) > 5
  )
}

/** 其中工业占二产业比重（%） speaks of 工业. */
function core(label: string): string {
  return label
    .replace(/^其中/, '')
    .replace(/[（(].*$/, '')
    .replace(/占.*$|比重.*$|比例.*$/, '')
}

function belowFloor(
  floor: Figure,
  line: Series,
  below: Series['points'],
  sentence: Sentence,
  document: Document,
): Finding {
  const values = below.map(({ year, cell }) => `${year}年${cell.text}%`).join('、')
  return finding(
    'text-table-mismatch',
    'error',
    `文中称“${floor.subject.replace(/[达均都]*保持在?$/, '')}”保持在${floor.printed}以上，而${line.grid.caption || '表'}中${values}，低于该数，请核对。`,
    [
      citeFigures(document, sentence, [floor]),
      ...citeCells(
        document,
        line.grid,
        below.map(({ cell }) => cell),
      ),
    ],
    {
      expected: floor.value,
      found: below[0]?.cell.value ?? floor.value,
      arithmetic: below.map(({ cell }) => `${cell.text} < ${floor.value}`).join('；'),
    },
  )
}

function highestOf(
  highest: Figure,
  line: Series,
  sentence: Sentence,
  document: Document,
): readonly Finding[] {
  const top = line.points.toSorted((a, b) => b.cell.value - a.cell.value)[0]
  if (!top || overlaps(top.cell.range, roundedOrCut(highest.value, decimalsOf(highest.printed))))
    return []
  return [
    finding(
      'text-table-mismatch',
      'error',
      `文中称“${line.label}”最高为${highest.printed}，而${line.grid.caption || '表'}中${top.year}年为${top.cell.text}%，请核对。`,
      [citeFigures(document, sentence, [highest]), ...citeCells(document, line.grid, [top.cell])],
      { expected: top.cell.value, found: highest.value },
    ),
  ]
}

/** 规上工业增加值累计达到1035.59亿元，年均增速9.34%. */
function cumulated(
  sentence: Sentence,
  lines: readonly Series[],
  document: Document,
): readonly Finding[] {
  return sentence.figures.flatMap((sum, i) => {
    if (sum.unit === '%' || !/累计/.test(wordsBefore(sentence, sum, 24))) return []
    const line = lines.find(
      (series) =>
        sum.key.length >= 4 && isYearByYear(series) && indicatorKey(series.label) === sum.key,
    )
    if (!line) return []
    const next = sentence.figures[i + 1]
    const isGrowth = next?.unit === '%' && /年均/.test(wordsBefore(sentence, next))
    return [
      ...sumFinding(sum, line, sentence, document),
      ...(isGrowth ? growthFinding(next, line, lines, sentence, document) : []),
    ]
  })
}

function sumFinding(
  sum: Figure,
  line: Series,
  sentence: Sentence,
  document: Document,
): readonly Finding[] {
  const withoutBase = line.points.slice(1)
  const sums = [line.points, withoutBase].map((points) =>
    sumOf(points.map(({ cell }) => cell.range)),
  )
  if (sums.some((candidate) => overlaps(candidate, sum.range))) return []
  const computed = total(withoutBase.map(({ cell }) => cell.value))
  return [
    finding(
      'sum-mismatch',
      'warning',
      `文中称“${line.label}”累计${sum.printed}，${line.grid.caption || '表'}逐年相加为${shown(computed)}，请核对。`,
      [
        citeFigures(document, sentence, [sum]),
        ...citeCells(
          document,
          line.grid,
          withoutBase.map(({ cell }) => cell),
        ),
      ],
      {
        expected: Number(shown(computed)),
        found: sum.value,
        arithmetic: addition(withoutBase.map(({ cell }) => cell.value)),
      },
    ),
  ]
}

function growthFinding(
  stated: Figure,
  line: Series,
  lines: readonly Series[],
  sentence: Sentence,
  document: Document,
): readonly Finding[] {
  const [first, last] = [line.points[0], line.points.at(-1)]
  const computed =
    first && last && yearlyGrowth(first.cell.range, last.cell.range, last.year - first.year)
  if (!first || !last || !computed) return []
  const printed: Interval =
    stated.op.startsWith('>') || (stated.op === '~' && stated.value > 0)
      ? { low: stated.range.low, high: Infinity }
      : rounded(stated.value, decimalsOf(stated.printed))
  const isMean = meansOf(line, lines).some((mean) => overlaps(mean, printed))
  // Growth at constant prices differs from the values, yet it never turns a fall into a rise.
  const turnsRound = computed.high < 0 && stated.value > 0
  if (overlaps(computed, printed) || (isMean && !turnsRound)) return []
  const falls = turnsRound && !isMean
  const expected = Number(shown((computed.low + computed.high) / 2))
  return [
    finding(
      falls ? 'growth-mismatch' : 'growth-price-basis',
      falls ? 'warning' : 'info',
      `文中称“${line.label}”年均增长${stated.printed}，按${line.grid.caption || '表'}${first.year}年${first.cell.text}、${last.year}年${last.cell.text}测算为${expected}%，${falls ? '请核对数据或说明口径调整' : '若为可比价增速请注明，否则请核对'}。`,
      [
        citeFigures(document, sentence, [stated]),
        ...citeCells(document, line.grid, [first.cell, last.cell]),
      ],
      {
        expected,
        found: stated.value,
        arithmetic: `(${last.cell.text} ÷ ${first.cell.text})^(1/${last.year - first.year}) − 1 = ${expected}%`,
      },
    ),
  ]
}

/** The mean of the growth rates printed in the line after. */
function meansOf(line: Series, lines: readonly Series[]): readonly Interval[] {
  const next = lines[lines.indexOf(line) + 1]
  if (!next || !/增长|增速/.test(next.label)) return []
  const sum = sumOf(next.points.map(({ cell }) => cell.range))
  return [{ low: sum.low / next.points.length, high: sum.high / next.points.length }]
}

function wordsBefore(sentence: Sentence, next: Figure, length = 10): string {
  return sentence.text.slice(
    Math.max(0, next.start - sentence.start - length),
    next.start - sentence.start,
  )
}
