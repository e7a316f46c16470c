import { anyOf } from './any-of.ts'

/** What the short names of enterprises end with: what they make or what they are. */
const trades = anyOf(`
  科技 实业 股份 集团 控股 制药 药业 医药 生物 医疗 器械 机械 机电 重工 电机 电气 电器 电子
  电脑 光电 光学 半导体 微电子 信息 软件 网络 通信 智能 机器人 装备 设备 汽车 车业 摩托 轮毂
  轮胎 汽配 零部件 缸盖 轴承 铸造 铸锻 模具 五金 金属 钢铁 特钢 铝业 铜业 锰业 镁业 锂业 钛业
  矿业 稀土 合金 材料 新材料 新材 复材 玻纤 玻璃 陶瓷 水泥 建材 建工 建筑工? 化工 化学 石化
  塑料 塑胶 橡胶 涂料 纤维 纺织 丝绸 服饰 服装 鞋业 纸业 印务 印刷 包装 家居 家具 木业 食品
  乳业 酒业 饮料 粮油 饲料 牧业 农牧 畜牧 农业 生态 环保 环境 能源 新能源 电力 风电 光伏 燃气
  热电 电池 储能 氢能 航空 航天 船舶 物流 频控 数控 仪表 仪器 传感 茧丝绸 烟草 中烟 卷烟厂
  制品 制造 工贸 商贸 特材 泰科
`)
const tradeName = new RegExp(`^(.{1,6}?)${trades}+$`)
/** Words of which nobody's name consists: what stands before the trade is then a sort of product. */
const common = new RegExp(
  `^${anyOf(String.raw`
  [新老大小高中低多用类型性化] 中国 全国 可降解 可穿戴 虚拟 现实 阻燃 保温 防伪 便携 铝锂 镁锂
  温度 压力 高端 先进 智能 智慧 数字 绿色 新型 新能源 新兴 汽车 摩托车? 电子 信息 生物 医药
  医疗 健康 中药 现代 化学 精细 特色 传统 农副 食品 轻工 轻纺 消费品? 装备 机械 精密 通用 专用
  关键 核心 基础 高性能 复合 有色 金属 非金属 硬质 铝 铜 镁 钢 建筑 装配式 绿色 节能 环保 清洁
  航空 航天 船舶 轨道 交通 能源 电力 动力 油气 天然气 页岩气 冷链 工业 制造 互联网 大数据 人工
  云计算 物联网 集成电路 半导体 新一代 下一代 纺织 服装 家居 家用 日用 日化 化工 材料 器械
  零部件 整车 整机 终端 光 电 氢 风 燃气 热 水 农 林 牧 木 竹 纸 塑料 橡胶 玻璃 陶瓷 循环 再生
  高新 民营 国有 中小 龙头 骨干 重点 规模以上 规上 本地 区内 县内 市内 国内 国外 国际 外资
  上市 头部 链主 领军 创新型? 科技型? 成长型? 专精特新 相关 优质 知名 大型 生产 加工 配套 上游
  下游 上下游 终端 应用 研发 服务 运输 物流 仓储 销售 采购 安全 应急 检测 检验 城市 农村 乡村
  智能网联 石油 煤炭 矿产 矿山 钻井 机器 数控 工程 海洋 海工 军工 民用 商用 乘用 特种 特殊
  输变电 成套 电气 仪器仪表 照明 显示 通信 通讯 软件 网络 信创 文创 文化 旅游 康养 养老 母婴
  宠物 美妆 休闲 预制 调味 肉 粮 茶 果蔬 饮 白酒 啤酒 乳
`)}+$`,
)
const never = new RegExp(
  anyOf(String.raw`
  企业 产业 行业 领域 产品 项目 园区?$ 平台 中心 基地 高校 院校 大学 学院 研究 机构 部门 政府
  银行$ 人才 技术 服务 市场 品牌 龙头 央企 国企 协会 商会 合作社 [的等各其及与或] 为[主核代]
  重点 骨干 知名 国内 国际 工程 建设 发展 \d 方面 环节 方向 体系 能力 工厂$ 车间 法人 公司
  投资$ 担保$ 租赁$ 贷款$ 基金$ 债券?$ [省市区县镇乡村州]$ 街道$ 集散 一批 方式 模式 ^不?含
  新增
`),
)
const verbs = new RegExp(
  `^${anyOf(String.raw`
  以及 以 由 与 和 及 如 对 在 向 从 将 把 让 为 是 促成 支持 鼓励 引导 推动 推进 依托 围绕
  聚焦 深化 培育 打造 引进 引入 发挥 集中了 聚集了 集聚了 拥有 包括 包含 涌现出 建成 联合 加快
  加速 稳固 形成 吸引 立足 借助 争取 服务 壮大 扶持 做大做强 重点 积极 大力 着力 全力 继续
  力争 目前 现有 其中 尤其是 特别是 例如 盘活 提升 巩固 实施 建设 利用 通过 抓好 新组建 组建
  落户 签约 完成 确保 推荐 帮助 指导 对接 瞄准 紧盯 主动 尽快 邀请 加强 加大 建成投产 投产
  扎实 拓展 大型 知名 了
`)}+`,
)

/** A word with an enterprise's trade at its end: 某某科技, 某某集团, but not 智能科技. */
export function enterpriseByTrade(word: string): string | undefined {
  const name = withoutOpening(word)
  if (name.length < 3 || name.length > 14 || never.test(name)) return undefined
  const own = tradeName.exec(name)?.[1]
  return own === undefined || common.test(own) ? undefined : name
}

/** Any word of a list that can only be one of enterprises: also a short name that tells no trade. */
export function listedEnterprise(word: string): string | undefined {
  const byTrade = enterpriseByTrade(word)
  if (byTrade !== undefined) return byTrade
  const name = withoutOpening(word)
  const isOwn = /^[\u4e00-\u9fa5A-Za-z]{2,6}$/.test(name)
  return isOwn && !never.test(name) && !common.test(name) && !endsInTrade.test(name)
    ? name
    : undefined
}

const endsInTrade = new RegExp(`(?:${trades}|[板纸料品膜机器件柱梁])$`)

/** A full legal name without the words of the sentence before it. */
export function legalName(match: string): string | undefined {
  const name = withoutOpening(
    match.replace(
      /^.*(?:的|了|支持|依托|引进|推动|对接|企业|打造|培育|集聚|落户|家和|包括以|包括)(?=.{6,})/,
      '',
    ),
  )
  const own = name.replace(/(?:股份|集团)?(?:有限责任公司|有限公司|公司|集团)$/, '')
  return own.length >= 3 && own.length <= 24 ? name : undefined
}

/** A word without the verbs of the sentence that leads up to it. */
export function withoutOpening(word: string): string {
  return word
    .trim()
    .replace(/^[“"]|[”"]$/g, '')
    .replace(verbs, '')
}
