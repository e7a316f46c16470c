import { percent, percentagePoint, type Unit } from '../../quantity/unit.ts'
import { Refused } from '../check/refused.ts'
import {
  type Call,
  converter,
  type Environment,
  place,
  same,
  type Step,
  wanted,
} from '../check/step.ts'
import type { Value } from '../value.ts'
import {
  argument,
  type Elsewhere,
  type FormRule,
  isNowhere,
  moved,
  ofNumbers,
  readAs,
  sights,
  valueAt,
  wholeNumber,
} from './form.ts'
import { farthest } from './over-time.ts'
import { contributionTo, growth, share, yearlyGrowth } from './statistics.ts'

/** Forms that compare a figure with an earlier one, which they look up unless it is given. */
export const growthForms: readonly FormRule[] = [
  {
    names: ['同比', 'yearOnYear'],
    arguments: [1, 2],
    make: (node, given) => change(node, given, (at) => [matched(at), moved(at, 'base')]),
    meaning: '同比增速：同比(指标) 或 同比(本期, 上年同期)',
  },
  {
    names: ['环比', 'periodOnPeriod'],
    arguments: [1, 2],
    make: (node, given) => change(node, given, aloneAndBefore),
    meaning: '环比增速(未季调)，按当期发生数',
  },
  {
    names: ['累计同比', 'growthToDate'],
    arguments: [1, 1],
    make: (node, given) => change(node, given, toDateAndBase),
    meaning: '本年累计比上年同期累计的增速',
  },
  {
    names: ['年均增速', 'cagr'],
    arguments: [2, 3],
    make: yearly,
    meaning: '年均增速(指标, 年数) 或 年均增速(期末, 期初, 年数)',
  },
  {
    names: ['拉动', 'pull'],
    arguments: [2, 3],
    make: pull,
    meaning: '拉动(指标, 总体) 或 拉动(本期, 上年同期, 总体上年同期)，百分点',
  },
  {
    names: ['贡献率', 'contribution'],
    arguments: [2, 4],
    make: contribution,
    meaning: '贡献率(指标, 总体) 或 贡献率(本期, 上年同期, 总体本期, 总体上年同期)',
  },
]

type Times = (at: Environment) => readonly [now: Environment, before: Elsewhere]

/** Growth of one expression over time, or of a first against a second at the same time. */
function change(node: Call, given: readonly Step[], times: Times): Step {
  const now = argument(given, 0)
  const base = given[1]
  const both = (at: Environment): readonly Looked[] => {
    const [current, former] = base ? [at, at] : times(at)
    return [
      [now, current],
      [base ?? now, former],
    ]
  }
  return compared(node, given, percent, both, ([a = Number.NaN, b = Number.NaN]) => growth(a, b))
}

function aloneAndBefore(at: Environment): readonly [Environment, Elsewhere] {
  const alone = readAs(at, 'alone')
  return [alone, moved(alone, { periods: -1 })]
}

function toDateAndBase(at: Environment): readonly [Environment, Elsewhere] {
  const toDate = readAs(at, 'to-date')
  return [matched(toDate), moved(toDate, 'base')]
}

/** What has a base of the same sample; all of it where figures know no samples. */
function matched(at: Environment): Environment {
  const like = moved(at, 'matched')
  return isNowhere(like) ? at : like
}

function yearly(node: Call, given: readonly Step[]): Step {
  const end = argument(given, 0)
  const years = wanted(argument(given, given.length - 1), 'number')
  const start = given.length === 3 ? given[1] : undefined
  const before = (at: Environment): Elsewhere => {
    const count = wholeNumber(years.run(at), 1, farthest.years)
    return typeof count === 'number' ? moved(at, { years: -count }) : count
  }
  const levels = (start ? [end, start] : [end]).map((part) => wanted(part, 'number'))
  const toEnd = unitOfFirst(levels)
  const both = (at: Environment): readonly Looked[] => [
    [end, at],
    [start ?? end, start ? at : before(at)],
  ]
  return {
    node,
    kind: 'number',
    unit: percent,
    parts: given,
    run: (at) =>
      ofNumbers(
        [...both(at).map(([part, then]) => toEnd(part)(valueAt(part, then))), years.run(at)],
        ([last = Number.NaN, first = Number.NaN, n = Number.NaN]) => yearlyGrowth(last, first, n),
      ),
    seen: (at) => sights(...both(at), [years, at]),
  }
}

function pull(node: Call, given: readonly Step[]): Step {
  const now = argument(given, 0)
  const looked = (at: Environment): readonly Looked[] => {
    const [second, third] = [argument(given, 1), given[2]]
    if (third) return sure([now, at], [second, at], [third, at])
    return sure([now, matched(at)], [now, moved(at, 'base')], [second, moved(at, 'base')])
  }
  return compared(
    node,
    given,
    percentagePoint,
    looked,
    ([a = Number.NaN, b = Number.NaN, total = Number.NaN]) => share(a - b, total),
  )
}

function contribution(node: Call, given: readonly Step[]): Step {
  const [now, second] = [argument(given, 0), argument(given, 1)]
  const looked = (at: Environment): readonly Looked[] => {
    const [third, fourth] = [given[2], given[3]]
    if (third && fourth) return sure([now, at], [second, at], [third, at], [fourth, at])
    const before = moved(at, 'base')
    const like = matched(at)
    return sure([now, like], [now, before], [second, like], [second, before])
  }
  if (given.length === 3) {
    throw new Refused({
      code: 'wrong-argument-count',
      ...place(node),
      found: `${node.name} 3`,
      wanted: '2或4',
    })
  }
  return compared(
    node,
    given,
    percent,
    looked,
    ([a = Number.NaN, b = Number.NaN, all = Number.NaN, allBefore = Number.NaN]) =>
      contributionTo(a - b, all, allBefore),
  )
}

type Looked = readonly [step: Step, at: Elsewhere]

function sure(...looked: readonly Looked[]): readonly Looked[] {
  return looked
}

/** A function of levels in one unit, wherever they are looked up. */
function compared(
  node: Call,
  given: readonly Step[],
  result: Unit,
  looked: (at: Environment) => readonly Looked[],
  use: (numbers: readonly number[]) => Value,
): Step {
  for (const part of given) wanted(part, 'number')
  const toFirst = unitOfFirst(given)
  return {
    node,
    kind: 'number',
    unit: result,
    parts: given,
    run: (at) =>
      ofNumbers(
        looked(at).map(([part, then]) => toFirst(part)(valueAt(part, then))),
        use,
      ),
    seen: (at) => sights(...looked(at)),
  }
}

/** What brings each part to the unit of the first one that has a unit; refused where one does not fit. */
function unitOfFirst(given: readonly Step[]): (part: Step) => (value: Value) => Value {
  const first = given.find((part) => part.unit !== undefined && !part.bare)?.unit
  const converters = new Map(given.map((part) => [part, converter(part, first)]))
  return (part) => converters.get(part) ?? same
}
