import type { Target } from '../../plan/plan.ts'
import type { Finding } from '../finding.ts'
import { historyFacts } from '../history.ts'
import { directionOf } from '../indicator.ts'
import { overlaps } from '../interval.ts'
import type { Point } from '../points.ts'
import { citeFigures } from '../prose.ts'
import { type AuditContext, finding } from '../rule.ts'
import { comparable } from '../unit.ts'
import { listed } from '../wording.ts'

/** Targets that cannot be judged later: words instead of a figure, no base, a base already reached. */
export function measurableFindings(context: AuditContext): readonly Finding[] {
  return [...unmeasurable(context), ...baseMissing(context), ...alreadyReached(context)]
}

function unmeasurable({ plan }: AuditContext): readonly Finding[] {
  return plan.targets
    .filter((target) => target.milestones.length > 0 && target.milestones.every(saysWordsOnly))
    .map((target) => {
      const words =
        target.milestones.map((milestone) => milestone.text.trim()).find((text) => text !== '') ??
        ''
      return finding(
        'unmeasurable',
        'warning',
        `“${target.indicator}”的目标只有文字“${words}”，没有可考核的数值，请给出数值或写明以哪份文件的指标为准。`,
        [target.citation],
      )
    })
}

function saysWordsOnly(milestone: Target['milestones'][number]): boolean {
  return milestone.value === undefined && /[\p{Script=Han}]/u.test(milestone.text)
}

// A table of fewer rows is a list of details that never had bases.
const fullTable = 5

/** One finding for each table: a table that has no bases at all says so once. */
function baseMissing({ plan }: AuditContext): readonly Finding[] {
  // What a table of duties promises on the way never has a base.
  const ofTasks = new Set(plan.tasks.map((task) => task.citation.table))
  const without = plan.targets.filter(
    (target) =>
      target.citation.where === 'table' &&
      !ofTasks.has(target.citation.table) &&
      target.baseline?.value === undefined &&
      target.milestones.some(
        (milestone) => milestone.kind === 'level' && milestone.value !== undefined,
      ) &&
      !/新增|新建|新实施|累计/.test(target.indicator),
  )
  const tables = [...new Set(without.map((target) => target.citation.table ?? ''))]
  return tables.flatMap((table) => {
    const rows = without.filter((target) => (target.citation.table ?? '') === table)
    const all = plan.targets.filter(
      ({ citation }) => citation.where === 'table' && (citation.table ?? '') === table,
    )
    if (all.length < fullTable) return []
    const names = listed(rows.map((target) => target.indicator))
    return [
      finding(
        'base-missing',
        'info',
        `${names}没有基期值，无法测算进度和增速，请补充规划基期数据。`,
        rows.map((target) => target.citation),
      ),
    ]
  })
}

/** The text reports for the base year what the plan sets as a goal. */
function alreadyReached(context: AuditContext): readonly Finding[] {
  const { plan, points, document } = context
  const history = historyFacts(context)
  const isLastGoal = (point: Point): boolean =>
    point.role === 'level' && point.year === plan.period.end
  return points
    .filter(
      (point, i) =>
        isLastGoal(point) &&
        points.findIndex((other) => isLastGoal(other) && other.key === point.key) === i,
    )
    .flatMap((goal) => {
      const past = history.find(
        ({ figure }) => figure.key === goal.key && comparable(figure.unit, goal.unit),
      )
      const base = points.find((point) => point.role === 'base' && point.key === goal.key)
      const current = base ?? past?.figure
      if (!current || !isReached(goal, current)) return []
      const cited = past && !base ? [citeFigures(document, past.sentence, [past.figure])] : []
      return [
        finding(
          'target-already-met',
          'info',
          `“${goal.target.indicator}”${goal.year}年目标${goal.value}${goal.unit ?? ''}在基期（${current.value}${goal.unit ?? ''}）已经达到，请确认是否只要求保持。`,
          [goal.citation, ...cited],
          { expected: current.value, found: goal.value },
        ),
      ]
    })
}

function isReached(goal: Point, current: Pick<Point, 'range' | 'value'>): boolean {
  const direction = directionOf(goal.target.indicator)
  if (direction === undefined) return false
  // A goal on the wrong side of its base has a rule of its own.
  return overlaps(goal.range, current.range) && !isNearer(goal, current, direction)
}

/** True where the goal still asks for something: 1 % where 0.7 % is reached, though 0.7 rounds to 1. */
function isNearer(goal: Point, current: Pick<Point, 'value'>, direction: 'up' | 'down'): boolean {
  return direction === 'up' ? goal.value > current.value : goal.value < current.value
}
