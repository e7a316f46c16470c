import { type Expression, compile, evaluate } from '#core/expression/compile.ts'
import { gap, isGap, isList, type Value } from '#core/expression/value.ts'
import type { IndicatorDefinition } from '#core/indicator/definition.ts'
import { type Figures, figuresAt } from '#core/indicator/figures-at.ts'
import { compileLibrary, type CompiledLibrary } from '#core/indicator/library.ts'
import { monthPeriod } from '#core/period/period.ts'

const shape = {
  decimals: 2,
  direction: 'up',
  frequency: 'month',
  kind: 'flow',
  overSpace: 'sum',
  overTime: 'cumulative',
  source: '',
  definition: '',
  aliases: [],
} as const

const definitions: readonly IndicatorDefinition[] = (
  [
    { ...shape, code: 'revenue', name: '营业收入', unit: '万元' },
    { ...shape, code: 'all', name: '全区营业收入', unit: '万元' },
    { ...shape, code: 'power', name: '用电量', unit: '万千瓦时' },
    { ...shape, code: 'assets', name: '资产总计', unit: '万元', kind: 'stock', overTime: 'end' },
  ] as const
).map((definition) => ({ ...definition, englishName: definition.code }))

/** What the examples are computed from: indicator, period, value, 上年同期 where it was told beside. */
export const exampleFigures: readonly (readonly [string, string, number, number?])[] = [
  ['revenue', '2024-05', 150],
  ['revenue', '2025-05', 182],
  ['revenue', '2026-M1-2', 60, 52],
  ['revenue', '2026-03', 110, 88],
  ['revenue', '2026-04', 150, 130],
  ['revenue', '2026-05', 200, 180],
  ['all', '2026-05', 2200, 2000],
  ['power', '2026-05', 30],
  ['assets', '2025-12', 300],
  ['assets', '2026-05', 360],
]

const others: readonly Figures[] = [240, 90].map((revenue) => ({
  value: (code) => (code === 'revenue' ? revenue : gap('missing')),
}))

/** One call of each function, by its Chinese name, as of May 2026. */
export const examples: Readonly<Record<string, string>> = {
  合计: '合计(12, 空, 8)',
  平均: '平均(12, 空, 8)',
  最大: '最大(12, 30, 8)',
  最小: '最小(12, 30, 8)',
  中位数: '中位数(12, 30, 8)',
  标准差: '标准差(2, 4, 4, 4, 5, 5, 7, 9)',
  总体标准差: '总体标准差(2, 4, 4, 4, 5, 5, 7, 9)',
  方差: '方差(2, 4, 4, 4, 5, 5, 7, 9)',
  计数: '计数(12, 空, 8)',
  分位数: '分位数(同组(营业收入), 0.25)',
  占比: '占比(营业收入, 全区营业收入)',
  两年平均: '四舍五入(两年平均(2.8%, 9.6%), 1)',
  平均增速: '平均增速(5%, 7%, 6%)',
  累计增速: '累计增速(-3%, -3%, -3%, -3%, -3%)',
  强度升降率: '强度升降率(2%, 6%)',
  绝对值: '绝对值(-3.5)',
  四舍五入: '四舍五入(2.345, 2)',
  向下取整: '向下取整(2.9)',
  向上取整: '向上取整(2.1)',
  余数: '余数(7, 3)',
  平方根: '平方根(9)',
  对数: '对数(8, 2)',
  常用对数: '常用对数(1000)',
  包含: '包含("智能装备产业", "装备")',
  连接: '连接("规上", "工业")',
  字数: '字数("增加值")',
  相隔天数: '相隔天数("2026-02-01", "2026-03-01")',
  相隔月数: '相隔月数("2025-11-15", "2026-03-15")',
  如果: '如果(营业收入 > 0.01亿元, "达到", "未达到")',
  缺省: '缺省(空, 营业收入)',
  为空: '为空(往年(营业收入, 9))',
  不为空: '不为空(营业收入)',
  上年同期: '上年同期(营业收入)',
  上期: '上期(营业收入)',
  上年末: '上年末(资产总计)',
  当期: '当期(营业收入)',
  累计: '累计(营业收入)',
  往年: '往年(营业收入, 1)',
  移动平均: '移动平均(营业收入, 3)',
  最近: '最近(营业收入, 3)',
  累计月数: '营业收入 / 累计月数() * 12个月',
  同比: '同比(营业收入)',
  环比: '环比(营业收入)',
  累计同比: '累计同比(营业收入)',
  年均增速: '年均增速(营业收入, 2)',
  拉动: '拉动(营业收入, 全区营业收入)',
  贡献率: '贡献率(营业收入, 全区营业收入)',
  同组: '同组(营业收入)',
  排名: '排名(营业收入)',
  升序排名: '升序排名(营业收入)',
  折标: '折标(用电量, 1.229吨标准煤/万千瓦时)',
}

/** What an example gives, in words. Throws where it is refused or gives nothing: an example shows a value. */
export function exampleOutcome(source: string): string {
  const names = new Map(definitions.map(({ name, unit }) => [name, { unit }]))
  const compiled = compile(source, { names })
  if (!compiled.ok) throw new Error(`${source}: ${compiled.error.code}`)
  const value = evaluate(compiled.value, environment())
  if (isGap(value)) throw new Error(`${source}: ${value.gap}`)
  return `${inWords(value)}${unitOf(compiled.value, value)}`
}

function environment() {
  const revenue: Figures = figuresGiven()
  return figuresAt({
    library: library(),
    figures: revenue,
    period: monthPeriod(2026, 5),
    peers: () => [revenue, ...others],
  })
}

function library(): CompiledLibrary {
  const compiled = compileLibrary(definitions)
  if (!compiled.ok) throw new Error('The examples rest on definitions that hold together')
  return compiled.value
}

function figuresGiven(): Figures {
  const told = new Map(exampleFigures.map((each) => [`${each[0]} ${each[1]}`, each]))
  return {
    value: (code, period) => told.get(`${code} ${period}`)?.[2] ?? gap('missing'),
    base: (code, period) => told.get(`${code} ${period}`)?.[3],
  }
}

function inWords(value: Exclude<Value, { readonly gap: unknown }>): string {
  if (typeof value === 'boolean') return value ? '真' : '假'
  if (typeof value === 'string') return `“${value}”`
  if (isList(value)) return value.map((each) => numberInWords(each ?? Number.NaN)).join('、')
  return numberInWords(value)
}

function numberInWords(value: number): string {
  return String(Number(value.toFixed(4)))
}

function unitOf({ unit }: Expression, value: Value): string {
  const isNumber = typeof value === 'number' || isList(value)
  return isNumber && unit !== undefined && unit.label !== '' ? ` ${unit.label}` : ''
}
