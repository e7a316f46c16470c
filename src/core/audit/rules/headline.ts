import type { Finding } from '../finding.ts'
import { isOutput } from '../indicator.ts'
import { type Interval, isBelow, overlaps, scaled, sumOf } from '../interval.ts'
import { inCommonUnit, type Point, rangeOfQuantity, scopeKey } from '../points.ts'
import { type AuditContext, finding } from '../rule.ts'
import { meaningOf } from '../unit.ts'
import { addition, figure, total } from '../wording.ts'
import type { Citation } from '../../document/citation.ts'
import type { Plan } from '../../plan/plan.ts'

/** A segment of a total: an industry, one of its branches, a park. */
interface Part {
  readonly name: string
  readonly value: number
  readonly range: Interval
  readonly citation: Citation
}

const hundredMillion = 1e8
const smallRest = 0.1
// Parks within parks and industries across one another are counted twice: that far above it only asks.
const doubled = 1.5

/** Output goals against the goals of what they consist of: industries, branches, parks. */
export function headlineFindings({ plan, points }: AuditContext): readonly Finding[] {
  const headlines = outputPoints(points, plan).filter(
    (point) => point.target.scope === undefined && isRegionwide(point),
  )
  const industries = industryParts(plan, points)
  const parks = parkParts(plan)
  return [
    ...compare(headlines, industries, '各产业目标', true),
    ...compare(headlines, parks, '各园区目标', false),
  ]
}

function outputPoints(points: readonly Point[], plan: Plan): readonly Point[] {
  return points.filter(
    (point) =>
      point.role === 'level' &&
      point.year === plan.period.end &&
      meaningOf(point.unit).family === 'money' &&
      isOutput(point.target.indicator),
  )
}

/** 工业总产值 without an industry's name before it. */
function isRegionwide(point: Point): boolean {
  return /^(?:规上)?(?:先进)?(?:工业|制造业|规上工业)+(?:总)?产值$/.test(point.key)
}

/** Goals of the industries that are no branches of others, each once. */
function industryParts(plan: Plan, points: readonly Point[]): readonly Part[] {
  const branches = new Set(
    plan.industries.flatMap((industry) =>
      industry.parent ? [bare(industry.name)] : industry.segments.map(bare),
    ),
  )
  const tops = plan.industries.filter((industry) => !branches.has(bare(industry.name)))
  const named = tops.flatMap((industry): readonly Part[] => {
    // A branch read with its industry's name is smaller than the industry.
    const goal = outputPoints(points, plan)
      .filter((point) => bare(nameOf(point)) === bare(industry.name))
      .toSorted((a, b) => inCommonUnit(b).high - inCommonUnit(a).high)[0]
    if (goal) return [partOf(goal, industry.name)]
    if (industry.goal?.value === undefined || meaningOf(industry.goal.unit).family !== 'money')
      return []
    const factor = meaningOf(industry.goal.unit).factor
    const range = scaled(rangeOfQuantity({ ...industry.goal, op: '=' }), factor / hundredMillion)
    return [
      {
        name: industry.name,
        value: (industry.goal.value * factor) / hundredMillion,
        range,
        citation: industry.citation,
      },
    ]
  })
  // An industry without a goal of its own leaves the sum open.
  return named.length === tops.length ? named : []
}

function nameOf(point: Point): string {
  const scope = scopeKey(point.target)
  return scope === '' ? point.key.replace(/产值$/, '') : scope
}

function bare(name: string): string {
  return name.replace(/[\s“”"]/g, '').replace(/(?:产业集群|产业|工业|行业|集群|业)$/, '')
}

function partOf(point: Point, name: string): Part {
  const factor = meaningOf(point.unit).factor / hundredMillion
  const range =
    point.op === '~'
      ? { low: point.value * factor, high: point.value * factor }
      : scaled(point.range, factor)
  return { name, value: point.value * factor, range, citation: point.citation }
}

function parkParts(plan: Plan): readonly Part[] {
  return plan.parks.flatMap((park) => {
    const goal = park.goal
    if (
      goal?.value === undefined ||
      meaningOf(goal.unit).family !== 'money' ||
      countsOther(plan, park.name)
    )
      return []
    const factor = meaningOf(goal.unit).factor / hundredMillion
    return [
      {
        name: park.name,
        value: goal.value * factor,
        range: scaled(rangeOfQuantity(goal), factor),
        citation: park.citation,
      },
    ]
  })
}

function inSums(point: Point): Interval {
  return scaled(inCommonUnit(point), 1 / hundredMillion)
}

/** A park whose goal is revenue or taxes adds nothing to output. */
function countsOther(plan: Plan, park: string): boolean {
  const own = plan.targets.filter(
    (target) => target.scope?.kind === 'park' && target.scope.name === park,
  )
  return (
    own.some((target) => /收入|税/.test(target.indicator)) &&
    !own.some((target) => isOutput(target.indicator))
  )
}

/**
 * Industries must add up to one of the headlines. Parks need not cover the region, so only a sum above
 * every headline counts.
 */
function compare(
  headlines: readonly Point[],
  parts: readonly Part[],
  what: string,
  mustMatch: boolean,
): readonly Finding[] {
  if (parts.length < 2 || headlines.length === 0) return []
  const sum = sumOf(parts.map((part) => part.range))
  if (headlines.some((headline) => overlaps(inSums(headline), sum))) return []
  const largest = headlines.toSorted((a, b) => b.value - a.value)[0]
  if (!largest || (!mustMatch && !isBelow(inSums(largest), sum))) return []
  const value = total(parts.map((part) => part.value))
  if (isBelow(inSums(largest), sum)) {
    const severity = sum.low / inSums(largest).high > doubled ? 'info' : 'warning'
    return [describe(largest, parts, what, value, severity, '大于')]
  }
  // Industries without goals may fill a sum that is too small; a small rest asks whether they do.
  const rest = 1 - sum.high / inSums(largest).low
  return rest < smallRest ? [describe(largest, parts, what, value, 'info', '小于')] : []
}

function describe(
  headline: Point,
  parts: readonly Part[],
  what: string,
  value: number,
  severity: 'info' | 'warning',
  word: string,
): Finding {
  return finding(
    'segments-mismatch',
    severity,
    `${what}合计${figure(value)}亿元，${word}全域“${headline.target.indicator}”${headline.year}年目标${headline.value}${headline.unit ?? ''}，请核对是否重复计算或口径不同。`,
    [headline.citation, ...parts.map((part) => part.citation)],
    {
      expected: headline.value,
      found: value,
      arithmetic: `${parts.map((part) => part.name).join(' + ')}：${addition(parts.map((part) => part.value))} ≠ ${headline.value}`,
    },
  )
}
