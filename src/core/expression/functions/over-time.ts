import { one, unit } from '../../quantity/unit.ts'
import { type Call, type Environment, type Reading, type Step, wanted } from '../check/step.ts'
import { type Gap, gap, isGap, type Value } from '../value.ts'
import {
  argument,
  type Elsewhere,
  type FormRule,
  isNowhere,
  listOf,
  moved,
  ofNumbers,
  readAs,
  sights,
  valueAt,
  wholeNumber,
} from './form.ts'

/** The farthest a formula may look back, in periods and in years. */
export const farthest = { periods: 120, years: 100 } as const

/** Forms that look at another time, at a period alone, or at the year to date. */
export const timeForms: readonly FormRule[] = [
  moving(
    ['上年同期', 'samePeriodLastYear'],
    (at) => moved(at, 'base'),
    '上年同期数，报表填有上年同期时取之，口径可比',
  ),
  moving(['上期', 'previous'], (at) => moved(at, { periods: -1 }), '上一期的数'),
  moving(['上年末', '年初', 'lastYearEnd'], (at) => moved(at, 'year-end'), '上年末的数，即年初数'),
  moving(['当期', 'alone'], reading('alone'), '当期发生数：3月当月为1-3月累计减1-2月累计'),
  moving(['累计', 'toDate'], reading('to-date'), '本年累计数'),
  {
    names: ['往年', 'yearsAgo'],
    arguments: [2, 2],
    make: yearsAgo,
    meaning: '往年(指标, 年数)，若干年前同期的数',
  },
  {
    names: ['移动平均', 'movingAverage'],
    arguments: [2, 2],
    make: movingAverage,
    meaning: '移动平均(指标, 期数)，按当期发生数',
  },
  {
    names: ['最近', 'latest'],
    arguments: [1, 2],
    make: latest,
    meaning: '最近(指标) 取最近有数的一期；最近(指标, 期数) 给出各期的数列',
  },
  {
    names: ['累计月数', 'monthsToDate'],
    arguments: [0, 0],
    make: monthsToDate,
    meaning: '本年累计的月数，用于折年',
  },
]

type Move = (at: Environment) => Elsewhere

function moving(names: readonly string[], move: Move, meaning: string): FormRule {
  const make = (node: Call, given: readonly Step[]): Step =>
    elsewhere(node, given, argument(given, 0), move)
  return { names, arguments: [1, 1], make, meaning }
}

function elsewhere(node: Call, parts: readonly Step[], part: Step, move: Move): Step {
  return {
    ...part,
    node,
    parts,
    run: (at) => valueAt(part, move(at)),
    seen: (at) => sights([part, move(at)]),
  }
}

function reading(how: Reading): Move {
  return (at) => readAs(at, how)
}

function yearsAgo(node: Call, given: readonly Step[]): Step {
  const count = wanted(argument(given, 1), 'number')
  return elsewhere(node, given, argument(given, 0), (at) => {
    const years = wholeNumber(count.run(at), 0, farthest.years)
    return typeof years === 'number' ? moved(at, { years: -years }) : years
  })
}

function movingAverage(node: Call, given: readonly Step[]): Step {
  const part = wanted(argument(given, 0), 'number')
  const count = wanted(argument(given, 1), 'number')
  return overPeriods(
    node,
    part,
    [part, count],
    (at) => periodsBack(readAs(at, 'alone'), count.run(at)),
    (values) =>
      ofNumbers(values, (numbers) => numbers.reduce((sum, each) => sum + each) / numbers.length),
  )
}

/** With a count the list of that many periods, oldest first; without, the last value there is within a year. */
function latest(node: Call, given: readonly Step[]): Step {
  const part = argument(given, 0)
  const count = given[1] && wanted(given[1], 'number')
  if (!count) return elsewhere(node, given, part, (at) => lastKnown(part, at))
  return overPeriods(node, part, given, (at) => periodsBack(at, count.run(at)), listOf)
}

function overPeriods(
  node: Call,
  part: Step,
  parts: readonly Step[],
  times: (at: Environment) => readonly Environment[] | Gap,
  use: (values: readonly Value[]) => Value,
): Step {
  return {
    ...part,
    node,
    parts,
    run: (at) => {
      const all = times(at)
      return 'gap' in all ? all : use(all.map((then) => valueAt(part, then)))
    },
    seen: (at) => {
      const all = times(at)
      return 'gap' in all ? [] : all.map((then) => ({ step: part, at: then }))
    },
  }
}

const lookBack = 12

function lastKnown(part: Step, at: Environment): Elsewhere {
  let then: Elsewhere = at
  for (let back = 0; back <= lookBack && !isNowhere(then); back++) {
    if (!isGap(valueAt(part, then))) return then
    then = moved(then, { periods: -1 })
  }
  return at
}

/** The environments of `count` periods, oldest first, the current one last. */
function periodsBack(at: Environment, count: Value): readonly Environment[] | Gap {
  const periods = wholeNumber(count, 1, farthest.periods)
  if (typeof periods !== 'number') return periods
  const times: Environment[] = [at]
  let then: Elsewhere = at
  while (times.length < periods) {
    then = moved(then, { periods: -1 })
    if (isNowhere(then)) return then
    times.push(then)
  }
  return times.toReversed()
}

function monthsToDate(node: Call): Step {
  return {
    node,
    kind: 'number',
    unit: unit('个月') ?? one,
    parts: [],
    run: (at) => at.monthsToDate?.() ?? gap('no-history'),
  }
}
