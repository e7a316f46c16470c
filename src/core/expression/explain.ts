import type { Environment, Sight, Step } from './check/step.ts'
import { type Expression, mostLooks } from './compile.ts'
import { gap, type Gap, isGap, isList, settled, type Value } from './value.ts'

/** A value with what it came from, down to the figures that were looked up. */
export interface Explanation {
  /** The part of the expression, as it was typed. */
  readonly text: string
  readonly value: Value
  /** The unit of the value, where it is known. */
  readonly unit?: string
  /** The time it was looked at, where figures have one: 2026-03. */
  readonly when?: string
  /** Of a base, the time of the report that told it. */
  readonly beside?: string
  /** The indicator or field, where the part is nothing but its name. */
  readonly name?: string
  readonly parts: readonly Explanation[]
}

/** How many parts an explanation may have; what lies deeper is left out. */
const mostParts = 2000

/** Evaluates and keeps every step, with the times looked at. A branch that was not taken is left out. */
export function explain(expression: Expression, environment: Environment): Explanation {
  // Every part is evaluated by itself, so that an explanation looks at most figures several times.
  const at = { budget: { left: 3 * mostLooks }, ...environment }
  return explained(expression.source, expression.root, at, { left: mostParts })
}

function explained(
  source: string,
  step: Step,
  at: Environment,
  room: { left: number },
): Explanation {
  const { node } = step
  const value = step.run(at)
  const name = node.kind === 'name' ? node.name : undefined
  const computed = name === undefined ? undefined : at.computed?.(name)
  const own = (): readonly Explanation[] =>
    seenBy(step, at).flatMap((sight) =>
      --room.left < 0 ? [] : [explained(source, sight.step, sight.at, room)],
    )
  const parts = computed
    ? [explained(computed.source, computed.root, computed.environment, room)]
    : own()
  return {
    text: source.slice(node.start, node.end),
    value: typeof value === 'number' ? settled(value) : value,
    ...(step.unit && step.unit.label !== '' && { unit: step.unit.label }),
    ...(at.when !== undefined && { when: at.when }),
    ...(at.beside !== undefined && { beside: at.beside }),
    ...(name !== undefined && { name }),
    parts,
  }
}

function seenBy(step: Step, at: Environment): readonly Sight[] {
  return step.seen?.(at) ?? step.parts.map((part) => ({ step: part, at }))
}

/** One Chinese line: the expression with its figures put in, and what comes out. */
export function inWords(explanation: Explanation): string {
  const outcome = spoken(explanation.value, explanation.unit)
  if (isGap(explanation.value)) return `${explanation.text}：${reasonInWords(explanation.value)}`
  const figures = lookedUp(explanation).map(
    ({ text, value, unit, when }) =>
      `${when === explanation.when ? '' : (when ?? '')}${text}=${spoken(value, unit)}`,
  )
  const because = figures.length > 0 ? `；其中${figures.join('，')}` : ''
  return `${explanation.text} = ${outcome}${because}`
}

/** Why there is no value, for a person. */
export function reasonInWords({ gap: reason, name }: Gap): string {
  const subject = name === undefined ? '' : `“${name}”`
  switch (reason) {
    case 'missing':
      return subject ? `缺少${subject}的数据` : '缺少数据'
    case 'division-by-zero':
      return '除数为0，无法计算'
    case 'base-zero':
      return '基数为0，增速无意义'
    case 'base-negative':
      return '基数为负，不计算增速'
    case 'nothing-to-sum':
      return '没有可汇总的数据'
    case 'no-history':
      return '没有上年同期或上期的数据'
    case 'out-of-range':
      return '超出可计算的范围'
    case 'not-a-number':
      return '参与计算的不是数值'
    case 'not-a-date':
      return '日期格式应为2026-03-31'
    case 'uneven-periods':
      return '1-2月是两个月的合计，不能与单月相比'
    case 'total-unchanged':
      return '总体几乎没有变化，贡献率无意义'
    case 'no-peers':
      return '没有可比的同组单位'
    case 'too-much-work':
      return '计算量过大，请拆成几个指标'
  }
}

function lookedUp(explanation: Explanation): readonly Explanation[] {
  const leaves = new Map<string, Explanation>()
  const walk = (at: Explanation): void => {
    if (at.parts.length === 0 && !/^[\d.]/u.test(at.text))
      leaves.set(`${at.text} ${at.when ?? ''}`, at)
    for (const part of at.parts) walk(part)
  }
  for (const part of explanation.parts) walk(part)
  return [...leaves.values()]
}

// Whole figures in full, quotients to six digits: the tree beside the line has the exact ones.
const readable = new Intl.NumberFormat('zh-CN', {
  maximumFractionDigits: 2,
  maximumSignificantDigits: 6,
  roundingPriority: 'morePrecision',
})

function spoken(value: Value, unit = ''): string {
  if (typeof value === 'number') return `${readable.format(value)}${unit}`
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return `“${value}”`
  if (isList(value)) return `${value.length}项`
  return reasonInWords(isGap(value) ? value : gap('missing'))
}
