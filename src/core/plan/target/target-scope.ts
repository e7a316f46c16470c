import { type Document, type Heading, textAt } from '../../document/document.ts'
import type { Scope } from '../plan.ts'

/** What a section or sentence is about, when it names something smaller than the region. */
export type Subject = Scope

const park =
  /(?:园区|产业园|工业园|科技园|开发区|高新区|经开区|保税区|示范园|孵化园|新城|新区|组团|基地|园|港区|集聚区|合作区)$/
const industry =
  /(?:产业|工业|制造业|服务业|产业链|产业集群|集群|装备|材料|能源|医药|健康|汽车|电子|信息|化工|食品|纺织|家居|消费品|制造|摩托车|机械|建材|冶金|航空|软件|家电|加工|服装)$/
// Headings that name work, not a thing.
const work =
  /^(?:以|按|通过|围绕|立足|加快|推进|推动|实施|强化|加强|完善|优化|提升|构建|建设|深化|健全|坚持|促进|落实|开展|突出|聚焦|着力|全面|积极|培育|支持|打造|壮大|做大|做强|做优|发展|大力|高质量|重点|统筹)/
const lists = /[，,；;。\d级]|工程$|行动$|任务$|措施$|思路$|要求$|目标$|布局$/

/** The subject a short title names: 2.新能源产业 → an industry, 港桥产业园 → a park. */
export function scopeOf(title: string): Subject | undefined {
  const name = title
    .replace(/\s+/g, '')
    .replace(/[。：:；]$/, '')
    .replace(/^(?:专栏|表)\s?\d+/, '')
    .replace(/发展(?:目标|重点工程|重点|思路|方向)?$/, '')
  if (name.length < 2 || name.length > 18 || lists.test(name)) return undefined
  if (work.test(name)) return scopeOfWork(name)
  if (park.test(name)) return { kind: 'park', name }
  return industry.test(name) ? { kind: 'industry', name } : undefined
}

// 战略性新兴产业, 标志性产业链: a kind of industries, none of them.
const isKind =
  /^(?:支柱|主导|战略性|新兴|传统|特色|现代化?|优势|未来|重点|先进|标志性|新型|支撑|关键|的|和|、)+(?:产业集群|产业链|产业|制造业|工业)$/

// 做大做强新材料产业, 加快发展电子信息产业: the object is the subject of the section.
function scopeOfWork(name: string): Subject | undefined {
  const object =
    /(?:发展|壮大|做强|做优|做大|打造|培育|提升)([^、]{2,10}(?:产业集群|产业链|产业|制造业|工业))$/.exec(
      name,
    )?.[1]
  if (!object || isKind.test(object)) return undefined
  return { kind: 'industry', name: object }
}

/** Gives the subject of what stands under headings: the nearest that names an industry or a park. */
export function subjectsOf(
  document: Document,
): (headings: readonly Heading[]) => Subject | undefined {
  const isAmongIndustries = familiesOfIndustries(document)
  return (headings) =>
    headings.reduce<Subject | undefined>((subject, heading) => {
      const title = textAt(document, heading.title)
      const own = subjectUnder(title, subject)
      if (own || !isPartName(title) || !isAmongIndustries(heading)) return own
      return { kind: 'industry', name: tidyTitle(title) }
    }, undefined)
}

// 半导体 beside 生物医药 and 新型材料 is an industry like them: half of its family name one.
function familiesOfIndustries(document: Document): (heading: Heading) => boolean {
  const families = new Map<string, { all: number; industries: number }>()
  for (const block of document.blocks) {
    if (block.kind !== 'heading') continue
    const { all, industries } = families.get(familyOf(block)) ?? { all: 0, industries: 0 }
    const isIndustry = scopeOf(textAt(document, block.title))?.kind === 'industry'
    families.set(familyOf(block), { all: all + 1, industries: industries + (isIndustry ? 1 : 0) })
  }
  return (heading) => {
    const { all, industries } = families.get(familyOf(heading)) ?? { all: 1, industries: 0 }
    return industries > 0 && industries * 2 >= all
  }
}

function familyOf({ path, level }: Heading): string {
  return `${path.at(-1) ?? ''} ${level}`
}

/** The subject of what stands under a title: what it names, or, under an industry, a part of that. */
export function subjectUnder(title: string, above: Subject | undefined): Subject | undefined {
  const named = scopeOf(title)
  if (named || above?.kind !== 'industry') return named ?? above
  return isPartName(title) ? { kind: 'industry', name: tidyTitle(title) } : above
}

function isPartName(title: string): boolean {
  const name = tidyTitle(title)
  return isPart.test(name) && !isWork.test(name)
}

function tidyTitle(title: string): string {
  return title.replace(/\s+/g, '').replace(/[。：:；]$/, '')
}

// 智能农机, 精密模具: a part of an industry is named by a noun alone.
const isPart = /^\p{Script=Han}{2,10}$/u
const isWork =
  /总体|指标|目标|方向|重点|思路|路径|定位|布局|任务|举措|措施|项目|工程|保障|现状|基础|体系|能力|平台|企业|创新|人才|园区|空间|服务|行动|计划|提升|增强|建设|发展|推进|推动|优化|转型|升级|融合|集聚|协同|合作|攻关|招商|扩大|培育|打造|^[做补延强]|的|和|与|及|十[一二三四五六]五/

/** Puts subject and measure together without saying the shared part twice: 新能源产业 + 产业集群. */
export function nameWithSubject(subject: Subject, measure: string): string {
  for (let shared = Math.min(subject.name.length, measure.length); shared > 0; shared -= 1) {
    if (subject.name.endsWith(measure.slice(0, shared)))
      return `${subject.name}${measure.slice(shared)}`
  }
  return `${subject.name}${measure}`
}

const industryMeasured =
  /^(?:全[省市区县州]|我[省市区县])?((?!全[省市区县州]|园区).{2,16}?(?:产业|产业链|制造业|服务业|(?<!规模以上|规上)工业))(?:(?:的|实现|规模以上)?(?:工业)?(?:总?产值|产值规模|规模|增加值|营业收入|主营业务收入|销售收入|产业集群|集群)|$)/
const ownerMeasured =
  /^(?:(?<firm>.{2,24}?(?:公司|集团(?!军)))|(?<town>[^、，]{1,6}(?:镇|乡|街道)))(?:规上|规模以上)?(?:工业)?(?:实现)?(?:总?产值|产值规模|营业收入|销售收入|增加值|税收)/
const parkMeasured =
  /^(.{2,18}?(?:产业园区|工业园区|园区|产业园|工业园|科技园|示范园|合作园|开发区|高新区|经开区|保税区|新城|新区))(?:内)?(?:企业)?(?:实现)?(?:工业|规模以上工业|规上工业)?(?:总?产值|营业收入|税收|财税贡献|增加值|建成区|产值规模)/
const general =
  /级|亿|超|单位|万元|[人亩地户]均|大中型|全部|每|\d大|规模以上|规上|生产性服务业|战略性新兴|高技术|高新技术|主导产业|支柱产业|特色产业|优势产业|先进制造业|占|以上|传统/

/** The industry, park, enterprise or town an indicator is about, by its own name: 新材料产业产值 → 新材料产业. */
export function scopeInName(printed: string): Scope | undefined {
  const indicator = printed.replace(
    /^(?:累计|每年|年均)?(?:引进|引入|新增|新建|引育|招引|培育|实施)/,
    '',
  )
  const owner = ownerMeasured.exec(indicator)?.groups
  if (owner?.['firm']) return { kind: 'enterprise', name: owner['firm'] }
  if (owner?.['town']) return { kind: 'other', name: owner['town'] }
  const place = parkMeasured.exec(indicator)?.[1]
  if (place && !general.test(place)) return { kind: 'park', name: place }
  const name = industryMeasured.exec(indicator)?.[1]
  return name && !general.test(indicator) ? { kind: 'industry', name } : undefined
}
