import { dayNumber, monthsBetween } from '../days.ts'
import {
  average,
  averageGrowth,
  chainedGrowth,
  growth,
  quantile,
  rounded,
  share,
  sum,
  variance,
} from './statistics.ts'
import { one, percent, type Unit } from '../../quantity/unit.ts'
import { finite, gap, isGap, isList, stoppedAmong, type Value } from '../value.ts'

/** How the arguments of a function and its result hang together in kind and unit. */
export interface FunctionRule {
  /** The Chinese name first; the others are its twins. */
  readonly names: readonly string[]
  readonly arguments: readonly [least: number, most: number]
  readonly takes: 'number' | 'text' | 'any'
  /**
   * `first`: the unit of the first argument, to which the others are converted;
   * `list`: one for any; a unit: always that one, and the arguments come in as `inUnit` says.
   */
  readonly unit: 'first' | Unit
  /** What number arguments are converted to before they come in; `same` makes them all like the first. */
  readonly inUnit?: 'same' | Unit
  readonly gives: 'number' | 'text' | 'truth' | 'any'
  readonly run: (given: readonly Value[]) => Value
  /** What the editor shows, in Chinese. */
  readonly meaning: string
}

/** The functions that need nothing but their arguments; those that choose or look at other periods are in `forms.ts`. */
export const functionRules: readonly FunctionRule[] = [
  overAll(['合计', 'sum'], sum, '各项之和，缺项不计'),
  overAll(['平均', 'average', 'avg', 'mean'], average, '算术平均，缺项不计'),
  overAll(['最大', 'max', 'greatest'], (xs) => extreme(xs, Math.max), '最大值'),
  overAll(['最小', 'min', 'least'], (xs) => extreme(xs, Math.min), '最小值'),
  overAll(['中位数', 'median'], (xs) => quantile(xs, 0.5), '中位数'),
  overAll(['标准差', 'stddev', 'stddevSamp'], (xs) => root(variance(xs, true)), '样本标准差'),
  overAll(['总体标准差', 'stddevPop'], (xs) => root(variance(xs, false)), '总体标准差'),
  {
    ...overAll(['方差', 'variance'], (xs) => variance(xs, true), '样本方差'),
    unit: one,
  },
  {
    ...overAll(['计数', 'count'], (xs) => xs.length, '有数的项数'),
    unit: one,
  },
  {
    names: ['分位数', 'percentile', 'percentileCont'],
    arguments: [2, 2],
    takes: 'any',
    unit: 'first',
    gives: 'number',
    run: ([list = gap('missing'), share = gap('missing')]) =>
      withNumbers([share], (p) => quantile(numbersIn([list]), p)),
    meaning: '分位数(数列, 0—1)，按线性内插',
  },
  ofNumbers(
    ['占比', 'share'],
    [2, 2],
    percent,
    (part, whole) => share(part, whole),
    '部分占总体的百分比',
  ),
  ofRates(
    ['两年平均', 'twoYearAverage'],
    [2, 2],
    averageGrowth,
    '两年平均增速(增速1, 增速2)，几何平均',
  ),
  ofRates(['平均增速', 'averageGrowth'], [1, 60], averageGrowth, '各期增速的几何平均'),
  ofRates(['累计增速', 'chainedGrowth'], [1, 60], chainedGrowth, '各期增速连乘'),
  ofRates(
    ['强度升降率', 'intensityChange'],
    [2, 2],
    ([use, output]) => growth(1 + (use ?? 0) / 100, 1 + (output ?? 0) / 100),
    '单位产出消耗的升降率(消耗增速, 产出增速)',
  ),
  ofNumbers(['绝对值', 'abs'], [1, 1], 'first', (x) => Math.abs(x), '绝对值'),
  ofNumbers(
    ['四舍五入', 'round'],
    [1, 2],
    'first',
    (x, digits) => rounded(x, Number.isNaN(digits) ? 0 : digits),
    '四舍五入(数, 小数位)',
  ),
  ofNumbers(['向下取整', 'floor'], [1, 1], 'first', (x) => Math.floor(x), '不大于它的整数'),
  ofNumbers(['向上取整', 'ceil'], [1, 1], 'first', (x) => Math.ceil(x), '不小于它的整数'),
  ofNumbers(
    ['余数', 'modulus', 'mod'],
    [2, 2],
    'first',
    (x, by) => (by === 0 ? gap('division-by-zero') : x % by),
    '余数(被除数, 除数)',
  ),
  ofNumbers(['平方根', 'sqrt'], [1, 1], one, (x) => root(x), '平方根'),
  ofNumbers(
    ['对数', 'log', 'ln'],
    [1, 2],
    one,
    (x, base) => logarithm(x, base),
    '对数(数, 底)，默认自然对数',
  ),
  ofNumbers(['常用对数', 'log10'], [1, 1], one, (x) => logarithm(x, 10), '以10为底的对数'),
  ofTexts(
    ['包含', 'contains'],
    [2, 20],
    'truth',
    ([whole, ...parts]) => parts.every((part) => (whole ?? '').includes(part)),
    '文字包含',
  ),
  ofTexts(['连接', 'concatenate'], [1, 20], 'text', (texts) => texts.join(''), '文字相连'),
  ofTexts(
    ['字数', 'length'],
    [1, 1],
    'number',
    ([text]) => Array.from(text ?? '').length,
    '文字的字数',
  ),
  ofTexts(
    ['相隔天数', 'daysBetween'],
    [2, 2],
    'number',
    ([from, to]) => daysBetween(from, to),
    '两日相隔天数',
  ),
  ofTexts(
    ['相隔月数', 'monthsBetween'],
    [2, 2],
    'number',
    ([from, to]) => monthsBetween(from ?? '', to ?? '') ?? gap('not-a-date'),
    '两日相隔整月数',
  ),
]

const byName = new Map(functionRules.flatMap((rule) => rule.names.map((name) => [name, rule])))

export function functionRule(name: string): FunctionRule | undefined {
  return byName.get(name)
}

/** A function over as many numbers and lists as are given; gaps among them are left out. */
function overAll(
  names: readonly string[],
  run: (numbers: readonly number[]) => Value,
  meaning: string,
): FunctionRule {
  return {
    names,
    arguments: [1, 200],
    takes: 'any',
    unit: 'first',
    inUnit: 'same',
    gives: 'number',
    run: (given) => stoppedAmong(given) ?? run(numbersIn(given)),
    meaning,
  }
}

type OfNumbers = (a: number, b: number, c: number, d: number) => Value

/**
 * A function of up to four single numbers: one gap among them makes the result that gap.
 * Optional arguments that were not given come in as NaN.
 */
function ofNumbers(
  names: readonly string[],
  count: readonly [number, number],
  unit: 'first' | Unit,
  run: OfNumbers,
  meaning: string,
): FunctionRule {
  const compares = unit === percent
  return {
    names,
    arguments: count,
    takes: 'number',
    unit,
    ...(compares && { inUnit: 'same' as const }),
    gives: 'number',
    run: (given) => withNumbers(given, run),
    meaning,
  }
}

function ofRates(
  names: readonly string[],
  count: readonly [number, number],
  run: (rates: readonly number[]) => Value,
  meaning: string,
): FunctionRule {
  return {
    names,
    arguments: count,
    takes: 'number',
    unit: percent,
    inUnit: percent,
    gives: 'number',
    run: (given) => given.find(isGap) ?? run(numbersIn(given)),
    meaning,
  }
}

function ofTexts(
  names: readonly string[],
  count: readonly [number, number],
  gives: FunctionRule['gives'],
  run: (texts: readonly string[]) => Value,
  meaning: string,
): FunctionRule {
  return {
    names,
    arguments: count,
    takes: 'text',
    unit: one,
    gives,
    run: (given) => given.find(isGap) ?? run(given.map(String)),
    meaning,
  }
}

function withNumbers(given: readonly Value[], run: OfNumbers): Value {
  const missing = given.find(isGap)
  if (missing !== undefined) return missing
  if (!given.every((value) => typeof value === 'number')) return gap('not-a-number')
  const [a = NaN, b = NaN, c = NaN, d = NaN] = given
  return run(a, b, c, d)
}

function numbersIn(given: readonly Value[]): readonly number[] {
  return given.flatMap((value) => {
    if (typeof value === 'number') return [value]
    return isList(value) ? value.filter((each) => each !== undefined) : []
  })
}

function extreme(numbers: readonly number[], pick: (...numbers: number[]) => number): Value {
  return numbers.length === 0 ? gap('nothing-to-sum') : pick(...numbers)
}

function root(value: Value): Value {
  if (typeof value !== 'number') return value
  return value < 0 ? gap('out-of-range') : Math.sqrt(value)
}

function logarithm(value: number, base: number): Value {
  if (value <= 0 || base <= 0 || base === 1) return gap('out-of-range')
  if (base === 10) return Math.log10(value)
  return finite(Number.isNaN(base) ? Math.log(value) : Math.log(value) / Math.log(base))
}

function daysBetween(from: string | undefined, to: string | undefined): Value {
  const [start, end] = [dayNumber(from ?? ''), dayNumber(to ?? '')]
  return start === undefined || end === undefined ? gap('not-a-date') : end - start
}
