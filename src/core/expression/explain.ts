import type { Expression } from './compile.ts'
import { isChoice } from './functions/forms.ts'
import type { Environment, Step } from './check/step.ts'
import { gap, type Gap, isGap, isList, settled, type Value } from './value.ts'

/** A value with what it came from, down to the figures that were looked up. */
export interface Explanation {
  /** The part of the expression, as it was typed. */
  readonly text: string
  readonly value: Value
  /** The unit of the value, where it is known. */
  readonly unit?: string
  readonly parts: readonly Explanation[]
}

/** Evaluates and keeps every step. A branch that was not taken is left out. */
export function explain(expression: Expression, environment: Environment): Explanation {
  const { source } = expression
  const of = (step: Step): Explanation => {
    const value = step.run(environment)
    return {
      text: source.slice(step.node.start, step.node.end),
      value: typeof value === 'number' ? settled(value) : value,
      ...(step.unit && step.unit.label !== '' && { unit: step.unit.label }),
      parts: taken(step, environment).map(of),
    }
  }
  return of(expression.root)
}

function taken(step: Step, environment: Environment): readonly Step[] {
  const { node, parts } = step
  if (node.kind !== 'call' || !isChoice(node.name)) return parts
  const [condition, then, otherwise] = parts
  if (!condition || !then) return parts
  const decided = condition.run(environment)
  if (isGap(decided)) return [condition]
  const branch =
    decided === true || (typeof decided === 'number' && decided !== 0) ? then : otherwise
  return branch ? [condition, branch] : [condition]
}

/** One Chinese line: the expression with its figures put in, and what comes out. */
export function inWords(explanation: Explanation): string {
  const outcome = spoken(explanation.value, explanation.unit)
  if (isGap(explanation.value)) return `${explanation.text}：${reasonInWords(explanation.value)}`
  const figures = lookedUp(explanation).map(
    (part) => `${part.text}=${spoken(part.value, part.unit)}`,
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
  }
}

function lookedUp(explanation: Explanation): readonly Explanation[] {
  const leaves = new Map<string, Explanation>()
  const walk = (at: Explanation): void => {
    if (at.parts.length === 0 && !/^[\d.]/u.test(at.text)) leaves.set(at.text, at)
    for (const part of at.parts) walk(part)
  }
  for (const part of explanation.parts) walk(part)
  return [...leaves.values()]
}

function spoken(value: Value, unit = ''): string {
  if (typeof value === 'number') return `${value}${unit}`
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return `“${value}”`
  if (isList(value)) return `${value.length}项`
  return reasonInWords(isGap(value) ? value : gap('missing'))
}
