/** Whose figures are meant: of industry above designated size (规上), of all of it, of all sectors of society. */
export type Population = 'above-designated-size' | 'all'

/** What a name says beside what is measured. */
export interface NamedScope {
  readonly population?: Population
  /** 新能源汽车产业: a cut by industry. */
  readonly industry?: string
  /** 高新区, 港桥产业园: a cut by place. */
  readonly park?: string
  /** The industry or park the part was named in: 农机装备 within 智能装备产业 is not all of it. */
  readonly within?: string
  /** 市级, 国家级及以上. */
  readonly level?: string
}

/** A name of an indicator taken apart. */
export interface NameReading {
  /** What is measured, in one spelling: 规模以上工业总产值 and 规上工业产值 are both 产值. */
  readonly core: string
  readonly scope: NamedScope
}

const synonyms: readonly (readonly [RegExp, string])[] = [
  [/[\s“”"'《》‘’「」]/gu, ''],
  [/研究与试验发展(?:\(R&D\))?|R&D/gu, '研发'],
  [/[(（][^()（）]*[)）]/gu, ''],
  [/国内生产总值|地区生产总值|生产总值|GDP/gu, '生产总值'],
  [/研发经费(?:内部)?(?:支出|投入)?|研发支出/gu, '研发投入'],
  [/固体废弃物|固体废物/gu, '固废'],
  [/一般工业固废/gu, '工业固废'],
  [/建成区(?:面积)?$/u, '建成区面积'],
  [/综合利用率/gu, '利用率'],
  [/能源消费量|能源消费|能源消耗|综合能耗/gu, '能耗'],
  [/万元(?=.{0,8}(?:能耗|水耗|用水|取水|电耗|排放))/gu, '单位'],
  [/用水量|取水量|用新水量/gu, '水耗'],
  [/用电量|电力消费量/gu, '电耗'],
  [/(?:累计)?(?:降低率|下降率|减少率|削减率|降低|下降|减少|削减)/gu, '下降'],
  [/(?:年均)?(?:增长率|增长速度|增速|增幅|同比增长|同比|增长$)/gu, '增速'],
  [/(?:工业)?(?:技改|技术改造)/gu, '技改'],
  [/营业总收入|营业收入|销售收入|营收/gu, '营业收入'],
  [/有?(?:建有|建立|设有|设立)(?=研发机构)/gu, '有'],
  [/开展(?=研发活动)/gu, '有'],
  [/的/gu, ''],
  [/(?:数量|总数|个数|家数|户数)(?=占|$)/gu, '数'],
  [/(?:占比|比重|比例)$/u, '占比'],
  // X占Y比重 and X占比 begin alike.
  [/占(.+)占比$/u, '占$1'],
  [/占(.+)比$/u, '占$1'],
  [/占比$/u, '占'],
  [/(?:工业总产值|工业产值|总产值|产值)(?:规模|合计|总量)?/gu, '产值'],
]

const populationWords =
  /(?:规模以上|规上|规模(?=工业|企业)|限额以上)|(?:全社会|全部|全口径)(?=工业|研发|从业)/gu
const places = /^(?:全[区县市州省]|[本我][区县市州省]|区域|县域|市域|区域内|辖区内)/u
const levels = /(?:国家|省部?|市|区|县|州)级(?:及以上|以上)?|(?:省|市|区|县)重点/u
const times = /^(?:累计|“?十[一二三四五六七]五”?(?:期间|时期|末)?|期末|年均|每年)|累计数?$/gu

/** Takes a name apart; what it measures stays as `core`. */
export function readName(name: string): NameReading {
  const text = name.normalize('NFKC')
  const population = populationOf(text)
  const bare = text.replace(populationWords, '').replace(places, '')
  const level = levels.exec(bare)?.[0]
  const plain = (level === undefined ? bare : bare.replace(level, '')).replace(times, '')
  return {
    core: inOneSpelling(plain),
    scope: { ...(population && { population }), ...(level !== undefined && { level }) },
  }
}

function populationOf(text: string): Population | undefined {
  if (/规模以上|规上|规模(?=工业|企业)|限额以上/u.test(text)) return 'above-designated-size'
  return /(?:全社会|全部|全口径)(?=工业|研发|从业|R&D)/u.test(text) ? 'all' : undefined
}

function inOneSpelling(text: string): string {
  const spelt = synonyms.reduce((all, [from, to]) => all.replace(from, to), text)
  return (
    spelt
      .replace(/(?<=企业|工厂|车间|园区|项目|平台|基地|集群|机构)数$/u, '')
      // 工业用电量 and 用电量 are one; 工业增加值 is what it says.
      .replace(/^工业(?:企业)?(?=.{4})/u, '')
  )
}

const measure =
  '产值|增加值|营业收入|利润总额|利润|税收|实缴税金|固定资产投资|技改投资|投资|研发投入强度|建成区面积'
const partial = new RegExp(`^(?:配套)?(.{2,24}?)(?:工业|全部)?(${measure})$`, 'u')
const park =
  /(?:园区|产业园|工业园|科技园|开发区|高新区|经开区|保税区|新城|新区|组团|基地|园|港区|集聚区|合作区)$/u
const industry =
  /(?:产业集群|产业链|产业|工业|制造业|服务业|行业|装备|材料|医药|器械|汽车|电子|信息|化工|食品|纺织|家居|消费品|制造|健康|能源|大数据|航空)$/u

/**
 * A name that measures a part: 智能装备产业产值 is 产值 of an industry, 港桥产业园产值规模 of a park. A cluster counted in
 * money is one too. Undefined where the name is of the whole.
 */
export function readPart(
  reading: NameReading,
  isMoney: boolean,
): (NameReading & { readonly isSize?: boolean }) | undefined {
  const [, part, core] = partial.exec(reading.core) ?? []
  if (part !== undefined && core !== undefined) {
    const cut = cutBy(part)
    return cut && { core, scope: { ...reading.scope, ...cut } }
  }
  if (isMoney && /(?:产业集群|集群|产业)$/u.test(reading.core))
    return { core: '产值', isSize: true, scope: { ...reading.scope, industry: reading.core } }
  return undefined
}

// An industrial figure is no sum over services, trade or farms.
const notIndustrial = /服务业$|物流|金融|旅游|商贸|文化|^农业|种植|养殖/u

function cutBy(part: string): Pick<NamedScope, 'industry' | 'park'> | undefined {
  if (park.test(part)) return { park: part }
  if (notIndustrial.test(part)) return undefined
  return industry.test(part) ? { industry: part } : undefined
}

// One kind of thing each: a name that holds one of these is never a name that does not.
const concepts: readonly RegExp[] = [
  /增速/u,
  /占/u,
  /下降/u,
  /单位|亩均|单耗/u,
  /人均|劳动生产率/u,
  /万人|每万/u,
  /强度/u,
  /(?:利用|普及|覆盖|处理|数控化|转化|开工|投产|达产|到位|利润|周转|贡献|销售|化|负债|增值|注册|配套|处置)率/u,
  /产值/u,
  /销售产值|产品销售/u,
  /出口|交货/u,
  /增加值/u,
  /营业收入/u,
  /主营/u,
  /利润/u,
  /利税/u,
  /税(?!利)/u,
  /投资(?!完成率)/u,
  /到位|资金/u,
  /外资/u,
  /能耗|综合能源/u,
  /水耗|取水|节水|水效|污水|废水/u,
  /电耗|用电/u,
  /二氧化碳|碳排放/u,
  /污染物/u,
  /固废/u,
  /研发投入|研发费用/u,
  /研发机构|服务机构/u,
  /研发活动/u,
  /专利/u,
  /面积|建成区|绿地|厂房/u,
  /绿色工厂/u,
  /绿色园区/u,
  /高新技术|高技术/u,
  /科技型/u,
  /专精特新|小巨人/u,
  /龙头|领军/u,
  /链主/u,
  /冠军/u,
  /战略性新兴|战新/u,
  /装备/u,
  /高耗能/u,
  /服务业/u,
  /软件/u,
  /5G/u,
  /互联网平台/u,
  /上云/u,
  /研发设计工具|设计工具/u,
  /数控化/u,
  /光纤/u,
  /电子商务/u,
  /两化融合/u,
  /车间/u,
  /智能工厂/u,
  /技术中心/u,
  /人才|技能/u,
  /合同/u,
  /新产品/u,
  /新增|新建|新引进|新培育|净增/u,
  /改造/u,
  /人口/u,
  /百亿/u,
  /[五5]十亿/u,
  /(?<![百五])十亿|10亿/u,
]

/** True where two cores are about the same kind of thing: 增速 is no 总量, 增加值 no 产值, 占比 no level. */
export function sameConcepts(a: string, b: string): boolean {
  return concepts.every((concept) => concept.test(a) === concept.test(b))
}

/** Whether two names of industries or parks are one but for what such names end in: 智能装备 and 智能装备产业链. */
export function isSamePart(a: string, b: string): boolean {
  return likeness(bareName(a), bareName(b)) >= leastPartLikeness
}

const leastPartLikeness = 0.8

/** 新能源汽车 of 新能源汽车重点产业链; nothing of 产业集群. */
export function bareName(name: string): string {
  return name
    .replace(/^(?:重点|主导|支柱)(?=产业)/u, '')
    .replace(/(?:重点)?(?:产业|集群|链)+$/u, '')
}

/** How alike two cores are, 0 to 1: pairs of characters in common; of shares the part before 占 counts by itself. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const [partA, wholeA = ''] = a.split('占')
  const [partB, wholeB = ''] = b.split('占')
  if (partA !== undefined && partB !== undefined && a.includes('占') && b.includes('占')) {
    const parts = dice(partA, partB)
    return wholeA === '' || wholeB === '' ? parts : Math.min(parts, 0.5 + dice(wholeA, wholeB) / 2)
  }
  return dice(a, b)
}

function dice(a: string, b: string): number {
  if (a === b) return 1
  const [left, right] = [pairs(a), pairs(b)]
  const common = [...left].filter((pair) => right.has(pair)).length
  return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size)
}

function pairs(text: string): ReadonlySet<string> {
  const characters = Array.from(`^${text}$`)
  return new Set(characters.slice(1).map((each, index) => `${characters[index]}${each}`))
}
