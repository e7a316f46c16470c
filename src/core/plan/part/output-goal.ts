import type { Quantity } from '../../quantity/quantity.ts'
import { scanQuantities } from '../../quantity/scan-quantities.ts'
import { plainQuantity } from './plain-quantity.ts'

const measures =
  /产值|营业收入|主营业务收入|业务收入|销售收入|营收|增加值|产业规模|规模|集群|总量|产业/
const notOutput = /投资|投入|融资|基金|补助|资金|奖励|税|利润|贷款|地区生产总值|GDP/

/**
 * The output a text promises for the year nearest to `year`: 产值, 收入, 增加值 or an N亿级 cluster. Where
 * several years are given, the last not beyond `year` counts; past figures do not.
 */
export function outputGoal(text: string, year: number): Quantity | undefined {
  const candidates = text
    .split(/(?<=[。；;\n])/)
    .flatMap((sentence) => goalsIn(sentence, year))
    .filter((goal) => goal.year === undefined || goal.year > year - 5)
    .filter((goal) => goal.year === undefined || goal.year <= year)
  const best = candidates.toSorted((left, right) => (right.year ?? 0) - (left.year ?? 0))[0]
  return best?.quantity
}

interface Goal {
  readonly quantity: Quantity
  readonly year?: number
}

function goalsIn(sentence: string, end: number): Goal[] {
  let start = 0
  return scanQuantities(sentence).flatMap((found) => {
    const before = sentence.slice(start, found.start)
    start = found.end
    const clause = before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf('、')) + 1)
    const after = sentence.slice(found.end, found.end + 14)
    const isMoney = found.unit !== undefined && /^[万亿千百]*亿元$|^万元$/.test(found.unit)
    if (!isMoney || notOutput.test(clause)) return []
    const isLevel = found.form === 'level' && /集群|产业|板块|园区|规模|基地/.test(after)
    if (!isLevel && !measures.test(sentence.slice(0, found.start))) return []
    if (found.form === 'level' && /企业|项目|品牌/.test(after.slice(0, 8))) return []
    const year = yearBefore(sentence.slice(0, found.start), end)
    return [{ quantity: plainQuantity(found), ...(year !== undefined && { year }) }]
  })
}

/** The last year named before a figure: 2023年实现产值87.5亿元，2025年实现150亿元. */
function yearBefore(text: string, end: number): number | undefined {
  const named = [...text.matchAll(/((?:19|20)\d\d)\s?年|(十[一二三四五六七八九]五)末/g)].at(-1)
  if (!named) return undefined
  return named[1] === undefined ? end : Number(named[1])
}
