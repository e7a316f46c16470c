import type { Plan, Task } from '../../plan/plan.ts'
import type { Finding } from '../finding.ts'
import { type AuditContext, finding } from '../rule.ts'
import { listed } from '../wording.ts'

/** Tasks nobody can be held to: no single lead, a lead that also assists, no day to be done by. */
export function taskFindings({ plan, today = '' }: AuditContext): readonly Finding[] {
  const named = plan.tasks.filter((task) => task.lead.length + task.responsible.length > 0)
  const hasLeads = named.some((task) => task.lead.length > 0)
  return [
    ...named.flatMap((task) => [
      ...leads(task, hasLeads),
      ...openEnd(task),
      ...deadline(task, plan),
    ]),
    ...deadlinesRunOut(named, plan, today),
    ...deadlinesMissing(named),
  ]
}

function leads(task: Task, hasLeads: boolean): readonly Finding[] {
  const both = task.lead.filter((unit) => task.responsible.includes(unit))
  return [
    ...(task.lead.length === 0 && hasLeads
      ? [taskFinding('task-lead-missing', task, '没有牵头单位', '请明确一个牵头单位')]
      : []),
    ...(task.lead.length > 1
      ? [
          taskFinding(
            'task-lead-multiple',
            task,
            `有${task.lead.length}个牵头单位（${task.lead.join('、')}）`,
            '请明确由谁负总责',
          ),
        ]
      : []),
    ...(both.length > 0
      ? [
          taskFinding(
            'task-lead-responsible',
            task,
            `牵头单位${both.join('、')}又列为责任单位`,
            '请删去重复或更正单位',
          ),
        ]
      : []),
  ]
}

function openEnd(task: Task): readonly Finding[] {
  const text = task.deadline?.text ?? ''
  return /长期|持续|常年|适时/.test(text)
    ? [
        taskFinding(
          'task-deadline-open',
          task,
          `完成时限为“${text}”`,
          '无法考核进度，请补充阶段目标或年度节点',
        ),
      ]
    : []
}

/** Past is what lies before the document itself: a plan of 2022 may well ask for 2023. */
function deadline(task: Task, { period: { start, end }, issuedOn }: Plan): readonly Finding[] {
  const year = task.deadline?.year
  const text = task.deadline?.text ?? ''
  if (year === undefined) return []
  if (year > end) {
    const what = `完成时限${text}超出规划期${start}—${end}年`
    return [taskFinding('year-outside-period', task, what, '请核对年份')]
  }
  const issued = Number(issuedOn?.slice(0, 4) ?? start)
  if (year >= Math.min(start, issued)) return []
  const what =
    issuedOn === undefined
      ? `完成时限${text}早于规划期${start}—${end}年`
      : `完成时限${text}早于发文时间${issuedOn.slice(0, 4)}年`
  return [taskFinding('task-deadline-past', task, what, '请核对年份')]
}

/** Deadlines that have passed since are no fault of the document; they are asked about together. */
function deadlinesRunOut(
  tasks: readonly Task[],
  { period }: Plan,
  today: string,
): readonly Finding[] {
  const late = tasks.filter(({ deadline: { year } = {} }) => {
    return year !== undefined && year >= period.start && String(year) < today.slice(0, 4)
  })
  if (late.length === 0) return []
  const names = listed(late.map(shortName), 4)
  return [
    finding(
      'task-deadline-past',
      'info',
      `${late.length}项任务（${names}）的完成时限已过，请核对完成情况或调整时限。`,
      late.map((task) => task.citation),
    ),
  ]
}

/**
 * A row without a deadline among rows that have one is a gap; clauses after paragraphs hardly ever
 * name a day and are asked about in one finding.
 */
function deadlinesMissing(tasks: readonly Task[]): readonly Finding[] {
  const without = tasks.filter((task) => task.deadline === undefined)
  const gaps = without.filter((task) => othersHaveDeadlines(task, tasks))
  const clauses = without.filter((task) => !gaps.includes(task))
  const names = listed(clauses.map(shortName), 4)
  return [
    ...gaps.map((task) =>
      taskFinding('task-deadline-missing', task, '没有完成时限，而同表其他任务都有', '请补充'),
    ),
    ...(clauses.length > 0
      ? [
          finding(
            'task-deadline-missing',
            'info',
            `${clauses.length}项任务（${names}）没有完成时限，请补充，以便督办。`,
            clauses.map((task) => task.citation),
          ),
        ]
      : []),
  ]
}

function othersHaveDeadlines(task: Task, tasks: readonly Task[]): boolean {
  const { where, table } = task.citation
  if (where !== 'table') return false
  const rows = tasks.filter(
    (other) => other.citation.where === where && other.citation.table === table,
  )
  return rows.filter((row) => row.deadline !== undefined).length > rows.length / 2
}

function taskFinding(rule: string, task: Task, what: string, demand: string): Finding {
  return finding(rule, 'warning', `任务${task.no ?? ''}“${shortName(task)}”${what}，${demand}。`, [
    task.citation,
  ])
}

function shortName(task: Task): string {
  const text = task.text.replace(/\s+/g, '')
  return text.length > 24 ? `${text.slice(0, 24)}…` : text
}
