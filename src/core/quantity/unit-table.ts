/** Units that measure one thing: their sizes in its base unit, as exact decimals or fractions. */
interface Family {
  readonly base: string
  readonly sizes: Readonly<Record<string, string>>
}

const families: readonly Family[] = [
  { base: '元', sizes: { 元: '1', 元人民币: '1', 人民币: '1' } },
  { base: '美元', sizes: { 美元: '1' } },
  { base: '欧元', sizes: { 欧元: '1' } },
  { base: '港元', sizes: { 港元: '1', 港币: '1' } },
  {
    base: '平方米',
    sizes: {
      平方米: '1',
      平米: '1',
      '㎡': '1',
      'm²': '1',
      m2: '1',
      // 15 亩 are one hectare.
      亩: '2000/3',
      公顷: '10000',
      平方公里: '1000000',
      平方千米: '1000000',
      'km²': '1000000',
      km2: '1000000',
    },
  },
  {
    base: '立方米',
    sizes: {
      立方米: '1',
      标准立方米: '1',
      立方: '1',
      方: '1',
      'm³': '1',
      m3: '1',
      升: '0.001',
    },
  },
  {
    base: '米',
    sizes: {
      米: '1',
      公里: '1000',
      千米: '1000',
      km: '1000',
      海里: '1852',
      厘米: '0.01',
      毫米: '0.001',
    },
  },
  {
    base: '吨',
    sizes: {
      吨: '1',
      公斤: '0.001',
      千克: '0.001',
      克: '0.000001',
      微克: '0.000000000001',
    },
  },
  {
    base: '吨标准煤',
    sizes: {
      吨标准煤: '1',
      吨标煤: '1',
      tce: '1',
      千克标准煤: '0.001',
      公斤标准煤: '0.001',
      kgce: '0.001',
    },
  },
  { base: '吨二氧化碳', sizes: { 吨二氧化碳: '1' } },
  {
    base: '千瓦',
    sizes: {
      千瓦: '1',
      kW: '1',
      瓦: '0.001',
      兆瓦: '1000',
      MW: '1000',
      吉瓦: '1000000',
      GW: '1000000',
    },
  },
  {
    base: '千瓦时',
    sizes: {
      千瓦时: '1',
      kWh: '1',
      度电: '1',
      度: '1',
      兆瓦时: '1000',
      MWh: '1000',
      GWh: '1000000',
    },
  },
  { base: '千伏安', sizes: { 千伏安: '1', 兆伏安: '1000' } },
  { base: '千伏', sizes: { 千伏: '1', kV: '1' } },
  { base: '标准箱', sizes: { 标准箱: '1', 标箱: '1', TEU: '1' } },
  { base: 'Mbps', sizes: { Mbps: '1', 兆比特: '1', 兆: '1', Gbps: '1000', Tbps: '1000000' } },
  {
    base: 'PFLOPS',
    sizes: { PFLOPS: '1', PFlops: '1', EFLOPS: '1000', EFlops: '1000' },
  },
  { base: 'TB', sizes: { TB: '1', PB: '1024', EB: '1048576' } },
  { base: '人', sizes: { 人: '1', 名: '1', 人次: '1' } },
  { base: '工作日', sizes: { 工作日: '1' } },
  { base: '天', sizes: { 天: '1', 小时: '1/24', 分钟: '1/1440', 毫秒: '1/86400000' } },
]

// Fit for formulas and definitions, but no units of the quantities a plan promises: 5年 is a time, 12月 a date.
const unprinted: readonly Family[] = [
  { base: '月', sizes: { 月: '1', 个月: '1', 季度: '3', 年: '12' } },
  { base: '天', sizes: { 日: '1', 秒: '1/86400' } },
  {
    base: '吉焦',
    sizes: { 吉焦: '1', GJ: '1', 兆焦: '0.001', MJ: '0.001', 千焦: '0.000001', 焦: '0.000000001' },
  },
]

const counters =
  '家次 家 户次 户 个 项 座 条 种 件 台套 台（套） 台(套) 台/套 台 套 人年 处 所 款 只 辆 架 艘 支 批次 批 场次 场 次 张 栋 幢 组 对 例 类 头 羽 张床位 床 位 根 门 标准机架 机架 片 块 箱 瓶 篇 部 间 粒 株 期 颗 枚 双 樘'.split(
    ' ',
  )
const unprintedCounters = ['级', '倍']

/** Of what printed quantities carry a unit, longest names first where one begins another. */
export const printedUnits: readonly string[] = [
  ...families.flatMap(({ sizes }) => Object.keys(sizes)),
  ...counters,
]

/** Words that multiply the unit behind them: 万吨, 亿千瓦时. Longest first where one begins another. */
export const multipliers: Readonly<Record<string, string>> = {
  万亿: '1000000000000',
  千亿: '100000000000',
  百亿: '10000000000',
  十亿: '1000000000',
  亿: '100000000',
  千万: '10000000',
  百万: '1000000',
  十万: '100000',
  万: '10000',
  千: '1000',
  百: '100',
}

/** Ratios, with their sizes; 百分点 is no ratio but a difference of two. */
export const shares: Readonly<Record<string, string>> = { '%': '0.01', '％': '0.01', '‰': '0.001' }

/** Base unit and size by name, for all that measures. */
export const measuredUnits: ReadonlyMap<string, readonly [base: string, size: string]> = new Map(
  [...families, ...unprinted].flatMap(({ base, sizes }) =>
    Object.entries(sizes).map(([name, size]) => [name, [base, size] as const] as const),
  ),
)

/** Words for pieces: what is counted is a pure number, so that 家/家 and 项/家 are ratios. */
export const countedUnits: ReadonlySet<string> = new Set([...counters, ...unprintedCounters])
