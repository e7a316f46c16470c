import type { FoundQuantity } from '../../quantity/scan-quantities.ts'
import {
  carriedVerb,
  creationVerb,
  endsInMeasure,
  isBareMeasure,
  nameAfter,
  nameBefore,
} from './indicator-name.ts'
import { isCounter, isMoney } from './target-exclusion.ts'
import { nameWithSubject, scopeOf, type Subject } from './target-scope.ts'

/** A figure in its clause: the words since the last figure, and the words that belong to it after. */
export interface Figure {
  readonly quantity: FoundQuantity
  readonly before: string
  readonly after: string
  /** What lists carry from item to item: 累计新增2个…、6个…. */
  readonly verb?: string
  /** True where the item before, in the same list, was read as name and figure in one unit. */
  readonly followsLike?: boolean
  /** True where the sentence promises even without a verb of making. */
  readonly isPromise?: boolean
  readonly subject?: Subject
}

/** How a figure is to be understood. */
export type Reading =
  | {
      readonly kind: 'named'
      readonly name: string
      readonly isGuess?: boolean
      readonly isObject?: boolean
    }
  /** The figure continues the target before it: another year, or the 力争 figure. */
  | { readonly kind: 'continues' }
  | {
      readonly kind: 'change'
      readonly name: string
      readonly sign: 1 | -1
      readonly isAnnual: boolean
    }
  | { readonly kind: 'none' }

const aims = /^(?:的?(?:目标|水平|规模|大关|关口|台阶|任务|以上|左右|之间)|[）)]|$)/
const change =
  /(?<annual>年均|每年|年平均|平均每年|逐年|年度)?(?:平均|累计|分别|保持|实现|力争|预期)*(?:(?<verb>下降|降低|减少|压减|压降|节约|缩短|增长|提高|提升|增加|上升|递增)|(?<=年均|年平均)(?<rate>增速|增长率|增幅|增长速度|降幅|降速))(?:幅度|速度)?(?:累计|分别|均|为|约|在|保持在|控制在|稳定在)*$/
const falling = /降幅|降速|下降|降低|减少|压减|压降|降幅|节约|缩短/
const doers =
  /^的?(?<doer>.{0,14}?(?:企业|园区|单位|产品|项目|机构|人员))(?<act>(?:开展|建立|建有|设立|实现|完成|拥有|应用|达到|参与|实施|纳入|使用|通过|接入|进入|上云).*)$/
const levelVerb =
  /(?:打造成为|打造成|打造|建成|建设成为|建设成|建设|形成|培育|培育壮大|成为|做大|做强|做优|构建|壮大|发展成为|发展成|发展|迈向|迈上|达到|突破|冲刺|实现|一个|的)$/
const levelThing = /(?:产业集群|集群|产业链|产业|园区|产业园|产业带|集聚区|工业|制造业)$/

/** Decides what a figure is the figure of. */
export function readFigure(figure: Figure): Reading {
  const { quantity, before } = figure
  // 达到8%（预期性）: an aside after a figure names nothing.
  const after = figure.after.replace(/^\s*（[^）]*）/, '')
  if (quantity.form === 'level') return levelReading(figure)
  const changed = changeReading(quantity, before)
  if (changed) return changed
  if (quantity.unit === '%') {
    const { doer, act } = doers.exec(after)?.groups ?? {}
    if (doer && act && nameBefore(before).length < 2)
      return { kind: 'named', name: `${act}的${doer}占比` }
  }
  if (aims.test(after.trim())) return nameBeforeReading(figure)
  if (isObjectAfter(figure)) return objectReading(figure)
  return figure.followsLike ? nameBeforeReading(figure) : { kind: 'none' }
}

function levelReading({ before, after, subject }: Figure): Reading {
  if (aims.test(after.trim())) {
    const name = nameBefore(before)
    return name.length >= 2 && !before.trim().endsWith('的')
      ? { kind: 'named', name }
      : { kind: 'none' }
  }
  const thing = nameAfter(after)
  const words = before.replace(/\s+/g, '')
  if (!levelThing.test(thing) || !levelVerb.test(words)) return { kind: 'none' }
  if (!isBareMeasure(thing)) return { kind: 'named', name: thing }
  const about = scopeOf(nameBefore(words.replace(levelVerb, ''))) ?? subject
  return about ? { kind: 'named', name: nameWithSubject(about, thing) } : { kind: 'none' }
}

function changeReading(quantity: FoundQuantity, before: string): Reading | undefined {
  if (!/^(?:%|个百分点|百分点|倍|‰)$/.test(quantity.unit ?? '')) return undefined
  const words = before.replace(/\s+/g, '')
  const match = quantity.form === 'multiple' && quantity.inWords ? undefined : change.exec(words)
  if (!match && quantity.form !== 'multiple') return undefined
  const { annual, verb, rate } = match?.groups ?? {}
  const name = nameBefore(words.slice(0, match?.index ?? words.length))
  // 年均增速分别达到10%、8%: whose growth it is stands in another clause.
  if (name.length < 2 && words.includes('分别')) return { kind: 'none' }
  return {
    kind: 'change',
    name: name.length >= 2 ? name : '',
    sign: falling.test(verb ?? rate ?? '') ? -1 : 1,
    isAnnual: annual !== undefined || /年均|每年/.test(words.slice(-10)),
  }
}

function nameBeforeReading({ quantity, before, verb, subject }: Figure): Reading {
  const name = nameBefore(before)
  if (name.length < 2 || carriedVerb(name) === name) return { kind: 'continues' }
  const whole = nameOfSubject(name, subject)
  if (isMoney(quantity.unit) && !endsInMeasure(whole) && scopeOf(whole)) {
    return { kind: 'named', name: `${whole}产值`, isGuess: true }
  }
  if (
    /新增|新建|拓展|扩区$/.test(whole.slice(-2)) &&
    /平方公里|亩|公顷|平方米/.test(quantity.unit ?? '')
  ) {
    return { kind: 'named', name: `${whole}面积` }
  }
  const carried = verb && isCounter(quantity.unit) && /^[、和及与]/.test(before.trim()) ? verb : ''
  return { kind: 'named', name: name.startsWith(carried) ? whole : `${carried}${whole}` }
}

/** A measure of a section's subject by its whole name: 产值 under 新材料产业 → 新材料产业产值. */
export function nameOfSubject(name: string, subject: Subject | undefined): string {
  return subject && isMeasureOf(name)
    ? nameWithSubject(subject, name.replace(/^园区|^全(?=产业链)/, ''))
    : name
}

// Under a park or an industry, 规上工业总产值 is its own.
function isMeasureOf(name: string): boolean {
  return isBareMeasure(name.replace(/^(?:园区|规模以上|规上|全?产业链)+/, ''))
}

function isObjectAfter({ before, verb, isPromise }: Figure): boolean {
  const words = before.replace(/\s+/g, '').replace(/[“‘]$/, '')
  if (/^[、，；和及与并]?$/.test(words))
    return verb !== undefined || words !== '' || isPromise === true
  if (creationVerb.test(words)) return true
  return nameBefore(words).length < 2
}

function objectReading({ quantity, before, after, verb }: Figure): Reading {
  const thing = nameAfter(after)
  if (thing.length < 2) return { kind: 'none' }
  // 每县（市、区）至少培育1家
  const words = before.replace(/\s+|（[^）]*）/g, '')
  const each =
    /(?:^|[，、在])((?:每|各)[^，、在]{1,12}?)(?:中|内|应|各|要|将|至少|都)*(?:[^，、]{2,3})$/.exec(
      words,
    )?.[1] ?? ''
  const kept = carriedVerb(words) ?? (isCounter(quantity.unit) ? (verb ?? '') : '')
  const yearly = /年均|每年/.exec(words)?.[0] ?? ''
  const prefix = each || `${kept.startsWith(yearly) ? '' : yearly}${kept}`
  const tail =
    yearly && !kept.replace(yearly, '') ? (/(?:年均|每年)(.{2})$/.exec(words)?.[1] ?? '') : ''
  return { kind: 'named', name: `${prefix}${tail}${thing}`, isObject: true }
}
