import type { FoundQuantity } from '../../quantity/scan-quantities.ts'

// Amounts of policies, descriptions of land and projects, distances: figures, but no promises.
const noPromiseBefore =
  /给予|奖励|单个(?:企业|项目|单位)|补助|补贴|资助|贴息|奖补|罚款|不得|门槛|注册资本|占地(?!区)|用地面积|建筑面积|规划(?:总|建设|批准|用地|控制|核心区)*(?:面积|范围|区域)|规划用地|总面积|幅员|辖区|下辖|全长|全程|总长|相距|距离?|位于|时速|海拔|年(?:产(?!值|业|能)|加工|处理)|日产|总投资|投资约|计划投资|估算|概算|首开区|首期|[一二三四五]期|贡献了|财政.{0,8}(?:安排|投入|统筹|设立)|权重|排名|排位|位居|位列|荣获|连续|按照|每[吨度方]/
const describedAfter =
  /^的?(?:工业|制造业|重大|优质|产业|龙头|重点|招商|骨干|规模)*(?:企业|项目|客商|投资者)/
const capacityAfter =
  /(?:项目|生产线|装置|工程|机组|产业化|基地)(?:建设|建成|投产|落地|达产|全面达产)?/
const noThing =
  /^的?(?:(?:方面|环节|维度|层面|阶段|步骤|层次|轮驱动|工作日|小时|周年|季度|循环|翻番|确立|维护|自信|意识|必须|一流|高标准)|(?:重点领域|领域|方向|产业方向|片区|街道|乡镇|镇街|镇|乡|村|社区|部门|区县|城市|县|省|国家|地区|国家和地区|月|统一|转变|结合|面向|关键|重要|字|核心|重点|中心城区|原则|趋势|特点|行业|地方|批次|季|维)(?=$|[、，的和及与上中内]))/
// How the work is organised is no aim of the plan.
const arrangement = /(?:专班|小组|工作组|机制|台账|方案|会议|座谈会|清单|简报|督查组)$/
// Ratings of a thing, never an aim.
const rating = /^(?:千伏|kV|伏|千伏安|寸|英寸|毫米|纳米|微米|天|小时|分钟|工作日)$/i
/** True for sentences that describe one project: its figures are the project's, not the plan's. */
export function describesProject(sentence: string): boolean {
  if (/^\s*[^：:。，]{2,40}项目[：:。]/.test(sentence) && !/20\d\d年/.test(sentence)) return true
  if (/达产后|投产后|建成后可|全部建成后|项目建成|达产达效后/.test(sentence)) return true
  return (
    /总投资|计划投资/.test(sentence) &&
    !/\d\s?[个项].{0,16}项目|项目\D{0,6}\d+\s?[个项]/.test(sentence)
  )
}

// 高于全省平均水平0.5个百分点, 进入全省前10名: held against others, not against itself.
const compared = /(?:高于|低于|快于|优于|领先)[^，]{0,14}$|前\s?$|按[^，、]{1,20}$/

/** True where the words around a figure say that it is no promise of the plan. */
export function isExcluded(before: string, quantity: FoundQuantity, after: string): boolean {
  if (noPromiseBefore.test(before) && !/完成[^，]*(?:总投资|计划投资)/.test(before)) return true
  if (compared.test(before)) return true
  if (before.endsWith('等') && /^[家个项户条座种]/.test(quantity.unit ?? '') && after !== '')
    return true
  if (rating.test(quantity.unit ?? '') && after !== '') return true
  if (isThreshold(quantity, after)) return true
  if (/人均|每万人|每百/.test(after.slice(0, 4))) return true
  return isCounter(quantity.unit) && (noThing.test(after) || arrangement.test(after.trim()))
}

/** True for 家, 个, 户 and other words that count things. */
export function isCounter(unit: string | undefined): boolean {
  return (
    unit !== undefined &&
    /^[百千万亿]?(?:家|户|个|项|座|条|种|件|台|套|人|名|处|所|款|只|辆|架|艘|支|张|栋|类|头|位|根|门|片|间|期|场|次|批|台套|家次|户次|人次|组|对|例|部|篇|枚|颗|株)$/.test(
      unit,
    )
  )
}

export function isMoney(unit: string | undefined): boolean {
  return unit !== undefined && /^(?:[百千万亿]|万亿)*(?:元|美元|欧元)$/.test(unit)
}

// 10亿元以上项目, 投资5000万元的企业: a size that sorts things, not an aim.
function isThreshold(quantity: FoundQuantity, after: string): boolean {
  if (isMoney(quantity.unit) && describedAfter.test(after)) return true
  return (
    !isCounter(quantity.unit) &&
    quantity.unit !== '%' &&
    quantity.form !== 'level' &&
    capacityAfter.test(after)
  )
}

/** Few things counted in words are a way of speaking: 一个中心, 两大平台, 一批. */
export function isFigureOfSpeech(quantity: FoundQuantity, isPromise: boolean): boolean {
  if (!quantity.inWords || quantity.form !== 'plain' || quantity.value === undefined) return false
  // 百家, 千人 without more are a manner of speaking; 近百家, 五十家 are counted.
  if (quantity.value >= 10)
    return quantity.op === '=' && /^[十百千]\p{Script=Han}{1,2}$/u.test(quantity.text)
  if (quantity.value < 2 || quantity.unit === undefined) return true
  return !/^[家座户条]$/.test(quantity.unit) && !(isPromise && quantity.unit === '个')
}
