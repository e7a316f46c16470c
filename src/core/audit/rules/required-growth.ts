import type { Finding } from '../finding.ts'
import { type Fact, historyFacts } from '../history.ts'
import { indicatorKey, isOutput } from '../indicator.ts'
import { type Interval, middle, scaled, yearlyGrowth } from '../interval.ts'
import { inCommonUnit, type Point, scopeKey } from '../points.ts'
import { citeFigures, type Figure, type Sentence } from '../prose.ts'
import { type AuditContext, finding } from '../rule.ts'
import { meaningOf } from '../unit.ts'
import { figure as shown } from '../wording.ts'

/** What a target asks for each year, against what the region has grown by. */
export function requiredGrowthFindings(context: AuditContext): readonly Finding[] {
  const { points, plan, settings } = context
  const facts = historyFacts(context)
  const past = pastGrowth(facts)
  const multiple = settings?.growthMultiple ?? 2.5
  const distance = settings?.growthDistance ?? 10
  const found = points
    .filter((point) => point.role === 'level' && point.year === plan.period.end && grows(point))
    .flatMap((goal) => {
      const start = startOf(goal, points, facts, past, plan.period.start - 1)
      const growth =
        start && yearlyGrowth(start.base.range, inCommonUnit(goal), goal.year - start.base.year)
      if (!start || !growth || start.known.figure.value <= 0) return []
      const rate = start.known.figure.value
      if (growth.low <= rate * multiple || growth.low - rate <= distance) return []
      return [{ goal, ...start, required: middle(growth) }]
    })
  return found
    .filter(
      ({ goal, base }, i) =>
        found.findIndex(
          (other) => other.goal.value === goal.value && other.base.value === base.value,
        ) === i,
    )
    .map((one) => describe(context, one))
}

interface Base {
  readonly year: number
  readonly value: number
  /** In the common unit of its family. */
  readonly range: Interval
}

interface PastGrowth {
  readonly key: string
  readonly figure: Figure
  readonly sentence: Sentence
}

interface Start {
  readonly base: Base
  readonly known: PastGrowth
}

function grows(point: Point): boolean {
  const { family } = meaningOf(point.unit)
  return family === 'money' || family === 'count'
}

/** Where the goal starts from and how fast the same thing grew: by its own row, the text, or its industry. */
function startOf(
  goal: Point,
  points: readonly Point[],
  facts: readonly Fact[],
  past: readonly PastGrowth[],
  year: number,
): Start | undefined {
  const own = points.find((point) => point.role === 'base' && point.key === goal.key)
  const total = goal.target.scope === undefined && isTotalKey(goal.key)
  const told = total
    ? facts.find(
        ({ figure }) =>
          isTotalKey(figure.key) &&
          isOutput(figure.key) === isOutput(goal.key) &&
          figure.op === '=',
      )
    : undefined
  const base: Base | undefined = own
    ? { year: own.year, value: own.value, range: inCommonUnit(own) }
    : told && baseFrom(told.figure, year)
  const known =
    past.find(({ key }) => key === goal.key) ??
    (total ? past.find(({ key }) => isTotalKey(key)) : undefined)
  return base && known ? { base, known } : startOfIndustry(goal, facts, year)
}

function isTotalKey(key: string): boolean {
  return /^(?:规上)?(?:先进)?(?:工业|制造业)+(?:产值|增加值)$/.test(key)
}

function baseFrom(figure: Figure, year: number): Base {
  return { year, value: figure.value, range: scaled(figure.range, meaningOf(figure.unit).factor) }
}

/** 大健康产业31家规上企业实现产值27.77亿元，增长1.9%: name, output and growth in one clause. */
function startOfIndustry(goal: Point, facts: readonly Fact[], year: number): Start | undefined {
  const name = industryOf(goal)
  if (name.length < 2 || !isOutput(goal.target.indicator)) return undefined
  for (const { sentence, figure } of facts) {
    const clause = clauseAround(sentence, figure)
    if (meaningOf(figure.unit).family !== 'money' || !clause.text.includes(name)) continue
    const isOnlyIndustry = (clause.text.match(/产业/g)?.length ?? 0) < 2
    const growth = sentence.figures.find(
      (next) =>
        next.start > figure.end &&
        next.end <= clause.end &&
        next.unit === '%' &&
        next.op === '=' &&
        /增/.test(next.subject + wordsBefore(sentence, next)),
    )
    if (isOnlyIndustry && growth && isOutput(figure.subject))
      return {
        base: baseFrom(figure, year),
        known: { key: `${name}产值`, figure: growth, sentence },
      }
  }
  return undefined
}

function industryOf(goal: Point): string {
  const scope = scopeKey(goal.target)
  if (scope !== '') return scope
  const name = indicatorKey(goal.target.indicator).replace(/(?:产业|工业)*(?:产值|产业)$/, '')
  return isTotalKey(goal.key) ? '' : name
}

function clauseAround(sentence: Sentence, figure: Figure): { text: string; end: number } {
  const before = sentence.text.slice(0, figure.start - sentence.start)
  const from = Math.max(before.lastIndexOf('；'), before.lastIndexOf('。')) + 1
  return { text: sentence.text.slice(from), end: sentence.end }
}

/** 年均 and 同比 growth that the text reports, with what it is of. */
function pastGrowth(facts: readonly Fact[]): readonly PastGrowth[] {
  const sentences = [...new Set(facts.map((fact) => fact.sentence))]
  return sentences.flatMap((sentence) =>
    sentence.figures.flatMap((figure, i) => {
      const words = wordsBefore(sentence, figure)
      if (figure.unit !== '%' || !/(?:年均|同比).*(?:增|升)/.test(words)) return []
      const own = figure.key
        .replace(/[“”"]?十[一二三四五]五[“”"]?/g, '')
        .replace(/(?:年均|同比).*$/, '')
      const key = own.length >= 3 ? own : (sentence.figures[i - 1]?.key ?? '')
      return [{ key, figure, sentence }]
    }),
  )
}

function wordsBefore(sentence: Sentence, figure: Figure): string {
  return sentence.text.slice(
    Math.max(0, figure.start - sentence.start - 12),
    figure.start - sentence.start,
  )
}

function describe(
  { document }: AuditContext,
  { goal, base, known, required }: Start & { readonly goal: Point; readonly required: number },
): Finding {
  const unit = goal.unit ?? ''
  const rate = Number(shown(required, 1))
  return finding(
    'required-growth',
    'warning',
    `“${goal.target.indicator}”要从${base.year}年${base.value}${unit}到${goal.year}年${goal.value}${unit}，年均需增长${rate}%，而规划前“${known.key}”增速为${known.figure.printed}，请说明支撑条件或调整目标。`,
    [goal.citation, citeFigures(document, known.sentence, [known.figure])],
    {
      expected: known.figure.value,
      found: rate,
      arithmetic: `(${goal.value} ÷ ${base.value})^(1/${goal.year - base.year}) − 1 = ${rate}%`,
    },
  )
}
