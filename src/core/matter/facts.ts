import { addMonths, type Day, daysBetween } from '../calendar/day.ts'
import { type Calendar, workingDaysBetween } from '../calendar/working-days.ts'
import { monthsBetween } from '../expression/days.ts'
import type { Declaration } from '../expression/compile.ts'
import { gap, type Value } from '../expression/value.ts'
import type { FigureState } from './bound-figure.ts'
import type { Kind } from './kind.ts'
import type { Mark, Matter, Signals, Standing, Step } from './matter.ts'
import type { Colour } from './scheme.ts'
import { stateOf, type Workflow } from './workflow.ts'

/** A matter on a day, as rules look at it. */
export interface Seen {
  readonly matter: Pick<Matter, 'raisedOn' | 'steps'>
  readonly standing: Standing
  readonly signals: Signals
  readonly kind: Kind
  readonly workflow: Workflow
  readonly calendar: Calendar
  readonly day: Day
  readonly figure?: FigureState
  readonly isLeadAbolished?: boolean
}

interface Fact {
  readonly kind: NonNullable<Declaration['kind']>
  readonly meaning: string
  readonly value: (seen: Seen) => Value
}

const missing = gap('missing')

/** What rules can name. What has no meaning for a matter (时限 of a long task) is a gap. */
const facts: Readonly<Record<string, Fact>> = {
  类别: text('事项类别', ({ kind }) => kind.name),
  级别: text('类别内的分级，如 A、B、C', ({ standing }) => standing.grade ?? missing),
  状态: text('所处环节', ({ standing, workflow }) => stateOf(workflow, standing.state).name),
  重大: marked('major', '重大事项'),
  紧急: marked('urgent', '紧急事项'),
  领导批示: marked('instructed', '领导批示件'),
  长期: truth('没有办结时限，按周期复查', ({ standing }) => standing.rhythm !== undefined),
  距时限天数: number('到办结时限还有几天，逾期为负', (seen) =>
    until(seen, seen.standing.due, daysBetween),
  ),
  距时限工作日: number('到办结时限还有几个工作日，逾期为负', (seen) =>
    until(seen, seen.standing.due, (from, to) => workingDaysBetween(seen.calendar, from, to)),
  ),
  逾期天数: number('超过办结时限几天，未到为0', (seen) =>
    past(until(seen, seen.standing.due, daysBetween)),
  ),
  逾期工作日: number('超过办结时限几个工作日，未到为0', (seen) =>
    past(until(seen, seen.standing.due, (from, to) => workingDaysBetween(seen.calendar, from, to))),
  ),
  停留工作日: number('在当前环节停留几个工作日', stay),
  节点超时工作日: number('超过当前环节限时几个工作日，未超为0', (seen) => {
    const { limit } = stateOf(seen.workflow, seen.standing.state)
    return limit === undefined ? missing : Math.max(0, stay(seen) - limit)
  }),
  距复查工作日: number('到下次复查还有几个工作日', (seen) =>
    until(seen, seen.standing.reviewOn, (from, to) => workingDaysBetween(seen.calendar, from, to)),
  ),
  距节点时限天数: number(
    '到最早一个未完成节点的时限还有几天，逾期为负',
    ({ matter, standing, day }) => {
      const open = matter.steps.filter(
        (step) => !standing.stepsDone.some(({ code }) => code === step.code),
      )
      const [first] = open.flatMap(({ due }) => (due === undefined ? [] : [due])).toSorted()
      return first === undefined ? missing : daysBetween(day, first)
    },
  ),
  无进展天数: number('距上次报告进展几天', ({ matter, standing, day }) =>
    daysBetween(lastMoved(matter, standing), day),
  ),
  无进展月数: number('距上次报告进展几个月，不足一月的按天折算', ({ matter, standing, day }) =>
    monthsSince(lastMoved(matter, standing), day),
  ),
  进度: number('单位报告的完成百分比', ({ standing }) => standing.progress ?? missing),
  时序进度: number('从交办到时限已过去的百分比', elapsed),
  进度差: number('进度减时序进度，百分点', (seen) => {
    const expected = elapsed(seen)
    const { progress } = seen.standing
    return typeof expected === 'number' && progress !== undefined ? progress - expected : missing
  }),
  质量: text('最近一次评定，好或差', ({ standing }) =>
    standing.quality === undefined ? missing : standing.quality === 'good' ? '好' : '差',
  ),
  退回次数: number('复核退回次数', ({ standing }) => standing.returned),
  延期次数: number('同意延期次数', ({ standing }) => standing.extended),
  重办次数: number('办结后重新办理次数', ({ standing }) => standing.reopened),
  有正当理由: truth(
    '督办单位认定了未按时办结的正当理由',
    ({ standing }) => standing.excuse !== undefined,
  ),
  已发单: text('最近一次督办单：蓝、黄、橙、红，没有为“无”', ({ signals }) =>
    signals.slip ? colourNames[signals.slip.code as Colour] : '无',
  ),
  发单后天数: number('距最近一次发单几天', ({ signals, day }) =>
    signals.slip ? daysBetween(signals.slip.on, day) : missing,
  ),
  发单逾期工作日: number('超过督办单限期几个工作日，未到为0', ({ signals, calendar, day }) =>
    signals.slip?.due === undefined
      ? missing
      : Math.max(0, workingDaysBetween(calendar, signals.slip.due, day)),
  ),
  责任单位已撤销: truth('牵头单位已不存在', ({ isLeadAbolished = false }) => isLeadAbolished),
  数据已达标: truth('绑定的指标数据符合要求', ({ figure }) =>
    figure === undefined || figure.state === 'missing' ? missing : figure.state === 'agrees',
  ),
}

export const colourNames: Readonly<Record<Colour, string>> = {
  green: '绿',
  blue: '蓝',
  yellow: '黄',
  orange: '橙',
  red: '红',
}

/** The names a rule over a kind may use, for checking and for the editor. */
export function factNames(
  steps: readonly Step[],
): ReadonlyMap<string, Declaration & Pick<Fact, 'meaning'>> {
  const fixed = Object.entries(facts).map(
    ([name, { kind, meaning }]) => [name, { kind, meaning }] as const,
  )
  const ofSteps = steps.flatMap(({ name }) => [
    [`已${name}`, { kind: 'truth', meaning: `节点“${name}”已完成` }] as const,
    [`${name}后天数`, { kind: 'number', meaning: `距节点“${name}”完成几天` }] as const,
    [`${name}后月数`, { kind: 'number', meaning: `距节点“${name}”完成几个月` }] as const,
    [`距${name}天数`, { kind: 'number', meaning: `到节点“${name}”的时限还有几天` }] as const,
  ])
  return new Map<string, Declaration & Pick<Fact, 'meaning'>>([...fixed, ...ofSteps])
}

/** The facts of a matter on a day, by name. */
export function factsOf(seen: Seen): (name: string) => Value {
  return (name) =>
    Object.hasOwn(facts, name) ? (facts[name]?.value(seen) ?? missing) : stepFact(seen, name)
}

function stepFact({ matter, standing, day }: Seen, name: string): Value {
  const doneOn = (step: Step): Day | undefined =>
    standing.stepsDone.find(({ code }) => code === step.code)?.on
  for (const step of matter.steps) {
    const on = doneOn(step)
    if (name === `已${step.name}`) return on !== undefined
    if (name === `${step.name}后天数`) return on === undefined ? missing : daysBetween(on, day)
    if (name === `${step.name}后月数`) return on === undefined ? missing : monthsSince(on, day)
    if (name === `距${step.name}天数`) {
      return step.due === undefined || on !== undefined ? missing : daysBetween(day, step.due)
    }
  }
  return gap('missing', name)
}

function text(meaning: string, value: Fact['value']): Fact {
  return { kind: 'text', meaning, value }
}

function number(meaning: string, value: Fact['value']): Fact {
  return { kind: 'number', meaning, value }
}

function truth(meaning: string, value: Fact['value']): Fact {
  return { kind: 'truth', meaning, value }
}

function marked(mark: Mark, meaning: string): Fact {
  return truth(meaning, ({ standing }) => standing.marks.includes(mark))
}

function until(
  { day }: Seen,
  due: Day | undefined,
  between: (from: Day, to: Day) => number,
): Value {
  return due === undefined ? missing : between(day, due)
}

function past(left: Value): Value {
  return typeof left === 'number' ? Math.max(0, -left) : left
}

function stay({ standing, calendar, day }: Seen): number {
  return workingDaysBetween(calendar, standing.since, day)
}

function lastMoved(matter: Pick<Matter, 'raisedOn'>, standing: Standing): Day {
  return standing.progressOn ?? standing.startedOn ?? matter.raisedOn
}

/** Whole months, and the days beyond them as parts of a long month: more than two months is more than 2. */
function monthsSince(from: Day, day: Day): number {
  const months = monthsBetween(from, day) ?? 0
  return months + daysBetween(addMonths(from, months), day) / 31
}

/** How much of its time has gone, in per cent. */
function elapsed({ matter, standing, day }: Seen): Value {
  const { due } = standing
  const start = standing.startedOn ?? matter.raisedOn
  if (due === undefined || due <= start) return missing
  return Math.min(100, Math.max(0, (daysBetween(start, day) / daysBetween(start, due)) * 100))
}
