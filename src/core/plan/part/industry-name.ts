import { anyOf } from './any-of.ts'

const verbs =
  '(?:做大做强|做强做大|做优做强|做强做优|做特做优|做精做优|做大|做强|做优|发展壮大|培育壮大|巩固壮大|发展提升|巩固提升|改造提升|转型提升|优化提升|培育发展|加快发展|大力发展|重点发展|突破发展|创新发展|优先发展|积极发展|前瞻布局|超前布局|谋划布局|加快布局|加快培育|加快推进|加快|大力促进|大力|积极培育|积极|着力|全力|聚力|聚焦|持续|推动|推进|促进|打造|构建|建设|壮大|培育|发展|提升|提质|升级|改造|巩固|布局|谋划|突破|布局发展|优化|强化|推行|实施|形成|夯实|振兴|抢占|抢抓|塑造|锻造|打响|延伸|拓展|支持|扶持|深耕)'
const leadingVerb = new RegExp(`^${verbs}`)
const ranks =
  '(?:[一二两三四五六七八九十百千万\\d]+(?:亿元?|万)?级?(?:以上)?(?:的)?(?=[\\u4e00-\\u9fa5]{2})(?<=[级的])|世界级|国家级|省级|市级|国际领先的?|国内领先的?|国内一流的?|全国(?:领先|重要|一流)的?|[^，。]{2,14}的)'
const rank = new RegExp(`^${ranks}(?=[\\u4e00-\\u9fa5A-Za-z]{2})`)

const groupWords =
  '支柱|主导|战略性新兴|战略新兴|战新|新兴|优势|特色|配套|传统|未来|先导|重点|基础|潜力|核心|骨干|关键|首位|首要|拳头|标杆|新质'
const group = new RegExp(
  `^(?:[“”"\\d一二两三四五六七八九十+Nn]{1,8}[大个]?)?(?:${groupWords}|战略性|标志性|[十百千万]+亿元?级|发展|现代|先进|制造业?|工业|型|性|的|和|与|及|、)+(?:产业|工业|制造业|服务业|行业|领域)(?:集群|体系|链条?|领域)?$`,
)
const chapter = new RegExp(
  `产业体系|现代化?(?:制造业|工业)体系|(?:新兴|未来|前沿)领域|(?:${groupWords}|先进制造)(?:型)?(?:优势)?(?:产业|工业|行业|制造业)|产业集群|重点产业链|产业链条?建设|发展重点|(?:重点|主要)(?:发展)?领域|主攻方向|发展方向|产业发展布局`,
)
const notChapter =
  /基础|现状|环境|形势|成效|问题|机遇|趋势|供应链|补链|链长|融合|协同|合作|保障|空间|创新|绿色|思路|目标|定位|原则|招商|园区|能力/

/** Whether a heading opens the part of a plan that goes through its industries. */
export function isIndustryChapter(title: string): boolean {
  return chapter.test(title) && !notChapter.test(title)
}

/** The sort of industries a heading announces without naming one: 做大做强支柱产业 → 支柱. */
export function groupRole(title: string): string | undefined {
  const core = withoutVerbs(title)
  if (!group.test(core) && !group.test(title)) return undefined
  return roleIn(title) ?? '重点'
}

export function roleIn(title: string): string | undefined {
  const role = new RegExp(
    `(${groupWords})(?:型)?(?:优势|特色)?(?:产业|工业|制造业|服务业|行业|领域)`,
  ).exec(title)?.[1]
  return role === '战略新兴' || role === '战新' ? '战略性新兴' : role
}

const aspects =
  /^(?:图|表|专栏|附件|附表|备?注|说明)\d*|^(?:总体|发展|重要|重点|主要|实现|建设|支撑|产业|行业|空间|工作|未来|当前|区域)*(?:思路|目标|方向|条件|路径|领域|基础|现状|任务|措施|重点|布局|优势|举措|定位|环境|工程|项目|机遇|挑战|趋势|形势|原则|要求|需求|内容|载体|企业|清单|图谱)+$/
const notIndustry = new RegExp(
  `${anyOf(String.raw`
  水平 能力 体系 环境 创新 融合 合作 开放 园区? 人才 质量 品牌 机制 工程 行动 平台 保障 企业
  要素 改造 建设 发展 基地 计划 项目 区域 布局 优势 安全 管理 制度 改革 强链 补链 延链 供应链
  产业链 集群 中心 政策 动能 格局 市场 效益 转型 升级 提升 标准 试点 示范 应用 推广 工厂 车间
  组团 新城 街道 镇 乡 规模 结构 招商 引资 之城 引领 齐飞 开放 支撑 单位 部门 时限 领域 主体
  设施 高地 示范区 名片 韧性
`)}$|^(?:智能|绿色|服务型|高端|精益)制造$|^(?:产业|工业|制造业|服务业|经济)$`,
)
/** What the names of industries are made of; a heading that begins with a verb must speak of such. */
const trades = new RegExp(
  anyOf(String.raw`
  产业 工业 制造 装备 材料 新材 能源 汽车 摩托 电子 信息 医药 制药 健康 食品 饮料 农副 粮油
  纺织 服装 服饰 化工 石化 冶金 金属 钢 铝 铜 锂 建材 建筑 家居 家具 家电 轻工 轻纺 软件 数据
  数字 人工智能 机器人 航空 航天 船舶 海工 轨道 环保 节能 消费品 加工 机械 电器 电气 光伏 风电
  氢能 储能 电池 芯片 集成电路 半导体 生物 医疗 器械 中药 白酒 茶 物流 服务业 经济 文创 农机
  矿 稀土 玻璃 陶瓷 纸 印刷 包装 皮革 鞋 玩具 美妆 化妆品 康养 5G VR 量子 元宇宙 卫星 北斗
  通信 显示 光电 传感 仪器 仪表 模具 铸 零部件 轴承 电机 电缆 无人机 区块链 云计算 物联网
  互联网
`),
)
const namesAction = new RegExp(
  `^${anyOf(String.raw`
  主要 重点 分布 其中 形成 实现 统一 加快 加强 加大 推动 推进 推广 提升 提高 提档 强化 优化
  完善 建设 打造 构建 培育 发展 引进 支持 实施 深化 深入 坚持 夯实 升级 促进 鼓励 开展 落实
  聚焦 围绕 依托 以 扩大 壮大 拓展 积极 大力 着力 全面 全力 健全 营造 规范 严格 突出 巩固 改造
  增强 引导 统筹 保障 筑牢 有序 盘活 抢抓 紧抓 立足 面向 瞄准 到 在 对 从 做 利用 运用 组建
  重视 明确 确保 创建 完成 探索 充分 切实 持续 不断 进一步 优先 创新驱动
`)}`,
)

/**
 * The industry a heading names, without what is to be done with it: 打造千亿级高端装备产业集群 → 高端装备产业.
 * Undefined where a heading is about something else.
 */
export function industryName(title: string): string | undefined {
  const name = withoutVerbs(title.replace(/[（(][^（）()]*[）)]/g, '').replace(/[“”"]/g, ''))
    .replace(/(产业|工业|制造业|服务业|经济)(?:集群|链条?|链式|体系|生态圈?|基地|高地)[^]*$/, '$1')
    .replace(
      /(产业|工业|制造业|服务业|经济)[^业]{0,6}(?:发展|升级|提升|壮大|拓展|倍增|崛起)$/,
      '$1',
    )
    .replace(/(?:特色|先进)?(?:集群|产业链)$/, '')
  const isName = name.length >= 2 && name.length <= 18 && !/[，。；：！？《》[\]是]/.test(name)
  if (!isName || aspects.test(name) || notIndustry.test(name) || group.test(name)) return undefined
  const isOpenedByVerb = leadingVerb.test(title)
  return namesAction.test(name) || (isOpenedByVerb && !trades.test(name)) ? undefined : name
}

/** A name that stands alone, as segments of an industry do; unlike a heading it keeps every word. */
export function segmentName(text: string): string | undefined {
  const isName = text.length >= 2 && text.length <= 18 && !/[，。；：！？《》“”[\]是]/.test(text)
  if (!isName || aspects.test(text) || notIndustry.test(text) || namesAction.test(text))
    return undefined
  return text
}

function withoutVerbs(title: string): string {
  let rest = title
  for (;;) {
    const shorter = rest.replace(leadingVerb, '').replace(rank, '')
    if (shorter === rest || shorter.length < 2) return rest
    rest = shorter
  }
}

/** An industry by what tells it from others: 装备制造产业 and 装备制造 are the same. */
export function industryKey(name: string): string {
  const key = name.replace(/[\s“”]/g, '').replace(/(?:产业|工业|行业)+$/, '')
  return key === '' ? name : key
}
