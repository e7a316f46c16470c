import { cite } from '../../document/citation.ts'
import { type Block, type Document, textAt } from '../../document/document.ts'
import {
  enterpriseByTrade,
  legalName,
  listedEnterprise,
  withoutOpening,
} from './enterprise-name.ts'
import type { Mention } from '../plan.ts'

/** The enterprises a document names, each with how often and where first, in order of the text. */
export function readEnterprises(document: Document): Mention[] {
  const first = new Map<string, { readonly block: Block; readonly at: number }>()
  for (const block of document.blocks) {
    if (block.kind === 'paragraph' && block.role === 'contents') continue
    const text = textAt(document, block)
    for (const name of namesIn(text)) {
      const at = text.indexOf(name)
      if (!first.has(name) && at >= 0) first.set(name, { block, at: block.start + at })
    }
  }
  return [...first]
    .map(([name, { block, at }]) => ({
      name,
      count: document.text.split(name).length - 1,
      first: cite(document, block, { start: at, end: at + name.length }),
    }))
    .toSorted((left, right) => left.first.start - right.first.start)
}

const speaksOfEnterprises =
  /企业|公司|集团|股份|厂|获评|入选|获批|荣获|被认定|被评|上市|获得|研发中心|研究院|总部基地|集群/

function namesIn(text: string): string[] {
  const sentences = text.split(/(?<=[。；\n\t])/).filter((one) => speaksOfEnterprises.test(one))
  return sentences.flatMap((sentence) => [
    ...legalNames(sentence),
    ...listedNames(sentence),
    ...countedNames(sentence),
    ...distinguishedNames(sentence),
    ...namesOfGroups(sentence),
    ...namesBeforeSites(sentence),
  ])
}

const legal = /[\u4e00-\u9fa5A-Za-z（）()·]{2,40}?(?:有限责任公司|有限公司|集团公司)/g

function legalNames(text: string): string[] {
  return [...text.matchAll(legal)].flatMap(([match]) => legalName(match) ?? [])
}

const item = '[^，。；：、（）()“”\\n]{2,16}'
const items = `(?:${item}、){0,20}${item}?`
const sorts =
  '(?:一批|一大批|多家|众多|现有|重点|本地|龙头|骨干|核心|知名|优质|规模以上|规上|链主|领军|优势|代表性|行业|国内外?|大型|上市|头部|制造|工业)*的?'
/** Lists that can only be of enterprises, and lists that may also be of their products. */
const sureLists = [
  // 重点企业：甲、乙
  new RegExp(`(?:重点|龙头|骨干|链主|代表性?|主要)企业[：:](${items})(?=[。；\\n]|等|$)`, 'g'),
  new RegExp(
    `(${items})、?等(?:\\d+[家户])?${sorts}(?:企业|公司)(?!集聚|孵化|园|技术|研发|研究|中心|主体)`,
    'g',
  ),
]
const likelyLists = [
  new RegExp(
    `以(${items})(?:等)?为(?:代表|龙头|核心|主体|骨干|链主|依托|引领)的?[^，。；]{0,16}(?:企业|公司|集群|产业链)`,
    'g',
  ),
  new RegExp(`(${items})、?等(?:\\d+[家个户])?[^，。；、]{0,14}?(?:企业|公司|厂商)`, 'g'),
]

function listedNames(text: string): string[] {
  const sure = sureLists.flatMap((list) => wordLists(text, list))
  const likely = likelyLists.flatMap((list) => wordLists(text, list))
  return [
    ...sure.flatMap((words) => namesAmong(words, listedEnterprise)),
    // Where the sentence may speak of products, half of the words must tell an enterprise's trade.
    ...likely
      .filter((words) => words.filter(enterpriseByTrade).length * 2 >= words.length)
      .flatMap((words) => namesAmong(words, listedEnterprise)),
  ]
}

function wordLists(text: string, list: RegExp): string[][] {
  return [...text.matchAll(list)].map(([, words = '']) => words.split('、').flatMap(partedAtAnd))
}

/** 甲公司和乙科技 are two, 和平制药 is one. */
function partedAtAnd(word: string): string[] {
  const at = word.indexOf('和', 2)
  const parts = at < 0 ? [] : [word.slice(0, at), word.slice(at + 1)]
  return parts.length > 0 && parts.every((part) => listedEnterprise(part)) ? parts : [word]
}

/** A list in which most words are no names is one of something else. */
function namesAmong(
  words: readonly string[],
  nameOf: (word: string) => string | undefined,
): string[] {
  const named = words.map(nameOf).filter((name) => name !== undefined)
  return named.length * 2 > words.length ? named : []
}

const counted = /企业[^（）()。；]{0,24}\d+\s?[家户个][（(]([^（）()]{2,60})[）)]/g

/** 十亿级企业达到2家（甲、乙）. */
function countedNames(text: string): string[] {
  return [...text.matchAll(counted)].flatMap(([, names = '']) => {
    const words = names.split('、')
    const named = words.map(listedEnterprise).filter((name) => name !== undefined)
    return named.length === words.length ? named : []
  })
}

const distinguished =
  /(?<=^|[，。；、：\s])([\u4e00-\u9fa5A-Za-z]{3,10}?)(?:获评|入选|获批|荣获|被认定为|被评为|成功上市|获得)(?=[^，。；]{0,12}(?:国家|省|市|全国|中国|专精特新|小巨人|上市|采购|冠军|示范))/g

/** 某某机械入选国家…试点示范. */
function distinguishedNames(text: string): string[] {
  return [...text.matchAll(distinguished)].flatMap(([, name = '']) => listedEnterprise(name) ?? [])
}

const groups =
  /([\u4e00-\u9fa5]{2,10}?(?:集团|公司|卷烟厂|股份))(?![\u4e00-\u9fa5]{0,2}公司|化|军|式|制|债)/g
const anyGroup =
  /^(?:[^集公]*(?:企业|投资|产业|园区|高新区|开发区|大型|跨国|骨干|龙头|上市|国有|平台|服务|物流|金融|担保|保险|银行|消费|租赁|融资|勘探|销售|经纪|会展|通信|供电|供水|电力|自来水|国家|科技|贷款|分|子|总|母|一批|知名|著名|本地|规模|区域|外资|合资|央企|采购|大|各|该|多家|等|项目)|.*[的或])(?:集团|公司|股份)$/

function namesOfGroups(text: string): string[] {
  return [...text.matchAll(groups)].flatMap(([, match = '']) => {
    const word = withoutOpening(
      match.replace(
        /^.*(?:的|了|推进|推动|依托|支持|鼓励|引进|投产|以|与|由|对|如)(?=[\u4e00-\u9fa5]{4,})/,
        '',
      ),
    )
    const isOne =
      !/有限(?:责任)?公司$/.test(match) &&
      word.length >= 4 &&
      word.length <= 10 &&
      !anyGroup.test(word)
    return isOne && listedEnterprise(word.replace(/(?:公司|卷烟厂)$/, '')) ? [word] : []
  })
}

const sites =
  /(?<=^|[，。；、：\s])([\u4e00-\u9fa5]{4,8}?)(?=[\u4e00-\u9fa5]{0,4}(?:研发中心|研究院|智能工厂|总部基地))/g

/** 某某汽车西南研发中心: what is built bears the name of who builds it. */
function namesBeforeSites(text: string): string[] {
  return [...text.matchAll(sites)].flatMap(([, name = '']) => enterpriseByTrade(name) ?? [])
}
