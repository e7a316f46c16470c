import { anyOf } from './any-of.ts'

const kinds = anyOf(`
  产业园区 工业园区 化工园区 科技园区 物流园区 示范园区 农业园区 园区 产业园 工业园 科技园
  创业园 软件园 物流园 示范园 小微园 工业集中区 产业集中区 产业集聚区 集聚区 集中区
  经济技术开发区 经济开发区 产业开发区 开发区 高新区 经开区 综合保税区 综保区 保税区 保税港区
  自贸区 组团 片区 产业新城 新城 科技城 科学城 生态城 产业城 经济区 工业区 电子城 工业城
  航空港 港区 合作区 示范区 试验区 新区
  (?<!公|校|花|家|田|果|茶|桑|庄|乐|陵|动物|植物|幼儿|游)园 产业社区 工业社区 产业小镇
  产业基地
`)
const endsAsPark = new RegExp(`${kinds}$`)
const genericName = new RegExp(
  `^${anyOf(String.raw`
  全[市区县省] 各 该 本 我[市区县] 现有 重点 主要 特色 一批 若干 相关 产业 工业 高新 园中
  中小企业 小微企业 小企业 国家 国家级 省级 市级 区级 县级 创建 建设 推进 打造 提升 加快 依托
  支持 推动 加强 完善 优化 规划 鼓励 统筹 创新 智慧 绿色 标准化? 专业 特色化? 化工 科技 物流
  数字 市级? 县域 城区 老城 老 新 两个? 三大? 四大? 五大? 多个? \d+个?
`)}*$`,
)

/** A bullet, a number, or the part of a layout (一核：) before the name, then what may hold the name. */
const opening =
  /^\s*(?:[●○■◆▲·]|——|[①-⑳]|[（(]?\d{1,2}[）).．、])?\s*(?:[一二两三四五六七八九十多]{1,2}[核城区带轴翼园极心片组副主]：)?[“"]?([^，。；：、！？“”"\s（）()]{2,26})/
/** A name goes on until its kind is followed by the end or by what is said of the park. */
const nameBeforeVerb = new RegExp(
  `^(.*?${kinds})(?=$|作为|将|要|以|位于|立足|地处|规划|重点|主要|围绕|依托|聚焦|发展|承接|打造|总体|总规划|布局|定位|突出|充分|着力|按照|依靠|发挥|坚持|建成|已|目前|涵盖|包括|东至|核心)`,
)

/** The full name of a park that a text opens with, undefined where it opens with something else. */
export function parkNameAtStart(text: string): string | undefined {
  const start = opening.exec(text)?.[1]
  return start === undefined ? undefined : parkName(nameBeforeVerb.exec(start)?.[1] ?? start)
}

/** A wording as the name of one park: its kind at the end and something of its own before. */
export function parkName(text: string): string | undefined {
  const name = text.replace(/[\s“”"*]|[。：:]+$/g, '').replace(/管理?委员?会$|管委会$/, '')
  if (name.length < 3 || name.length > 24 || !endsAsPark.test(name)) return undefined
  const own = name.replace(endsAsPark, '')
  if (own === '' || genericName.test(own) || /[，。；：、]/.test(own)) return undefined
  return /^(?:推进|推动|建设|打造|提升|加快|依托|支持|加强|完善|优化|引导|鼓励|统筹|深化|促进|强化|以|对|在|向|与|和|及|从|把|将|由|为|构建|形成|实现|培育|高质量|高标准|加大|聚焦|创建|争创|积极|全面|大力|着力|持续|做|规划建设)/.test(
    own,
  )
    ? undefined
    : name
}

/** A park by what tells it from others: 港桥产业园区 is 港桥产业园, 生态新城 is 生态城. */
export function parkKey(name: string): string {
  return name
    .replace(/[\s“”"·]/g, '')
    .replace(/综保区$/, '综合保税区')
    .replace(/高新技术产业开发区$/, '高新区')
    .replace(/经济技术开发区$/, '经开区')
    .replace(/(?:产业|工业)?园区?$/, '园')
    .replace(/新城$/, '城')
}
