import type { Finding, Severity } from '../finding.ts'
import { type Interval, isBelow, over, overlaps, scaled, widened } from '../interval.ts'
import { inCommonUnit, type Point } from '../points.ts'
import { type AuditContext, finding } from '../rule.ts'
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
    ...impliedRatioShift(points),
    ...designatedAboveAll(points),
  ]
}

function againstDefinition(definition: Definition, points: readonly Point[]): readonly Finding[] {
  const ratios = levels(points).filter(
    (point) => definition.ratio.test(point.key) && point.unit === '%',
  )
  const compared = ratios.flatMap((ratio) => {
    const numerator = at(points, definition.numerator, ratio.year)
    const denominator = at(points, definition.denominator, ratio.year)
    const computed =
      numerator && denominator && over(inCommonUnit(numerator), inCommonUnit(denominator))
    return computed && numerator && denominator
      ? [{ ratio, numerator, denominator, computed: scaled(computed, 100) }]
      : []
  })
  const wrong = compared.filter(
    ({ ratio, computed }) =>
      ratio.op === '=' && !overlaps(ratio.range, widened(computed, definition.tolerance)),
  )
  const first = wrong[0]
  if (!first) return []
  const years = wrong
    .map(({ ratio, computed }) => `${ratio.year}年表列${ratio.value}%、测算${shown(computed)}`)
    .join('，')
  const others = compared.length > wrong.length ? '，其余年份相符，疑分母口径前后不一' : ''
  return [
    finding(
      'ratio-mismatch',
      first.numerator.key.startsWith('规上') ? 'warning' : 'info',
      `“${first.ratio.target.indicator}”与按定义由相关指标测算的结果不符：${years}${others}，请核对数值或注明口径。`,
      [first.ratio.citation, first.numerator.citation, first.denominator.citation],
      {
        expected: Number(figure((first.computed.low + first.computed.high) / 2)),
        found: first.ratio.value,
        arithmetic: `${definition.formula}：${wrong
          .map(
            ({ numerator, denominator, computed }) =>
              `${numerator.value} ÷ ${denominator.value} = ${shown(computed)}`,
          )
          .join('；')}`,
      },
    ),
  ]
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
    const added = at(points, /^规上工业增加值$/, output.year)
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
      const rate = at(points, /^规上工业增加值率$/, whole.year)
      const output = at(points, /^规上工业产值$/, whole.year)
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

function at(points: readonly Point[], key: RegExp, year: number): Point | undefined {
  const found = levels(points).filter(
    (point) => point.year === year && key.test(point.key) && point.target.scope === undefined,
  )
  return found.toSorted((a, b) => b.key.length - a.key.length)[0]
}

function shown(range: Interval): string {
  return `${figure((range.low + range.high) / 2)}%`
}
