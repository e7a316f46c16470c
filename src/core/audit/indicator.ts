/** Which way an indicator should go; undefined where the vocabulary does not tell. */
export type Direction = 'up' | 'down'

const spellings: readonly (readonly [RegExp, string])[] = [
  [/[\s“”"'‘’、,，:：·]/g, ''],
  [/[（(](?:[^（）()]*)[）)]/g, ''],
  [/^其中/, ''],
  [/^十[一二三四五六]五(?:时期|期间|期末|末|期)?/, ''],
  [/^(?:全区|全县|全市|全省|全域|我区|我县|我市|区内|县内|力争|预计|累计|到\d{4}年|\d{4}年)+/, ''],
  [/规模以上|规模(?=工业|企业)/g, '规上'],
  [/规上企业单位/g, '规上单位'],
  [/研究与试验发展|R&D|RD/gi, '研发'],
  [/研发(?:研发)+/g, '研发'],
  [/研发(?:经费)?(?:支出|投入)?(?:经费)?(?:支出|投入)?(?=占|强度|$)/g, '研发投入'],
  [/营业总收入|销售收入|主营业务收入|主营收入/g, '营业收入'],
  [/地区生产总值|生产总值/g, 'GDP'],
  [/固体废弃?物/g, '固废'],
  [/总产值|产值规模/g, '产值'],
  [/(?:数量)?(?:占比|比重|比例|百分比)/g, '占比'],
  [/(?:总数|数量|总量|总额|个数|户数|家数|数)$/, ''],
  [/工业企业(?=.)/g, '工业'],
  [/^(?:累计|新)?(?:实施|建成|建设|培育|打造|认定|拥有|建有|引进|引育|创建)+/, ''],
  [/^有(?=.{4})/, ''],
  [/(?:达到|达|为|至|超过|突破|提高|提升)+$/, ''],
  [/万元(?:工业|GDP)?增加值/g, '单位增加值'],
  [/单位工业增加值/g, '单位增加值'],
  [/(?<=.)(?:产业|行业|工业)?(?:产业集群|集群规模|集群|产业规模)$/, '产值'],
  [/(?<=.)(?:产业|行业)的?(?:工业)?产值/, '产值'],
]

/**
 * The name by which figures of one indicator find one another: 规模以上工业总产值 and 规上工业总产值
 * are the same, 工业总产值 is not.
 */
export function indicatorKey(printed: string): string {
  const key = spellings.reduce((text, [pattern, plain]) => text.replace(pattern, plain), printed)
  return key.replace(/研发投入占营业收入占比/, '研发投入强度').replace(/的/g, '')
}

const falling =
  /能耗|水耗|物耗|用水量|耗水|耗电|耗能|排放|碳强度|事故|死亡|污染物|不良率|投诉|成本|失业|负债率|杠杆/
// Plans raise some of these and lower others: the name alone does not tell.
const twoSided =
  /煤|化石|传统|高耗能|两高|落后|僵尸|第一产业|一产|用地|人口|产生量|价格|库存|周期|时间|时长|天数|环节|材料数/
const rising =
  /产值|增加值|收入|利润|税收|投资|产量|生产率|利用率|普及率|覆盖率|数控化率|占比|比重|比例|强度|企业|数量|平台|中心|工厂|车间|机构|专利|基站|园区|集中度|合格率|贡献率/

/** True where the name itself speaks of a fall, so that a negative or growing value is what is wanted. */
export function speaksOfFall(name: string): boolean {
  return /下降|降低|减少|削减|压减|降幅/.test(name)
}

export function directionOf(name: string): Direction | undefined {
  if (speaksOfFall(name) || twoSided.test(name)) return undefined
  if (falling.test(name) && !/治理|处理|利用|监测|回收/.test(name)) return 'down'
  return rising.test(name) ? 'up' : undefined
}

/** True where the name is a part of a whole and so lies between 0 and 100 %. */
export function isShareOfWhole(name: string): boolean {
  if (speaksOfFall(name) || /增长|增速|增幅/.test(name)) return false
  return /占比|比重|比例|占.*的?比|普及率|覆盖率|数控化率|综合利用率|重复利用率|合格率|达标率|集中度|处理率|绿地率|绿化率|联网率|上云率|入园率|配套率|装配率|化率$/.test(
    name.replace(/\s/g, ''),
  )
}

/** True for an industry's or region's output, the figure that segments add up to. */
export function isOutput(name: string): boolean {
  return (
    /产值|产业集群|集群规模|产业规模/.test(name) &&
    !/占|率|强度|单位|万元产值|人均|亩均|增速/.test(name)
  )
}
