import { type Call, converter, type Environment, same, type Step, wanted } from '../check/step.ts'
import { gap, isGap, type Value } from '../value.ts'
import { argument, type FormRule, sights } from './form.ts'

/** Forms that evaluate only what they need. */
export const choiceForms: readonly FormRule[] = [
  {
    names: ['如果', '若', 'if'],
    arguments: [2, 3],
    make: choice,
    meaning: '如果(条件, 成立时, 不成立时)',
  },
  {
    names: ['缺省', 'coalesce', 'firstNonNull'],
    arguments: [1, 50],
    make: firstThere,
    meaning: '缺省(值, 备用值…)，取第一个有数的',
  },
  {
    names: ['为空', 'isNull'],
    arguments: [1, 1],
    make: (node, given) => presence(node, argument(given, 0), true),
    meaning: '没有数据时为真',
  },
  {
    names: ['不为空', 'isNotNull'],
    arguments: [1, 1],
    make: (node, given) => presence(node, argument(given, 0), false),
    meaning: '有数据时为真',
  },
]

function choice(node: Call, given: readonly Step[]): Step {
  const condition = wanted(argument(given, 0), 'truth')
  const then = argument(given, 1)
  const otherwise = given[2]
  const toThen = otherwise ? converter(otherwise, then.bare ? undefined : then.unit) : same
  return {
    node,
    kind: then.kind,
    unit: then.unit,
    parts: given,
    run: (at) => {
      const decided = condition.run(at)
      if (isGap(decided)) return decided
      if (isTrue(decided)) return then.run(at)
      return otherwise ? toThen(otherwise.run(at)) : gap('missing')
    },
    seen: (at) => {
      const decided = condition.run(at)
      const branch = isGap(decided) ? undefined : isTrue(decided) ? then : otherwise
      return sights([condition, at], [branch, at])
    },
  }
}

function isTrue(value: Value): boolean {
  return value === true || (typeof value === 'number' && value !== 0)
}

function firstThere(node: Call, given: readonly Step[]): Step {
  const first = given.find((part) => part.unit !== undefined && !part.bare)?.unit
  const converts = given.map((part) => converter(part, first))
  return {
    node,
    kind: given[0]?.kind ?? 'any',
    unit: first ?? given[0]?.unit,
    parts: given,
    run: (at) => {
      let value: Value = gap('missing')
      for (const [index, part] of given.entries()) {
        value = (converts[index] ?? same)(part.run(at))
        if (!isGap(value)) break
      }
      return value
    },
    seen: (at) => {
      const found = given.findIndex((part) => !isGap(part.run(at)))
      return given.slice(0, found === -1 ? given.length : found + 1).map((step) => ({ step, at }))
    },
  }
}

function presence(node: Call, part: Step, whenGap: boolean): Step {
  const run = (at: Environment): Value => isGap(part.run(at)) === whenGap
  return { node, kind: 'truth', unit: undefined, parts: [part], run }
}
