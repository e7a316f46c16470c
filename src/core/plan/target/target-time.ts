/** The years a plan covers; figures for earlier years are history. */
export interface PlanPeriod {
  readonly start: number
  readonly end: number
  readonly outlook?: readonly number[]
}

/** A time said in running text, and where. */
export interface SaidTime {
  readonly at: number
  readonly year: number
  readonly isPast: boolean
}

const fiveYears: Readonly<Record<string, number>> = {
  十一: 2010,
  十二: 2015,
  十三: 2020,
  十四: 2025,
  十五: 2030,
  十六: 2035,
  十七: 2040,
}
// 较2020年, 由2020年的: the year something is measured against is not the year it is for.
const yearWords = String.raw`(?:20\d\d|“?十[一二三四五六七]五”?)\s?(?:年|末|期末)?(?:底|末)?`
const against = new RegExp(
  `(?:较|比|相较于?|对比|由|从)\\s?${yearWords}(?:的)?|(?:与|和|同|在)\\s?${yearWords}的?(?:相比|基础上|水平)`,
  'g',
)
const said =
  /(?<from>20\d\d)\s?年?\s?[-—–~～至到]+\s?(?<to>20\d\d)\s?年?|(?<year>20\d\d)\s?年|“?(?<plan>十[一二三四五六七])五”?(?:规划)?(?:末|时期末|期末|时期|期间|期|中期)|(?<end>规划期末|规划期内|规划期|期末|规划末|本届任期)|(?<span>未来|今后|力争|用|通过)(?<count>[三五]|[35])(?:至十|到十)?年(?:内|左右|时间)?|(?<now>目前|截至|截止|现有|现已|上年|去年|近年来|近几年|同比|以来|当前|已(?:建成|建|有|达|形成|实现|累计|获|完成|培育|拥有|集聚|引进|入驻|开发|投产|投用|签约|落户|布局))/g

/** The times a text names, in order. `截至`, `目前`, `同比` count as the past. */
export function timesIn(text: string, period: PlanPeriod): readonly SaidTime[] {
  const plain = text.replace(against, (words) => '□'.repeat(words.length))
  return [...plain.matchAll(said)].map((match) => {
    const groups = match.groups ?? {}
    const at = match.index + match[0].length
    if (groups['now']) return { at, year: period.start - 1, isPast: true }
    const year = yearOf(groups, period)
    return {
      at,
      year,
      isPast: year < period.start || /截[至止][^，。]{0,3}$/.test(plain.slice(0, match.index)),
    }
  })
}

/** The year something is measured against: 较2020年, 由2020年的 → 2020. */
export function yearAgainst(text: string): number | undefined {
  const words = text.match(against)?.at(-1)
  const year = /20\d\d/.exec(words ?? '')?.[0]
  const plan = /十[一二三四五六七](?=五)/.exec(words ?? '')?.[0]
  return year ? Number(year) : plan ? fiveYears[plan] : undefined
}

function yearOf(groups: Readonly<Record<string, string | undefined>>, period: PlanPeriod): number {
  if (groups['year']) return Number(groups['year'])
  if (groups['to']) return Number(groups['to'])
  if (groups['plan']) return fiveYears[groups['plan']] ?? period.end
  if (groups['count'])
    return Math.min(period.end, period.start - 1 + (/[3三]/.test(groups['count']) ? 3 : 5))
  return period.end
}
