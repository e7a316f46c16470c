/** What a cell looks like, by its text alone. */
export type CellKind =
  | 'blank'
  | 'order'
  | 'year'
  | 'figure'
  | 'unit'
  | 'attribute'
  | 'word'
  | 'prose'

/** What a column holds. `category` cells stand once for several rows. */
export type ColumnRole =
  | 'order'
  | 'year'
  | 'category'
  | 'name'
  | 'unit'
  | 'attribute'
  | 'figure'
  | 'text'

const base =
  '(?:元|美元|吨|吨标准?煤|标准?煤|公斤|千克|克|家|户|件|人|人次|项|个|只|座|公里|平方公里|平方千米|平方米|立方米|方|公顷|亩|' +
  '千瓦时?|瓦|度|伏|台|辆|艘|架|套|张|名|处|条|位|分|倍|级|次|年|天|日|小时|岁|株|头|羽|种|类|所|间|门|tce|kW·?h|[kMG]W|TEU)'
const scale = '[十百千万亿]{0,3}'
const unit = `(?:[%％‰]|个?百分点|${scale}${base})`
const unitCell = new RegExp(
  `^[（(]?${unit}(?:\\s*[/／·]\\s*(?:${unit}|[\\p{Script=Han}A-Za-z]{1,6}))*[）)]?$`,
  'u',
)
const sign = '[≥≤><＞＜≧≦+\\-−－—~～±＋]'
const bound =
  '(?:约|达到?|超过?|突破|不低于|不高于|不超过|不少于|大于|小于|低于|高于|下降|降低|减少|增长|提高|上升|累计|年均|力争|预计|新增|控制在|保持)'
const tail = '(?:以上|以下|以内|左右|以外|强|余|\\+)?'
const number = '\\d+(?:[.,，．]\\d+)*'
const figureCell = new RegExp(
  `^[\\[［【(（〔]?(?:${sign}|${bound}|\\s)*${number}\\s*${unit}{0,2}(?:[/／]${unit})?${tail}(?:\\s*[-—–~～至]+\\s*${number}\\s*${unit}{0,2}${tail})?[\\]］】)）〕]?(?:[（(\\[].{0,12}[）)\\]])?$`,
)
const attributeCell = /^[（(]?(?:预期|约束|限制|指导|引导)性?(?:指标)?[）)]?$/
const blankCell = /^(?:[-—–－─/／\\~～*＊.…]+|无|N\/?A)$/

const yearCell = /^(?:19|20)\d{2}\s*年?(?:\s*[-—–~～至]\s*(?:19|20)\d{2}\s*年?)?$/

const longestWord = 60

export function cellKind(text: string): CellKind {
  if (text === '' || (text.length < 6 && blankCell.test(text))) return 'blank'
  if (text.length > longestWord) return 'prose'
  if (/^\d{1,3}$/.test(text)) return 'order'
  if (yearCell.test(text)) return 'year'
  if (attributeCell.test(text)) return 'attribute'
  if (text.length <= 12 && unitCell.test(text)) return 'unit'
  if (figureCell.test(text)) return 'figure'
  return /[。；]/.test(text) ? 'prose' : 'word'
}

const misfits: Readonly<Record<CellKind, Readonly<Record<ColumnRole, number>>>> = {
  order: { order: 0, year: 5, category: 6, name: 5, unit: 6, attribute: 6, figure: 0.2, text: 2 },
  year: { order: 5, year: 0, category: 5, name: 4, unit: 6, attribute: 6, figure: 0.2, text: 0.2 },
  figure: { order: 5, year: 5, category: 6, name: 5, unit: 5, attribute: 6, figure: 0, text: 1.5 },
  blank: {
    order: 3,
    year: 5,
    category: 2,
    name: 5,
    unit: 0.5,
    attribute: 0.5,
    figure: 0,
    text: 0.5,
  },
  unit: { order: 6, year: 6, category: 5, name: 4, unit: 0, attribute: 5, figure: 3, text: 3 },
  attribute: { order: 6, year: 6, category: 5, name: 5, unit: 5, attribute: 0, figure: 5, text: 3 },
  word: { order: 5, year: 5, category: 0.6, name: 0, unit: 3, attribute: 4, figure: 2, text: 0.4 },
  prose: { order: 6, year: 6, category: 5, name: 2, unit: 6, attribute: 6, figure: 4, text: 0 },
}

/** How badly a cell of this kind sits in a column of this role, from 0 to 6. */
export function misfit(kind: CellKind, role: ColumnRole): number {
  return misfits[kind][role]
}

/** What a column holds, by the text of its head. */
export function roleOfHead(head: string): ColumnRole {
  const text = head.replace(/[\s　]/g, '')
  if (/^(?:序号|编号|序|No\.?)$/i.test(text)) return 'order'
  if (/^年[份度]$/.test(text)) return 'year'
  if (/^(?:计量|指标)?单位$/.test(text)) return 'unit'
  if (/属性$|^(?:指标)?性质$/.test(text)) return 'attribute'
  if (/类别|类型|领域|维度|分类|^一级/.test(text)) return 'category'
  if (
    /\d{4}|绝对值|增[速长]|年均|累计|现状|基期|基数|[^标]值$|目标值|占比|比重|十[二三四五]五/.test(
      text,
    )
  )
    return 'figure'
  if (/^(?:主要|具体|核心|二级)?指标$|名称|任务|^项目$/.test(text)) return 'name'
  if (/投资|产值|面积|个数|数量|金额|目标$/.test(text)) return 'figure'
  return 'text'
}
