import { functionRules } from './functions/plain.ts'
import { formRules } from './functions/special-forms.ts'

/** What is written between the brackets of each function, by its Chinese name: the way it is called most often. */
const given: Readonly<Record<string, string>> = {
  合计: '数, 数, …',
  平均: '数, 数, …',
  最大: '数, 数, …',
  最小: '数, 数, …',
  中位数: '数列',
  标准差: '数列',
  总体标准差: '数列',
  方差: '数列',
  计数: '数, 数, …',
  分位数: '数列, 0—1',
  占比: '部分, 总体',
  两年平均: '增速1, 增速2',
  平均增速: '增速, 增速, …',
  累计增速: '增速, 增速, …',
  强度升降率: '消耗增速, 产出增速',
  绝对值: '数',
  四舍五入: '数, 小数位',
  向下取整: '数',
  向上取整: '数',
  余数: '被除数, 除数',
  平方根: '数',
  对数: '数, 底',
  常用对数: '数',
  包含: '文字, 其中',
  连接: '文字, 文字, …',
  字数: '文字',
  相隔天数: '起日, 止日',
  相隔月数: '起日, 止日',
  如果: '条件, 成立时, 不成立时',
  缺省: '值, 备用值, …',
  为空: '值',
  不为空: '值',
  上年同期: '指标',
  上期: '指标',
  上年末: '指标',
  当期: '指标',
  累计: '指标',
  往年: '指标, 年数',
  移动平均: '指标, 期数',
  最近: '指标, 期数',
  累计月数: '',
  同比: '指标',
  环比: '指标',
  累计同比: '指标',
  年均增速: '指标, 年数',
  拉动: '指标, 总体',
  贡献率: '指标, 总体',
  同组: '指标',
  排名: '指标',
  升序排名: '指标',
  折标: '实物量, 折标系数',
}

export interface DescribedFunction {
  /** The Chinese name first; the others are its twins. */
  readonly names: readonly string[]
  /** `占比(部分, 总体)` */
  readonly signature: string
  readonly meaning: string
}

/** Every function of the language, for those who write expressions. */
export const describedFunctions: readonly DescribedFunction[] = [
  ...functionRules,
  ...formRules,
].map(({ names, meaning }) => {
  const [name = ''] = names
  const inside = given[name]
  if (inside === undefined) throw new Error(`${name} has no signature`)
  return { names, signature: `${name}(${inside})`, meaning }
})
