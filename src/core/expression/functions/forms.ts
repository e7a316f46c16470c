import { growth } from './statistics.ts'
import {
  type Call,
  converter,
  countArguments,
  type Environment,
  same,
  type Shift,
  type Step,
  wanted,
} from '../check/step.ts'
import { percent } from '../../quantity/unit.ts'
import { gap, isGap, type Value } from '../value.ts'

/** Makes a call ready whose arguments are; a form counts them itself. */
type SpecialForm = (node: Call, parts: readonly Step[]) => Step

/** Forms that evaluate an argument only when it is needed, or at another time. */
const specialForms: Readonly<Record<string, SpecialForm>> = {
  如果: choice,
  若: choice,
  if: choice,
  缺省: firstThere,
  coalesce: firstThere,
  firstNonNull: firstThere,
  为空: (node, given) => presence(node, given, true),
  isNull: (node, given) => presence(node, given, true),
  不为空: (node, given) => presence(node, given, false),
  isNotNull: (node, given) => presence(node, given, false),
  上年同期: (node, given) => earlier(node, given, { years: -1 }),
  samePeriodLastYear: (node, given) => earlier(node, given, { years: -1 }),
  上期: (node, given) => earlier(node, given, { periods: -1 }),
  previous: (node, given) => earlier(node, given, { periods: -1 }),
  同比: (node, given) => change(node, given, { years: -1 }),
  yearOnYear: (node, given) => change(node, given, { years: -1 }),
  环比: (node, given) => change(node, given, { periods: -1 }),
  periodOnPeriod: (node, given) => change(node, given, { periods: -1 }),
  移动平均: movingAverage,
  movingAverage,
}

/** Whether a form evaluates only one of its branches. */
export function isChoice(name: string): boolean {
  return specialForm(name) === choice
}

export function specialForm(name: string): SpecialForm | undefined {
  return Object.hasOwn(specialForms, name) ? specialForms[name] : undefined
}

function choice(node: Call, given: readonly Step[]): Step {
  countArguments(node, [2, 3])
  const [condition, then, otherwise] = given
  if (!condition || !then) throw new Error('two arguments were counted')
  wanted(condition, 'truth')
  const toThen = otherwise ? converter(otherwise, then.bare ? undefined : then.unit) : same
  return {
    node,
    kind: then.kind,
    unit: then.unit,
    parts: otherwise ? [condition, then, otherwise] : [condition, then],
    run: (at) => {
      const decided = condition.run(at)
      if (isGap(decided)) return decided
      if (decided === true || (typeof decided === 'number' && decided !== 0)) return then.run(at)
      return otherwise ? toThen(otherwise.run(at)) : gap('missing')
    },
  }
}

function firstThere(node: Call, given: readonly Step[]): Step {
  countArguments(node, [1, 50])
  const parts = given
  const first = parts.find((part) => part.unit !== undefined && !part.bare)?.unit
  const converts = parts.map((part) => converter(part, first))
  return {
    node,
    kind: parts[0]?.kind ?? 'any',
    unit: first ?? parts[0]?.unit,
    parts,
    run: (at) => {
      let value: Value = gap('missing')
      for (const [index, part] of parts.entries()) {
        value = (converts[index] ?? same)(part.run(at))
        if (!isGap(value)) break
      }
      return value
    },
  }
}

function presence(node: Call, given: readonly Step[], whenGap: boolean): Step {
  countArguments(node, [1, 1])
  const part = only(given)
  const run = (at: Environment): Value => isGap(part.run(at)) === whenGap
  return { node, kind: 'truth', unit: undefined, parts: [part], run }
}

function earlier(node: Call, given: readonly Step[], shift: Shift): Step {
  countArguments(node, [1, 1])
  const part = only(given)
  return { ...part, node, parts: [part], run: (at) => before(part, at, shift) }
}

/** 同比(本期) looks up last year's figure itself; 同比(本期, 上年同期) is told. */
function change(node: Call, given: readonly Step[], shift: Shift): Step {
  countArguments(node, [1, 2])
  const [now, base] = given.map((part) => wanted(part, 'number'))
  if (!now) throw new Error('one argument was counted')
  const toNow = base ? converter(base, now.bare ? undefined : now.unit) : same
  return {
    node,
    kind: 'number',
    unit: percent,
    parts: base ? [now, base] : [now],
    run: (at) => {
      const current = now.run(at)
      const former = base ? toNow(base.run(at)) : before(now, at, shift)
      if (isGap(current)) return current
      if (isGap(former)) return former
      if (typeof current !== 'number' || typeof former !== 'number') return gap('not-a-number')
      return growth(current, former)
    },
  }
}

function movingAverage(node: Call, given: readonly Step[]): Step {
  countArguments(node, [2, 2])
  const [part, count] = given.map((part) => wanted(part, 'number'))
  if (!part || !count) throw new Error('two arguments were counted')
  const run = (at: Environment): Value => {
    const periods = count.run(at)
    if (typeof periods !== 'number' || !Number.isInteger(periods) || periods < 1 || periods > 120) {
      return isGap(periods) ? periods : gap('out-of-range')
    }
    let total = 0
    for (let back = 0; back < periods; back++) {
      const value = back === 0 ? part.run(at) : before(part, at, { periods: -back })
      if (typeof value !== 'number') return isGap(value) ? value : gap('not-a-number')
      total += value
    }
    return total / periods
  }
  return { node, kind: 'number', unit: part.unit, parts: [part, count], run }
}

function before(part: Step, at: Environment, shift: Shift): Value {
  const then = at.shifted?.(shift)
  return then ? part.run(then) : gap('no-history')
}

function only(given: readonly Step[]): Step {
  const [part] = given
  if (!part) throw new Error('one argument was counted')
  return part
}
