import type { Target } from '../../plan/plan.ts'
import type { Finding } from '../finding.ts'
import { isShareOfWhole, speaksOfFall } from '../indicator.ts'
import { type Point, pointsOfTarget } from '../points.ts'
import { type AuditContext, finding } from '../rule.ts'
import { meaningOf, type UnitFamily } from '../unit.ts'

/** Shares outside 0–100, units that do not fit the indicator, falls printed as growth. */
export function unitAndRangeFindings({ plan }: AuditContext): readonly Finding[] {
  return plan.targets.flatMap((target) => [
    ...shareOutOfRange(target),
    ...unitMismatch(target),
    ...doubleNegative(target),
  ])
}

function shareOutOfRange(target: Target): readonly Finding[] {
  if (meaningOf(target.unit).family !== 'share' || speaksOfFall(target.indicator)) return []
  const outside = pointsOfTarget(target).filter(
    (point) => (point.range.low > 100 || point.range.high < 0) && point.role !== 'change',
  )
  const first = outside[0]
  if (!first || isUnbounded(target.indicator)) return []
  const values = outside.map((point) => `${point.year}年${point.value}%`).join('、')
  const isShare = isShareOfWhole(target.indicator)
  return [
    finding(
      'share-out-of-range',
      isShare ? 'error' : 'info',
      isShare
        ? `“${target.indicator}”是部分占整体的比率，${values}超出0—100%，请核对数值或单位。`
        : `“${target.indicator}”${values}超过100%，若为指数得分请改用“分”或“指数”并注明算法，否则请核对。`,
      [target.citation],
      {
        found: first.value,
        arithmetic: outside.map((point) => `${point.value}% > 100%`).join('；'),
      },
    ),
  ]
}

function isUnbounded(name: string): boolean {
  return /增长|增速|增幅|回报率|收益率|周转率|贡献率|负债率|倍|同比|环比/.test(name)
}

/** What the name promises to be measured in; the first that fits decides. */
const expectations: readonly {
  readonly name: RegExp
  readonly families: readonly UnitFamily[]
  readonly wanted: string
}[] = [
  {
    name: /(?:占比|比重|比例|普及率|覆盖率|数控化率|利用率)$/,
    families: ['share', 'points'],
    wanted: '%',
  },
  {
    name: /(?:总产值|产值|增加值|营业收入|投资额?|利润总额|税收|研发投入|研发经费)$/,
    families: ['money', 'share', 'points'],
    wanted: '亿元等金额单位',
  },
  {
    name: /(?:企业|机构|平台|工厂|车间|园区|基地|基站)(?:数量|个数|家数|总数)$/,
    families: ['count'],
    wanted: '家、个等个数单位',
  },
]

function unitMismatch(target: Target): readonly Finding[] {
  const unit = target.unit
  if (unit === undefined) return []
  const name = target.indicator.replace(/[（(][^（）()]*[）)]/g, '').trim()
  const meaning = meaningOf(unit)
  const isLevel = target.milestones.every((milestone) => milestone.kind === 'level')
  const intensity = isLevel && /能耗|水耗|电耗|物耗/.test(name) && /单位|万元|每/.test(name)
  if (
    intensity &&
    meaning.family === 'share' &&
    !speaksOfFall(name) &&
    !/变化|变动|控制/.test(name)
  )
    return [
      mismatch(
        target,
        `“${name}”是单位产出的消耗量，单位却是${unit}，请改为吨标准煤/万元等强度单位，或改称“下降率”。`,
      ),
    ]
  const broken = expectations.find(({ name: pattern }) => pattern.test(name))
  if (broken && !/[/／·]/.test(unit) && !broken.families.includes(meaning.family))
    return [
      mismatch(
        target,
        `“${name}”的单位为“${unit}”，与指标含义不符，应为${broken.wanted}，请核对。`,
      ),
    ]
  return countPrintedAsShare(target, name)
}

// A share a little above 100 is a slip of its own; one far above was never a share.
const countsBeyond = 150

// A share beyond 100 that consists of whole numbers only is most likely a count in the wrong unit.
function countPrintedAsShare(target: Target, name: string): readonly Finding[] {
  const points = pointsOfTarget(target)
  const looksCounted = points.length > 1 && points.every((point) => Number.isInteger(point.value))
  const beyond = points.filter((point) => point.value > countsBeyond)
  if (meaningOf(target.unit).family !== 'share' || !isShareOfWhole(name) || !looksCounted) return []
  if (beyond.length === 0 || !/企业|机构|平台|数量|单位|项目/.test(name)) return []
  const values = points.map((point: Point) => point.value).join('、')
  return [
    mismatch(
      target,
      `“${name}”以%为单位，所列${values}更像个数，请核对单位是否应为“个”或“家”，或改填占比。`,
    ),
  ]
}

function mismatch(target: Target, message: string): Finding {
  return finding('unit-mismatch', 'warning', message, [target.citation])
}

/** 下降率 −10 % says the fall twice, which taken at its word is a rise. */
function doubleNegative(target: Target): readonly Finding[] {
  if (
    !/(?:下降|降低|减少|降)(?:率|幅度?)$/.test(
      target.indicator.replace(/[（(][^（）()]*[）)]/g, ''),
    )
  )
    return []
  const negative = pointsOfTarget(target).filter((point) => point.value < 0)
  const first = negative[0]
  if (!first) return []
  return [
    finding(
      'double-negative',
      'info',
      `“${target.indicator}”名称已含下降，数值又为负（${negative.map((point) => `${point.value}${target.unit ?? ''}`).join('、')}），请统一写法，避免被理解为上升。`,
      [target.citation],
      { found: first.value, expected: -first.value },
    ),
  ]
}
