import type { Finding } from '../finding.ts'
import { exactly, middle, yearlyGrowth } from '../interval.ts'
import { inCommonUnit, type Point } from '../points.ts'
import { citeFigures, type Figure, type Sentence } from '../prose.ts'
import { type AuditContext, finding } from '../rule.ts'
import { meaningOf } from '../unit.ts'
import { figure } from '../wording.ts'

/** What a target asks for each year, against what the region has grown by. */
export function requiredGrowthFindings(context: AuditContext): readonly Finding[] {
  const { points, plan, sentences } = context
  const past = pastGrowth(sentences, plan.period.start)
  const multiple = context.settings?.growthMultiple ?? 2.5
  const distance = context.settings?.growthDistance ?? 10
  return points
    .filter((point) => point.role === 'level' && point.year === plan.period.end && isTotal(point))
    .flatMap((goal) => {
      const base = baseOf(goal, points, sentences, plan.period.start)
      const known =
        past.find(({ key }) => key === goal.key) ?? past.find(({ key }) => isTotalKey(key))
      const growth =
        base && yearlyGrowth(base.range, inCommonUnit(goal), plan.period.end - base.year)
      if (!base || !known || !growth || known.figure.value <= 0) return []
      const required = middle(growth)
      if (
        growth.low <= known.figure.value * multiple ||
        growth.low - known.figure.value <= distance
      )
        return []
      return [{ goal, base, finding: describe(context, goal, base, required, known) }]
    })
    .filter(
      ({ goal, base }, i, all) =>
        all.findIndex(
          (other) => other.goal.value === goal.value && other.base.value === base.value,
        ) === i,
    )
    .map((found) => found.finding)
}

interface PastGrowth {
  readonly key: string
  readonly figure: Figure
  readonly sentence: Sentence
}

interface Base {
  readonly year: number
  readonly value: number
  readonly range: ReturnType<typeof exactly>
}

function isTotal(point: Point): boolean {
  return (
    meaningOf(point.unit).family === 'money' &&
    point.target.scope === undefined &&
    isTotalKey(point.key)
  )
}

function isTotalKey(key: string): boolean {
  return /^(?:规上)?(?:先进)?(?:工业|制造业)+(?:产值|增加值)$/.test(key)
}

function baseOf(
  goal: Point,
  points: readonly Point[],
  sentences: readonly Sentence[],
  start: number,
): Base | undefined {
  const own = points.find((point) => point.role === 'base' && point.key === goal.key)
  if (own) return { year: own.year, value: own.value, range: inCommonUnit(own) }
  const told = sentences
    .flatMap((sentence) => sentence.figures)
    .find(
      (past) =>
        past.year === start - 1 &&
        past.op === '=' &&
        sameTotal(past.key, goal.key) &&
        meaningOf(past.unit).family === 'money',
    )
  if (!told) return undefined
  const factor = meaningOf(told.unit).factor
  return {
    year: start - 1,
    value: told.value,
    range: { low: told.range.low * factor, high: told.range.high * factor },
  }
}

function sameTotal(a: string, b: string): boolean {
  return isTotalKey(a) && a.endsWith('增加值') === b.endsWith('增加值')
}

/** 年均 or 同比 growth that the text reports before the plan, with what it is of. */
function pastGrowth(sentences: readonly Sentence[], start: number): readonly PastGrowth[] {
  return sentences
    .filter(
      (sentence) =>
        sentence.block.kind === 'paragraph' && !/力争|到\s*20\d\d\s*年|确保/.test(sentence.text),
    )
    .flatMap((sentence) =>
      sentence.figures.flatMap((figure, i) => {
        const words = sentence.text.slice(
          Math.max(0, figure.start - sentence.start - 12),
          figure.start - sentence.start,
        )
        if (
          figure.unit !== '%' ||
          !/(?:年均|同比).*(?:增|升)/.test(words) ||
          (figure.year ?? start - 1) >= start
        )
          return []
        const own = figure.key.replace(/(?:年均|同比).*$/, '')
        const key = own.length >= 3 ? own : (sentence.figures[i - 1]?.key ?? '')
        return [{ key, figure, sentence }]
      }),
    )
}

function describe(
  { document }: AuditContext,
  goal: Point,
  base: Base,
  required: number,
  known: PastGrowth,
): Finding {
  const unit = goal.unit ?? ''
  return finding(
    'required-growth',
    'warning',
    `“${goal.target.indicator}”要从${base.year}年${base.value}${unit}到${goal.year}年${goal.value}${unit}，年均需增长${figure(required, 1)}%，而规划前“${known.key}”增速为${known.figure.printed}，请说明支撑条件或调整目标。`,
    [goal.citation, citeFigures(document, known.sentence, [known.figure])],
    {
      expected: known.figure.value,
      found: Number(figure(required, 1)),
      arithmetic: `(${goal.value} ÷ ${base.value})^(1/${goal.year - base.year}) − 1 = ${figure(required, 1)}%`,
    },
  )
}
