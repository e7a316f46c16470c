import type { FoundQuantity } from '../../quantity/scan-quantities.ts'
import type { FigureWords } from './figure-words.ts'
import { endsInMeasure, isBareMeasure, withoutMeasure } from './indicator-name.ts'

const shared =
  /^(?<names>.+?)(?<tail>(?:(?:较|比)(?:20\d\d|“?十[一二三四五六]五”?)年?(?:底|末)?)?(?:年均|累计)?分别.*)$/s

/**
 * Shares figures out to the names before them: 高新技术企业、科技型企业分别达到500家、1200家. Undefined where
 * the words before the first figure do not say 分别, or names and figures do not pair up.
 */
export function sharesOf(
  raw: string,
  quantities: readonly FoundQuantity[],
  words: string,
  end: number,
): readonly FigureWords[] | undefined {
  const { names: list = '', tail = '' } = shared.exec(words)?.groups ?? {}
  if (list === '') return undefined
  const joined = quantities.findIndex((quantity, index) => {
    const next = quantities[index + 1]
    return !next || !/^\s*(?:、|和|及|与|以及)\s*$/.test(raw.slice(quantity.end, next.start))
  })
  const figures = withSharedBound(quantities.slice(0, joined + 1))
  const last = figures.at(-1)
  if (!last || raw.slice(last.end, end).trim() !== '') return undefined
  const overYears = sharesOverYears(list, tail, figures)
  if (overYears) return overYears
  return namesInList(list, figures.length)?.flatMap((name, index) => {
    const quantity = figures[figures.length === 1 ? 0 : index]
    const year = /^(?:到|至|力争)?(20\d\d)年?(?:底|末)?$/.exec(name.trim())?.[1]
    if (quantity && year) {
      return [{ quantity, before: tail.replace('分别', ''), after: '', sharedYear: Number(year) }]
    }
    return quantity ? [{ quantity, before: `${name}${tail.replace('分别', '')}`, after: '' }] : []
  })
}

const yearList =
  /^(?<lead>.*?)(?:到|至|力争)?(?<years>(?:20\d\d年(?:底|末)?(?:、|和|及|与))+20\d\d年(?:底|末)?)，?(?<measure>.*)$/s

// 2024年、2025年、2026年营业收入分别达到380亿元、430亿元和500亿元: a figure a year of the one indicator.
function sharesOverYears(
  list: string,
  tail: string,
  figures: readonly FoundQuantity[],
): readonly FigureWords[] | undefined {
  const {
    lead = '',
    years = '',
    measure = '',
  } = yearList.exec(list.replace(/\s/g, ''))?.groups ?? {}
  const all = years.match(/20\d\d/g) ?? []
  if (all.length !== figures.length || /、/.test(`${lead}${measure}`)) return undefined
  const before = `${lead}${measure}${tail.replace('分别', '')}`
  return figures.map((quantity, index) => ({
    quantity,
    before,
    after: '',
    sharedYear: Number(all[index]),
  }))
}

// 分别突破2000亿元、650亿元; 分别达到10%、8%以上: the bound is said once for all.
function withSharedBound(figures: readonly FoundQuantity[]): readonly FoundQuantity[] {
  const said = figures.find(({ op }) => op !== '=')?.op
  const isOnce = figures.filter(({ op }) => op !== '=').length === 1
  return said && isOnce ? figures.map((figure) => ({ ...figure, op: said })) : figures
}

function namesInList(list: string, count: number): readonly string[] | undefined {
  const text = list.replace(/^[、，]/, '')
  for (const separator of [/、/, /、|和(?!\p{Script=Han}{0,3}试验)|以及|及(?!以)|与/u]) {
    const names = text.split(separator).filter((name) => name !== '')
    if (names.length >= 2 && (count === 1 || names.length === count)) return withSharedHead(names)
  }
  return undefined
}

// 新材料产业 and 产业产值占比: the measure without the word they share.
function withoutIndustry(measure: string): string {
  return measure.replace(/^(?:产业集群|产业链|产业|集群)/, '')
}

// 研发设计、科技金融营业收入占服务业营业收入的比重: all are measured alike.
function wholeMeasure(name: string): string {
  const share = /^(?<of>.+?)(?<share>占.*的?(?:比重|比例|份额))$/.exec(name)?.groups
  const of = share?.['of'] ?? name
  const measure = of.slice(withoutMeasure(of).length)
  return measure === of ? '' : `${measure}${share?.['share'] ?? ''}`
}

// 国家级、省级专精特新企业: the last name holds what all are of; 单位增加值能耗、水耗: the first does.
function withSharedHead(names: readonly string[]): readonly string[] {
  const [first = ''] = names
  const last = names.at(-1) ?? ''
  const graded = /^[^级]{1,4}级(.+)$/.exec(last)?.[1] ?? ''
  const measure =
    /(?:产业集群|产业链|产业|集群)(?:规模|总产值|产值|营业收入|增加值)?(?:占.*的?(?:比重|比例))?$/.exec(
      last,
    )?.[0] ?? ''
  return names.map((name) => {
    if (/20\d\d年?$/.test(name)) return name
    if (/^(?:国家|省|市|区|县)$/.test(name)) return `${name}级${graded}`
    if (name.endsWith('级')) return `${name}${graded}`
    if (name !== first && isBareMeasure(name)) return `${withoutMeasure(first)}${name}`
    if (endsInMeasure(name)) return name
    if (/(?:产业|集群|企业|链)$/.test(name)) return `${name}${withoutIndustry(measure)}`
    return `${name}${measure || wholeMeasure(last)}`
  })
}
