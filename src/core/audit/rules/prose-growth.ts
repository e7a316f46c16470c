import type { Finding, Severity } from '../finding.ts'
import { growthOfValues, type Reading, readingOf, type StatedGrowth } from '../growth-fit.ts'
import { type Grid, type Series, seriesOf } from '../grid.ts'
import { isBelow, middle, over } from '../interval.ts'
import { citeFigures, type Figure, type Sentence } from '../prose.ts'
import { type AuditContext, finding } from '../rule.ts'
import { comparable } from '../unit.ts'
import { figure } from '../wording.ts'

/** Growth told in the text: 从2015年的A增加到2020年的B，年均增长C%. */
export function proseGrowthFindings({
  sentences,
  document,
  grids,
}: AuditContext): readonly Finding[] {
  return sentences.flatMap((sentence) =>
    risesIn(sentence).flatMap((rise) => [
      ...statedGrowth(rise, sentence, document, grids),
      ...statedMultiple(rise, sentence, document),
    ]),
  )
}

/** Two values of one thing in two years, and the figures that follow up to the next pair. */
interface Rise {
  readonly from: Dated
  readonly to: Dated
  readonly after: readonly Figure[]
}

type Dated = Figure & { readonly year: number }

/** 分别从A和B增加到C和D，年均增速分别为E和F tells two rises: the lists are read side by side. */
function risesIn(sentence: Sentence): readonly Rise[] {
  const lists = listsIn(sentence)
  return lists.flatMap((froms, at) => {
    const tos = lists[at + 1]
    if (!tos || tos.length !== froms.length || !leadTo(sentence, froms, tos)) return []
    return froms.flatMap((from, i) => {
      const to = tos[i]
      return isDated(from) &&
        to &&
        isDated(to) &&
        from.year < to.year &&
        comparable(from.unit, to.unit)
        ? [{ from, to, after: following(sentence, lists, at + 2, i, froms.length) }]
        : []
    })
  })
}

function isDated(figure: Figure): figure is Dated {
  return figure.year !== undefined
}

/** Figures joined by 和 or 、 as lists; most lists hold one figure. */
function listsIn(sentence: Sentence): readonly (readonly Figure[])[] {
  const lists: Figure[][] = []
  for (const [i, figure] of sentence.figures.entries()) {
    const last = sentence.figures[i - 1]
    const joined =
      last &&
      /^\s*[和、及与]\s*$/.test(between(sentence, last, figure)) &&
      comparable(last.unit, figure.unit)
    if (joined) lists.at(-1)?.push(figure)
    else lists.push([figure])
  }
  return lists
}

function leadTo(sentence: Sentence, froms: readonly Figure[], tos: readonly Figure[]): boolean {
  const [last, first] = [froms.at(-1), tos[0]]
  return last !== undefined && first !== undefined && isRise(between(sentence, last, first))
}

/** What is said of the i-th rise after it: from lists as long as its own, up to the next rise. */
function following(
  sentence: Sentence,
  lists: readonly (readonly Figure[])[],
  start: number,
  i: number,
  length: number,
): readonly Figure[] {
  const rest = lists.slice(start)
  const next = rest.findIndex((list, at) => {
    const tos = rest[at + 1]
    return tos !== undefined && leadTo(sentence, list, tos) && list[0]?.unit !== '%'
  })
  return rest
    .slice(0, next < 0 ? undefined : next)
    .flatMap((list) => (list.length === length ? list.slice(i, i + 1) : []))
}

function isRise(words: string): boolean {
  return (
    words.length < 24 &&
    /(?:增加|增长|上升|提高|提升|增容|扩大|下降|降低|减少|降)?(?:到|至|为)/.test(words)
  )
}

function between(sentence: Sentence, from: Figure, to: Figure): string {
  return sentence.text.slice(from.end - sentence.start, to.start - sentence.start)
}

function statedGrowth(
  rise: Rise,
  sentence: Sentence,
  document: AuditContext['document'],
  grids: readonly Grid[],
): readonly Finding[] {
  const { from, to } = rise
  const rate = rise.after.find(
    (next) => next.unit === '%' && /年均/.test(clauseBefore(sentence, next)),
  )
  if (!rate || from.unit === '%') return []
  const text = `${rate.printed}${rate.op === '~' ? '左右' : ''}`
  const stated: StatedGrowth = { value: rate.value, unit: '%', text }
  const reading = readingOf(stated, from, to)
  const computed = growthOfValues(stated, from, to)
  if (reading === 'fits' || computed === undefined) return []
  const name = nameOf(from, sentence)
  const expected = Number(figure(computed))
  const { code, severity, why, demand } = verdict(
    reading,
    name,
    rate,
    computed,
    meanOfYearlyRates(rise, grids),
  )
  return [
    finding(
      code,
      severity,
      `“${name}”由${from.year}年${from.printed}到${to.year}年${to.printed}，年均增长应为${expected}%，文中为${rate.printed}${why}，${demand}。`,
      [citeFigures(document, sentence, [from, to, rate])],
      {
        expected,
        found: rate.value,
        arithmetic: `(${to.value} ÷ ${from.value})^(1/${to.year - from.year}) − 1 = ${expected}%`,
      },
    ),
  ]
}

interface Verdict {
  readonly code: string
  readonly severity: Severity
  readonly why: string
  readonly demand: string
}

// The mean comes from rounded yearly rates.
const meanTolerance = 0.02

function verdict(
  reading: Reading,
  name: string,
  rate: Figure,
  computed: number,
  mean: number | undefined,
): Verdict {
  if (reading === 'period')
    return {
      code: 'growth-period-as-yearly',
      severity: 'error',
      why: '，所列为期间累计增幅',
      demand: '请核对',
    }
  // Growth of output is told at constant prices, which the values are not.
  if (/生产总值|增加值|GDP/i.test(name) && computed > rate.value)
    return {
      code: 'growth-price-basis',
      severity: 'info',
      why: '',
      demand: '若为可比价增速请注明',
    }
  const isMean = mean !== undefined && Math.abs(mean - rate.value) <= meanTolerance
  const why = isMean ? `，所列${rate.printed}是逐年增速的算术平均` : ''
  return { code: 'growth-mismatch', severity: 'error', why, demand: '请核对' }
}

function wordsBefore(sentence: Sentence, next: Figure): string {
  return sentence.text.slice(
    Math.max(0, next.start - sentence.start - 8),
    next.start - sentence.start,
  )
}

/** The clause up to the figure, with the figures listed before it. */
function clauseBefore(sentence: Sentence, next: Figure): string {
  return (
    sentence.text
      .slice(0, next.start - sentence.start)
      .split(/[，；]/)
      .at(-1) ?? ''
  )
}

/** The name stands before the first figure of a list. */
function nameOf(from: Figure, sentence: Sentence): string {
  const list = listsIn(sentence).find((figures) => figures.includes(from)) ?? [from]
  const name = (list[0]?.subject ?? '').replace(/(?:分别)?[从由]?$/, '')
  return list.length > 1 ? `${name}（第${list.indexOf(from) + 1}项）` : name
}

/** The mean of a table's yearly rates over the same stretch, which authors take for the yearly growth. */
function meanOfYearlyRates({ from, to }: Rise, grids: readonly Grid[]): number | undefined {
  const series = grids.flatMap(seriesOf).find((line) => reaches(line, from) && reaches(line, to))
  const points =
    series?.points.filter((point) => point.year >= from.year && point.year <= to.year) ?? []
  const rates = points
    .slice(1)
    .map((point, i) => (point.cell.value / (points[i]?.cell.value ?? NaN) - 1) * 100)
  return rates.length > 0 ? rates.reduce((a, b) => a + b, 0) / rates.length : undefined
}

function reaches(series: Series, figure: Figure): boolean {
  return series.points.some(
    (point) => point.year === figure.year && point.cell.value === figure.value,
  )
}

/** 增加了N倍, held against the ratio of the two values less one. */
function statedMultiple(
  { from, to, after }: Rise,
  sentence: Sentence,
  document: AuditContext['document'],
): readonly Finding[] {
  const multiple = after.find((next) => next.unit === '倍')
  const ratio = over(to.range, from.range)
  if (!multiple || !ratio || !/增加|增长|提高/.test(wordsBefore(sentence, multiple))) return []
  // 一倍之多 and 增加到三倍 are both in use; only a multiple beyond either reading is wrong.
  const allowed = { low: multiple.range.low * 0.9, high: (multiple.range.high + 1) * 1.1 }
  if (!isBelow(allowed, ratio) && !isBelow(ratio, allowed)) return []
  return [
    finding(
      'growth-mismatch',
      'warning',
      `由${from.printed}到${to.printed}，增加了${figure(middle(ratio) - 1)}倍，文中为${multiple.printed}，请核对。`,
      [citeFigures(document, sentence, [from, to, multiple])],
      {
        expected: Number(figure(middle(ratio) - 1)),
        found: multiple.value,
        arithmetic: `${to.value} ÷ ${from.value} − 1 = ${figure(middle(ratio) - 1)}`,
      },
    ),
  ]
}
