import type { Growth, Target } from '../../plan/plan.ts'
import type { Finding } from '../finding.ts'
import { growthOfValues, type Dated, type Reading, readingOf } from '../growth-fit.ts'
import { common, exactly, overlaps, widened } from '../interval.ts'
import { isShareOfWhole } from '../indicator.ts'
import { type Point, pointsOfTarget } from '../points.ts'
import { type AuditContext, finding } from '../rule.ts'
import { comparable, meaningOf } from '../unit.ts'
import { figure } from '../wording.ts'
import { ratioByRows } from './ratios.ts'

/**
 * Growth printed beside a target, held against the target's own values: a rate, percentage points or
 * an absolute rise a year. Tables differ in where a rate starts, so every earlier value may be its base.
 */
export function growthFindings({ plan, points }: AuditContext): readonly Finding[] {
  return plan.targets.flatMap((target) =>
    target.growth.flatMap((growth) => growthFinding(target, growth, points)),
  )
}

function growthFinding(
  target: Target,
  growth: Growth,
  points: readonly Point[],
): readonly Finding[] {
  const own = pointsOfTarget(target).filter(
    (point) => point.role === 'level' || point.role === 'base',
  )
  const goal = own.find((point) => point.year === growth.to)
  const end = goal && roundedToOne(goal)
  if (!end || !comparableGrowth(growth, target)) return []
  const starts = startsOf(own, end, growth, points)
  const readings = starts.map((start) => readingOf(growth, start, end))
  if (starts.length === 0) return []
  if (readings.includes('fits')) return onlyByRounding(target, growth, starts, end, points)
  const best = bestReading(readings)
  const start = best === 'none' ? closest(growth, starts, end) : starts[readings.indexOf(best)]
  return start ? [describe(target, growth, start, end, best, starts)] : []
}

/**
 * 28 beside 28.6 and 29.8 most likely means 28.0, and 1.7 % is known better from the two rows it is the
 * ratio of. Where only the freer reading makes the growth fit, the plan is asked.
 */
function onlyByRounding(
  target: Target,
  growth: Growth,
  starts: readonly Point[],
  end: Point,
  points: readonly Point[],
): readonly Finding[] {
  const width = Math.min(...[...starts, end].map(({ range }) => range.high - range.low))
  if (width === 0) return []
  const tight = (point: Point): Point => tightened(point, width, points)
  const fits = (read: (point: Point) => Point): boolean =>
    starts.some((start) => readingOf(growth, read(start), read(end)) === 'fits')
  if (fits(asPrinted) || fits(tight)) return []
  const start = closest(growth, starts, end)
  if (!start) return []
  const asked = describe(target, growth, start, end, 'none', starts)
  const question = '（若按四舍五入前的数值计算可能相符）。'
  return [{ ...asked, severity: 'info', message: asked.message.replace(/。$/, question) }]
}

// Authors also compute from what they printed.
function asPrinted(point: Point): Point {
  return { ...point, range: exactly(point.value) }
}

/** The point with the digits of its row, and no further than the rows it is a ratio of allow. */
function tightened(point: Point, width: number, points: readonly Point[]): Point {
  const digits = widened(exactly(point.value), width / 2)
  const byRows = ratioByRows(points, point)
  return {
    ...point,
    range: byRows && overlaps(byRows, digits) ? common(byRows, digits) : digits,
  }
}

// A goal for things counted one by one was worked out with a rate and rounded to the nearest one.
function roundedToOne(goal: Point): Point {
  const isCount = goal.range.low === goal.range.high && goal.value !== 0
  return isCount ? { ...goal, range: widened(goal.range, 0.5) } : goal
}

// An absolute rise in another unit than the target's says nothing about it.
function comparableGrowth(growth: Growth, target: Target): boolean {
  if (growth.unit === '百分点') return meaningOf(target.unit).family === 'share'
  return true
}

/** The values a rate may start from, likeliest first; those of other lines only where the line has none. */
function startsOf(
  own: readonly Point[],
  end: Point,
  growth: Growth,
  all: readonly Point[],
): readonly Point[] {
  const earlier = (points: readonly Point[]): readonly Point[] =>
    points
      .filter((point) => point.year < end.year)
      .toSorted((a, b) => rank(a, growth) - rank(b, growth) || b.year - a.year)
  const inLine = earlier(own)
  if (inLine.length > 0) return inLine
  return earlier(
    all.filter(
      (point) => point.key === end.key && point.role === 'base' && comparable(point.unit, end.unit),
    ),
  )
}

function rank(point: Point, growth: Growth): number {
  return point.year === growth.from ? 0 : 1
}

function bestReading(readings: readonly Reading[]): Reading {
  return (
    (['period', 'points', 'factor'] as const).find((reading) => readings.includes(reading)) ??
    'none'
  )
}

/** The start whose growth comes nearest to the stated one: the author most likely meant it. */
function closest(growth: Growth, starts: readonly Point[], end: Point): Point | undefined {
  const distance = (start: Point): number => {
    const computed = growthOfValues(growth, start, end)
    return computed === undefined ? Infinity : Math.abs(computed - growth.value)
  }
  return starts.toSorted((a, b) => distance(a) - distance(b))[0]
}

function describe(
  target: Target,
  growth: Growth,
  start: Point,
  end: Point,
  reading: Reading,
  starts: readonly Dated[],
): Finding {
  const computed = growthOfValues(growth, start, end)
  const expected = computed === undefined ? undefined : Number(figure(computed))
  // Growth of added value is stated at constant prices; values grow faster by what prices rise.
  const byPrices = reading === 'none' && atConstantPrices(target.indicator, growth, expected)
  return finding(
    reading === 'period'
      ? 'growth-period-as-yearly'
      : reading === 'points'
        ? 'growth-unit'
        : 'growth-mismatch',
    byPrices ? 'warning' : 'error',
    sentence(target, growth, start, end, reading, expected) + (byPrices ? priceNote : ''),
    [target.citation, start.citation],
    {
      ...(expected !== undefined && { expected }),
      found: growth.value,
      arithmetic: arithmetic(growth, starts.length > 0 ? starts : [start], end),
    },
  )
}

const priceNote = '若增速为可比价增速，请注明口径。'

// Beyond so many points a year prices explain nothing.
const priceRise = 4

function atConstantPrices(name: string, growth: Growth, computed: number | undefined): boolean {
  const isReal = growth.unit === '%' && /增加值|生产总值|GDP/i.test(name) && !isShareOfWhole(name)
  if (!isReal || computed === undefined) return false
  return computed > growth.value && computed - growth.value < priceRise
}

function sentence(
  target: Target,
  growth: Growth,
  start: Point,
  end: Point,
  reading: Reading,
  expected: number | undefined,
): string {
  const unit = target.unit ?? ''
  const path = `“${target.indicator}”由${start.year}年${start.value}${unit}到${end.year}年${end.value}${unit}`
  const bare = growth.text === undefined || /^-?[\d.]+$/.test(growth.text)
  const printed = bare ? `${growth.value}${unitOf(growth, unit)}` : growth.text
  const years = end.year - start.year
  const word = growth.cumulative ? '累计变动' : '年均'
  if (reading === 'period')
    return `${path}，${years}年累计增长才是${printed}，表中却作年均增速；年均应为${expected}%，请改正或注明为累计。`
  if (reading === 'points')
    return `${path}，年均提高的是${growth.value}个百分点而不是${growth.value}%，请改用百分点。`
  if (reading === 'factor')
    return `${path}，年均增长${expected}%，所列${printed}是每年为上年的倍率而非增速，请改为${expected}%。`
  const jump =
    growth.unit === '%' && isShareOfWhole(target.indicator) ? '（比率类指标宜用百分点）' : ''
  return `${path}，测算${word}${expected}${unitOf(growth, unit)}，与所列${printed}不符${jump}，请核对目标值或增速。`
}

function unitOf(growth: Growth, unit: string): string {
  if (growth.unit === '%') return '%'
  return growth.unit === '百分点' ? '个百分点' : unit
}

function arithmetic(growth: Growth, starts: readonly Dated[], end: Dated): string {
  return starts
    .map((start) => {
      const years = growth.cumulative ? 1 : end.year - start.year
      const result = growthOfValues(growth, start, end)
      const outcome = result === undefined ? '—' : figure(result)
      if (growth.unit !== '%') return `(${end.value} − ${start.value}) ÷ ${years} = ${outcome}`
      return `(${end.value} ÷ ${start.value})^(1/${years}) − 1 = ${outcome}%`
    })
    .join('；')
}
