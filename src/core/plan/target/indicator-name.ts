/** Nouns that say what of a thing is measured; a name that ends in one needs no more. */
const measures =
  '工业总产值|总产值|产值规模|产值|增加值率|增加值|营业收入规模|营业收入|主营业务收入|业务收入|销售收入|销售额|营收|交易额|利润总额|利润率|利润|利税|税收|税收收入|纳税|产业规模|经济规模|规模|投资额|投资总额|投资|贷款余额|贷款|资金|出口额|出口|进出口总额|进出口|零售额|占比|比重|比例|比率|贡献率|增速|增长率|强度|投入|支出|经费|生产率|产出率|产出|普及率|数控化率|覆盖率|利用率|下降率|处理率|达标率|合格率|转化率|渗透率|上云率|入统率|绿地率|装配率|配套率|化率|率|财税贡献|税收贡献|能耗|水耗|电耗|用水量|用电量|排放量|排放|建成区|面积|空间|用地|产能|产量|拥有量|数量|总数|总量|数|指数|人口|从业人员|人才'

const measureAtEnd = new RegExp(`(?:${measures})(?:（[^）]*）)?$`)
const bareMeasure = new RegExp(
  `^(?:全年|年|总体|累计|整体|集聚|建成|企业)?(?:工业)?(?:${measures}|产业集群|集群|产业|总规模|企业)+$`,
)
const leading =
  /^(?:其中|同时|此外|另外|并且|并(?!购|网|联|行)|且|以及|及|和|与|而|则|其(?!他|它|余)|该|力争|确保|争取|努力|奋力|预计|计划|力促|实现|使得|使(?!用)|让|推动|促进|进一步|逐步|全面|切实|大力|着力|积极|持续|加快|不断|稳步|到(?!位)|至|将|要(?!素)|应(?!急|用|届|收)|须|建成后|我[省市区县州]|本[省市区县州]|在(?!建|岗|库|线|校|册|役|用|产|孵|编|地|营))/
const leadingTime =
  /^(?:(?:到|至|在|力争在?|力争到|预计|于)?\s?(?:20\d\d\s?年?\s?[-—–~～至到]+\s?)?(?:20\d\d\s?年(?:底|末|前|左右|时)?|“?十[一二三四五六七]五”?(?:规划)?(?:末|时期末|期末|时期|期间|期|中期)?|规划期末|规划期内|规划期|期末|(?:未来|今后|用|通过)?[三五35]年(?:内|左右|时间)?)(?:内|末|底)?(?:的)?)/
const trailing =
  /(?:(?<=.{2})[三五]年|力争|确保|争取|努力|预计|计划|分别|双双|平均|不断|实现|完成|达到|达|突破|超过|控制|保持|稳定|维持|(?:提高|提升|增长|增加|上升|扩大|壮大|扩张|发展|下降|降低|减少|降|增|压减|压缩|缩短|集聚|增强|恢复|升)(?:到|至)|(?:保持|稳定|控制|维持|稳控|保证)在|累计达|总数达|为|约|至|到|在|的|将|(?<!供|响|效)应|(?<!需|主)要|须|(?<!年|人|亩|地|户)均|各|(?<!公)共|总计|合计|超|近|是|由|从|(?<!拥|国|所)有|不)$/
// 单位增加值能耗较2020年, 研发投入强度由2020年的
const againstAtEnd = /(?:由|从|(?:由|从|较|比)(?:20\d\d年|“?十[一二三四五六]五”?末?)(?:底|末)?的?)$/
// 规上工业增加值到2025年, 工业总产值：2025年
const trailingTime =
  /[：:]?(?:到|至|力争到?)?(?:20\d\d年(?:底|末)?|“?十[一二三四五六七]五”?(?:末|期末|期间))$|[：:]$/
const droppedVerb =
  /^(?:建成投用|建成投产|建成(?!区|投)|建设成为|建设成|建设(?!用地|投资|规模)|打造成为|打造成|打造|培育和发展|培育发展|培育壮大|引进和培育|引进培育|引培|培育|形成|创建成|创建|创成|争创|认定|组建|共建|拥有|获批|获评|评选|设立|建立健全|建立|搭建|构建|布局建设|布局|发展壮大|发展(?!水平|规模|指数|能力)|壮大|做大做强|完成|实现|达到|支持|鼓励|引导|推进|推动|扶持|申报|推广|遴选|选树|树立|明确|提升|提高|扩大|优选|力争)(?:成为|成)?/
const keptVerb =
  '累计新增|累计引进|累计实施|累计建成|累计培育|每年新增|年均新增|年新增|净增|新增|新引进|新培育|新认定|新建成|新建立|新建|新引育|引进|引入|引育|引聚|招引|招引落地|培养|孵化|实施|改造|淘汰|投放|盘活|腾退|攻克|突破|制定|主导制定|参与制定|开发|研发|组织|举办|落户|落地|签约|开工|竣工|投产|入库|年均|每年'

/** Words that carry a promise by themselves: what follows is to be made, won or done. */
export const creationVerb = new RegExp(
  `(?:建成投用|建成|建设|打造|培育|形成|创建|创成|争创|认定|组建|共建|拥有|获批|设立|建立|搭建|构建|布局|发展|集聚|聚集|汇聚|开展|申报|推广|遴选|选树|明确|完成|实现|达到|${keptVerb})(?:和发展|壮大|成为|成|至少|各|不少于)?$`,
)
const carried = new RegExp(`(?:${keptVerb})(?=$|[^率])`)

/** True for names that leave open what they measure of what: 产值规模, 产业集群. */
export function isBareMeasure(name: string): boolean {
  return bareMeasure.test(name)
}

/** What a measure is of: 单位工业增加值能耗 → 单位工业增加值. */
export function withoutMeasure(name: string): string {
  return name.replace(measureAtEnd, '')
}

/** True where a name says what is measured: 新材料产业产值, 工业固废综合利用率. */
export function endsInMeasure(name: string): boolean {
  return measureAtEnd.test(name)
}

/** The measure a text names: 表2 支柱产业产值目标 → 产值. */
export function measureIn(text: string): string | undefined {
  return new RegExp(
    `工业总产值|总产值|产值|增加值|营业收入|主营业务收入|销售收入|营收|税收|利润|投资|企业数|从业人员`,
  ).exec(text)?.[0]
}

/** The verb that lists carry on from item to item: 累计新增2个…、6个…. */
export function carriedVerb(text: string): string | undefined {
  return carried.exec(text)?.[0]
}

/**
 * The indicator in the words before a figure: 力争到2025年卷烟产业产值达到 → 卷烟产业产值.
 * Times, modal words and the verbs of making are left out; verbs that change the meaning stay (新增).
 */
export function nameBefore(words: string): string {
  const text = tidy(words)
  return withoutPraise(headOfList(stripped(innerVerbsOut(text)))).replace(eachOf, '$1')
}

/** The indicator in the words after a figure: 个左右的数字化车间 → 数字化车间. */
export function nameAfter(words: string): string {
  const text = withoutPraise(tidy(words).replace(/^(?:左右|以上|以内)?的?/, '')).replace(
    /(?<=.{2})(?:予以|给予|进行)?重点(?:扶持|支持|培育|培养|跟踪|帮扶|服务)$/,
    '',
  )
  const capped = text.length > 36 ? (/^[^、]{2,36}/.exec(text)?.[0] ?? text) : text
  return capped.replace(/[等、和及与的]+$/, '').replace(/(?:以上|左右)$/, '')
}

// 具有国际影响力的领军企业: what kind of praise it is does not name the indicator.
function withoutPraise(name: string): string {
  return name.replace(
    /(?:(?:具有|拥有)?[^、，的]{0,16}(?:影响力|竞争力|带动力|知名度|带动作用|较大|较强|雄厚|突出|鲜明|显著|明显|领先|先进|知名|优良|优秀|完备|完善)(?:较强|强)?的|规模较大|实力较强|实力雄厚)(?=.{2,})/,
    (praise) =>
      /^(?:引进|引入|招引|新增|新建|培养)/.exec(praise)?.[0].concat(industryIn(praise)) ??
      industryIn(praise),
  )
}

function industryIn(text: string): string {
  return (
    /(?:引进|引入|招引|新增|新建)?([^、，的]{2,8}?产业)(?=规模|实力|优势|特色)/.exec(text)?.[1] ??
    ''
  )
}

const listMark =
  /^(?:\d{1,2}[.．、）)](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)]|[一二三四五六七八九十]{1,2}(?:、|是)|[①-⑳])/

function tidy(words: string): string {
  return words
    .replace(/\s+/g, '')
    .replace(/^[、，,；;：:。.\-—●■◆▲·*]+/, '')
    .replace(listMark, '')
    .replace(/[、，,；;：:]+$/, '')
}

function stripped(words: string): string {
  let text = words
  for (let before = ''; before !== text;) {
    before = text
    text = text.replace(leadingTime, '').replace(/^[、，,]+/, '')
    const shorter = text.replace(leading, '')
    if (shorter.length >= 2) text = shorter
    text = text.replace(againstAtEnd, '').replace(trailing, '').replace(trailingTime, '')
    const withoutVerb = isShareOfDoers(text) ? text : text.replace(droppedVerb, '')
    if (withoutVerb.length >= 2 || withoutVerb === '') text = withoutVerb
  }
  return text
}

// 建立研发机构的企业比例: the verb says which enterprises are meant.
function isShareOfDoers(text: string): boolean {
  return /的.*(?:占比|比例|比重|数|率)$/.test(text)
}

// 在各产业链条中各培育链主企业: the verb stands between the things and what each is to have.
const eachOf =
  /^((?:每(?!年|季|月)|各)[^，、]{1,10}?)(?:中|内)?(?:各|应|要|至少|都)*(?:培育|打造|形成|建设|明确|引进|新增)(?=.{2,})/

// 智能装备产业实现产值, 规模以上工业达到总产值: subject and measure with a verb between them.
function innerVerbsOut(text: string): string {
  return text
    .replace(
      /(?<=[产工企园区业县市城链])(?:力争|预计|将|要)?(?:实现|达到|完成|形成|建设成为|打造成为|打造成|发展成为|建成)(?=.{2,})/,
      '',
    )
    .replace(/(?:较|比)20\d\d年(?:底|末)?|在?20\d\d年(?:底|末)?的?基础上/, '')
}

// 雷达、摄像头等核心配套企业: what follows 等 names the list; 公交、物流等占比 needs the list.
function headOfList(text: string): string {
  if (/、.*等$/.test(text)) return `${/^[^、]+/.exec(text)?.[0] ?? text}等`
  const split = /^(.*、.*)等(.+)$/.exec(text)
  const [, list = '', head = ''] = split ?? []
  if (!split) return text
  if (
    /^(?:占|产值|增加值|营业|收入|比重|比例|指标|的)/.test(head) ||
    (endsInMeasure(head) && head.length < 5)
  )
    return text
  const verb = new RegExp(`^(?:${keptVerb})`).exec(list)?.[0] ?? ''
  return `${verb}${head.replace(/^(?:领域|行业|产业)的?/, '')}`
}
