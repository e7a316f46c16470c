import type { Finding, Severity } from '../finding.ts'
import { type Interval, isBelow, over, overlaps, scaled, widened } from '../interval.ts'
import { inCommonUnit, type Point } from '../points.ts'
import { type AuditContext, finding } from '../rule.ts'
import { comparable, meaningOf } from '../unit.ts'
import { figure } from '../wording.ts'

/** A ratio and what it is made of, by the keys of `indicatorKey`. */
interface Definition {
  readonly ratio: RegExp
  readonly numerator: RegExp
  readonly denominator: RegExp
  readonly formula: string
  /** How many points of a percentage a denominator of a neighbouring kind may shift the ratio. */
  readonly tolerance: number
}

const definitions: readonly Definition[] = [
  {
    ratio: /^规上工业增加值率$/,
    numerator: /^规上工业增加值$|^工业增加值$/,
    denominator: /^规上工业产值$|^规上产值$/,
    formula: '增加值率 = 增加值 ÷ 总产值',
    tolerance: 0,
  },
  {
    ratio: /^规上工业研发投入强度$/,
    numerator: /^规上工业研发投入$/,
    denominator: /^规上工业产值$|^规上工业营业收入$/,
    formula: '研发投入强度 = 研发投入 ÷ 营业收入（以产值近似）',
    tolerance: 0.2,
  },
  {
    ratio: /^规上工业营业收入利润率$/,
    numerator: /^规上工业利润$/,
    denominator: /^规上工业营业收入$/,
    formula: '营业收入利润率 = 利润总额 ÷ 营业收入',
    tolerance: 0,
  },
]

/** Ratios held against the rows they are made of, and parts that exceed their whole. */
export function ratioFindings({ points }: AuditContext): readonly Finding[] {
  return [
    ...definitions.flatMap((definition) => againstDefinition(definition, points)),
    ...namedShares(points),
    ...impliedRatioShift(points),
    ...designatedAboveAll(points),
  ]
}

/** What a ratio comes to by the rows it is made of, in percent; undefined where they are not there. */
export function ratioByRows(points: readonly Point[], ratio: Point): Interval | undefined {
  if (!isShare(ratio)) return undefined
  const definition = definitions.find((one) => one.ratio.test(ratio.key))
  const [, part = '', whole = ''] = /^(.{2,}?)占(.{2,})占比$/.exec(ratio.key) ?? []
  const [found] = definition
    ? compared(
        ratio,
        at(points, definition.numerator, ratio),
        at(points, definition.denominator, ratio),
      )
    : compared(ratio, exactlyAt(points, part, ratio), exactlyAt(points, whole, ratio))
  return found?.computed
}

interface Compared {
  readonly ratio: Point
  readonly numerator: Point
  readonly denominator: Point
  readonly computed: Interval
}

function againstDefinition(definition: Definition, points: readonly Point[]): readonly Finding[] {
  const ratios = levels(points).filter(
    (point) => definition.ratio.test(point.key) && isShare(point),
  )
  return mismatchOf(
    ratios.flatMap((ratio) =>
      compared(
        ratio,
        at(points, definition.numerator, ratio),
        at(points, definition.denominator, ratio),
      ),
    ),
    definition.tolerance,
    definition.formula,
  )
}

/** 甲占乙比重 names its own numerator and denominator; where both are rows, they must give it. */
function namedShares(points: readonly Point[]): readonly Finding[] {
  const shares = levels(points).filter(
    (point) => isShare(point) && /^.{2,}占.{2,}占比$/.test(point.key),
  )
  return [...new Set(shares.map((point) => point.key))].flatMap((key) => {
    const [, part = '', whole = ''] = /^(.+?)占(.+)占比$/.exec(key) ?? []
    const rows = shares
      .filter((point) => point.key === key)
      .flatMap((ratio) =>
        compared(ratio, exactlyAt(points, part, ratio), exactlyAt(points, whole, ratio)),
      )
    return mismatchOf(rows, 0, `${part} ÷ ${whole}`)
  })
}

function compared(
  ratio: Point,
  numerator: Point | undefined,
  denominator: Point | undefined,
): readonly Compared[] {
  if (!numerator || !denominator || !comparable(numerator.unit, denominator.unit)) return []
  const computed = over(inCommonUnit(numerator), inCommonUnit(denominator))
  return computed ? [{ ratio, numerator, denominator, computed: scaled(computed, 100) }] : []
}

function mismatchOf(
  rows: readonly Compared[],
  tolerance: number,
  formula: string,
): readonly Finding[] {
  const wrong = rows.filter(
    ({ ratio, computed }) =>
      ratio.op === '=' && !overlaps(ratio.range, widened(computed, tolerance)),
  )
  const first = wrong[0]
  if (!first) return []
  const years = wrong
    .map(({ ratio, computed }) => `${ratio.year}年所列${ratio.value}%、测算${shown(computed)}`)
    .join('，')
  const others =
    rows.length > wrong.length
      ? '，其余年份相符，请核对该年数值或分母口径'
      : '，请核对数值或注明口径'
  return [
    finding(
      'ratio-mismatch',
      isSameScope(first) ? 'warning' : 'info',
      `“${first.ratio.target.indicator}”与由分子、分母测算的结果不符：${years}${others}。`,
      [first.ratio.citation, first.numerator.citation, first.denominator.citation],
      {
        expected: Number(figure((first.computed.low + first.computed.high) / 2)),
        found: first.ratio.value,
        arithmetic: `${formula}：${wrong
          .map(
            ({ numerator, denominator, computed }) =>
              `${numerator.value} ÷ ${denominator.value} = ${shown(computed)}`,
          )
          .join('；')}`,
      },
    ),
  ]
}

// 工业增加值 over 规上工业总产值 compares all with a part: such a ratio only asks.
function isSameScope({ numerator, denominator }: Compared): boolean {
  return !denominator.key.startsWith('规上') || numerator.key !== '工业增加值'
}

function isShare(point: Point): boolean {
  return meaningOf(point.unit).family === 'share'
}

function exactlyAt(points: readonly Point[], key: string, ratio: Point): Point | undefined {
  return levels(points)
    .filter((point) => point.key === key && point.year === ratio.year)
    .toSorted((a, b) => distanceTo(ratio, a) - distanceTo(ratio, b))[0]
}

const impliedLimit = 1.4

/** Added value against output: a rate that halves between base and target is no plan but a slip. */
function impliedRatioShift(points: readonly Point[]): readonly Finding[] {
  const outputs = levels(points).filter(
    (point, i, all) =>
      point.key === '规上工业产值' &&
      all.findIndex((p) => p.key === point.key && p.year === point.year) === i,
  )
  const rates = outputs.flatMap((output) => {
    const added = at(points, /^规上工业增加值$/, output)
    const rate = added && over(inCommonUnit(added), inCommonUnit(output))
    return rate && added ? [{ output, added, rate: scaled(rate, 100) }] : []
  })
  const first = rates.find(({ output }) => output.role === 'base')
  const last = rates.findLast(({ output }) => output.role === 'level')
  if (!first || !last) return []
  const factor = Math.max(first.rate.low / last.rate.high, last.rate.low / first.rate.high)
  if (factor < impliedLimit) return []
  return [
    finding(
      'implied-ratio-shift',
      'warning',
      `规上工业增加值与总产值的增长不匹配：增加值率将由${first.output.year}年${shown(first.rate)}变为${last.output.year}年${shown(last.rate)}，请核对产值或增加值目标。`,
      [last.output.citation, last.added.citation],
      {
        arithmetic: rates
          .map(({ output, added, rate }) => `${added.value} ÷ ${output.value} = ${shown(rate)}`)
          .join('；'),
      },
    ),
  ]
}

/** 规上 is a part of all: its added value (rate × output) cannot exceed that of the whole industry. */
function designatedAboveAll(points: readonly Point[]): readonly Finding[] {
  return levels(points)
    .filter((point) => point.key === '工业增加值')
    .flatMap((whole) => {
      const rate = at(points, /^规上工业增加值率$/, whole)
      const output = at(points, /^规上工业产值$/, whole)
      if (!rate || !output) return []
      const part: Interval = {
        low: (rate.range.low / 100) * inCommonUnit(output).low,
        high: (rate.range.high / 100) * inCommonUnit(output).high,
      }
      if (!isBelow(inCommonUnit(whole), part)) return []
      const value = (rate.value / 100) * output.value
      return [
        exceeds(
          'error',
          whole,
          [rate.citation, output.citation],
          `规上工业增加值（${output.value} × ${rate.value}% = ${figure(value, 1)}${output.unit ?? ''}）`,
          value,
        ),
      ]
    })
}

function exceeds(
  severity: Severity,
  whole: Point,
  citations: readonly Point['citation'][],
  part: string,
  value: number,
): Finding {
  return finding(
    'part-exceeds-whole',
    severity,
    `${whole.year}年由增加值率和总产值测算的${part}大于全部“${whole.target.indicator}”${whole.value}${whole.unit ?? ''}，部分不能大于整体，请核对三项数值。`,
    [whole.citation, ...citations],
    {
      expected: whole.value,
      found: Number(figure(value, 1)),
      arithmetic: `${part} > ${whole.value}`,
    },
  )
}

function levels(points: readonly Point[]): readonly Point[] {
  return points.filter((point) => point.role === 'level' || point.role === 'base')
}

function at(
  points: readonly Point[],
  key: RegExp,
  beside: Pick<Point, 'year' | 'citation'>,
): Point | undefined {
  const found = levels(points).filter(
    (point) =>
      point.year === beside.year && key.test(point.key) && point.target.scope === undefined,
  )
  return found.toSorted(
    (a, b) => b.key.length - a.key.length || distanceTo(beside, a) - distanceTo(beside, b),
  )[0]
}

// Rows of one table belong together; the prose may round or aim higher.
function distanceTo(beside: Pick<Point, 'citation'>, point: Point): number {
  return point.citation.table === beside.citation.table ? 0 : 1
}

function shown(range: Interval): string {
  return `${figure((range.low + range.high) / 2)}%`
}
