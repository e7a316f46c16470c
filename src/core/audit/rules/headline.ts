import type { Plan } from '../../plan/plan.ts'
import type { Finding, Severity } from '../finding.ts'
import { scaled, sumOf } from '../interval.ts'
import {
  bareName,
  branchNameOf,
  countsOther,
  industryPart,
  inHundredMillions,
  outputPoints,
  type Part,
  partOf,
  standing,
} from '../parts.ts'
import { type Point, rangeOfQuantity } from '../points.ts'
import { type AuditContext, finding } from '../rule.ts'
import { meaningOf } from '../unit.ts'
import { addition, figure, total } from '../wording.ts'

/** Output goals against the goals of what they consist of: industries, branches, parks. */
export function headlineFindings({ plan, points }: AuditContext): readonly Finding[] {
  const outputs = outputPoints(points, plan)
  const headlines = outputs.filter(
    (point) => point.target.scope === undefined && isRegionwide(point),
  )
  const industries = topIndustries(plan, outputs)
  const isComplete = industries.every((part) => part !== undefined)
  return [
    ...againstHeadlines(headlines, industries.filter(isKnown), '各产业目标', isComplete),
    ...againstHeadlines(headlines, parkParts(plan), '各园区目标', false),
    ...branches(plan, outputs),
  ]
}

// A sum that falls short by less may be a slip; by more, industries without goals fill it.
const smallRest = 0.1
// Parks within parks and industries across one another are counted twice: that far above only asks.
const doubled = 1.5

/** 工业总产值 without an industry's name before it. */
function isRegionwide(point: Point): boolean {
  return /^(?:规上)?(?:先进)?(?:工业|制造业|规上工业)+(?:总)?产值$/.test(point.key)
}

function isKnown(part: Part | undefined): part is Part {
  return part !== undefined
}

/** Industries that are no branches of others. */
function topIndustries(plan: Plan, outputs: readonly Point[]): readonly (Part | undefined)[] {
  const inside = new Set(
    plan.industries.flatMap(({ name, parent, segments }) => [
      ...(parent ? [bareName(name)] : []),
      ...segments.map(bareName),
    ]),
  )
  return plan.industries
    .filter((industry) => !inside.has(bareName(industry.name)))
    .filter((industry) => industry.goal !== undefined || !countsOther(plan, industry.name))
    .map((industry) => industryPart(industry, outputs, plan))
}

function parkParts(plan: Plan): readonly Part[] {
  return plan.parks.flatMap(({ name, goal, citation }) => {
    const isMoney = meaningOf(goal?.unit).family === 'money'
    if (goal?.value === undefined || !isMoney || countsOther(plan, name)) return []
    const factor = meaningOf(goal.unit).factor / 1e8
    return [
      { name, value: goal.value * factor, range: scaled(rangeOfQuantity(goal), factor), citation },
    ]
  })
}

/** The parts must not exceed every headline; where all are known, they must add up to one of them. */
function againstHeadlines(
  headlines: readonly Point[],
  parts: readonly Part[],
  what: string,
  isComplete: boolean,
): readonly Finding[] {
  const largest = headlines.toSorted((a, b) => b.value - a.value)[0]
  if (parts.length < 2 || !largest) return []
  const standings = headlines.map((point) => standing(parts, inHundredMillions(point), isComplete))
  if (!standings.includes('agrees'))
    return comparison(largest, parts, what, standing(parts, inHundredMillions(largest), isComplete))
  // 450 of all industry may stand beside 400 of 规上: then the scope of the parts is the question.
  const exceeded = headlines[standings.indexOf('above')]
  return exceeded ? [describe(exceeded, parts, what, 'info', '大于')] : []
}

/** 新材料100亿元 = 铝合金30 + 复合材料60 + 硬质合金10. */
function branches(plan: Plan, outputs: readonly Point[]): readonly Finding[] {
  return plan.industries.flatMap((industry) => {
    const whole = outputs.find(
      (point) => bareName(branchNameOf(point)) === bareName(industry.name) && point.op !== '~',
    )
    const parts = industry.segments.map((segment) => {
      const goal = outputs.find(
        (point) => point !== whole && bareName(branchNameOf(point)) === bareName(segment),
      )
      return goal && partOf(goal, segment)
    })
    const known = parts.filter(isKnown)
    if (!whole || known.length < 2) return []
    const result = standing(known, inHundredMillions(whole), known.length === parts.length)
    return result === 'agrees'
      ? []
      : comparison(whole, known, `“${industry.name}”各细分领域目标`, result, 1)
  })
}

function comparison(
  whole: Point,
  parts: readonly Part[],
  what: string,
  result: ReturnType<typeof standing>,
  largestRest = smallRest,
): readonly Finding[] {
  const sum = sumOf(parts.map((part) => part.range))
  const range = inHundredMillions(whole)
  if (result === 'above') {
    const severity = sum.low / range.high > doubled ? 'info' : 'warning'
    return [describe(whole, parts, what, severity, '大于')]
  }
  const rest = 1 - sum.high / range.low
  return result === 'short' && rest < largestRest
    ? [describe(whole, parts, what, 'info', '小于')]
    : []
}

function describe(
  whole: Point,
  parts: readonly Part[],
  what: string,
  severity: Severity,
  word: string,
): Finding {
  const value = total(parts.map((part) => part.value))
  return finding(
    'segments-mismatch',
    severity,
    `${what}合计${figure(value)}亿元，${word}“${whole.target.indicator}”${whole.year}年目标${whole.value}${whole.unit ?? ''}，请核对是否重复计算或口径不同。`,
    [whole.citation, ...parts.map((part) => part.citation)],
    {
      expected: whole.value,
      found: value,
      arithmetic: `${parts.map((part) => part.name).join(' + ')}：${addition(parts.map((part) => part.value))} ≠ ${whole.value}`,
    },
  )
}
