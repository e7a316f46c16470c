import type { Table } from '../../document/document.ts'
import { unitPattern } from '../../quantity/printed-unit.ts'
import { measureIn } from './indicator-name.ts'
import type { Scope } from '../plan.ts'
import { type CellLookup, tight } from './target-grid.ts'
import type { PlanPeriod } from './target-time.ts'

/** What the columns of a table of targets hold. */
export interface TargetColumns {
  readonly headRows: number
  /** One, or several where the name is laid out over nested columns. */
  readonly names: readonly number[]
  /** What rows are named by, where the caption or the head says what is measured. */
  readonly entity?: Scope['kind']
  readonly category?: number
  readonly unit?: number
  readonly attribute?: number
  readonly baseline?: YearColumn
  readonly milestones: readonly YearColumn[]
  readonly growth: readonly GrowthColumn[]
}

export interface YearColumn {
  readonly column: number
  readonly year: number
  readonly unit?: string
  /** What the head says is measured, where columns of one table measure different things. */
  readonly measure?: string
}

export interface GrowthColumn {
  readonly column: number
  readonly to: number
  readonly isCumulative: boolean
}

const nameHead = /指标|主要目标|目标任务|^名称$|^项目$|^内容$|目标$/
const surelyName = /指标名称|目标名称|二级指标|三级指标|主要指标|具体指标|考核指标/
const entityHead =
  /产业名称|行业名称|园区名称|集群名称|^产业$|^行业$|^园区$|重点产业|产业类别|产业链|^区域$|集群|^领域$|产业领域|重点领域|平台名称|名称/
const categoryHead = /类别|分类|一级指标|维度|^领域$|^类型$|方面/
const unitHead = /^(?:计量|指标)?单位(?:（.*）)?$/
const noteHead = /来源|说明|解释|备注|责任|部门|牵头|依据|序号|编号/
const attributeHead = /属性|^性质$|指标性质|指标类型/
const growthHead = /年均|增速|增长|增幅|增减|变化|提高幅度|累计提高|降低幅度|提升幅度/
const baseHead = /现状|实绩|实际|基期|基数|基准|现值|完成|预计|(?:20\d\d年)?值?（?基/
const goalHead = /目标|规划值|预期值|期末/
const foreign =
  /项目名称|建设内容|建设性质|总投资|投资额|投资金额|起止|占地|主要任务|牵头单位|工作内容|建设规模|时序|承担单位/

/** What the columns of a table hold; tables laid out side by side give one entry each, others none. */
export function targetColumns(
  table: Table,
  at: CellLookup,
  caption: string,
  period: PlanPeriod,
): readonly TargetColumns[] {
  const headRows = Math.max(1, Math.min(table.headRows, 4))
  const heads = Array.from({ length: table.columns }, (_, column) => headOf(at, column, headRows))
  const all = heads.map((head) => head.text).join(' ')
  if (foreign.test(all) && !/指标/.test(all)) return []
  return sidesOf(heads).flatMap((side) => columnsOf(table, at, side, { headRows, caption, period }))
}

interface Setting {
  readonly headRows: number
  readonly caption: string
  readonly period: PlanPeriod
}

function columnsOf(
  table: Table,
  at: CellLookup,
  heads: readonly Head[],
  { headRows, caption, period }: Setting,
): readonly TargetColumns[] {
  const name = nameColumn(heads, caption)
  if (!name) return []
  const years = yearColumns(heads, name.column, period, caption)
  if (years.milestones.length === 0) return []
  const category = heads.findIndex(
    (head, column) => column < name.column && categoryHead.test(head.text),
  )
  const unit = heads.findIndex((head) => unitHead.test(head.text))
  const attribute = attributeColumn(table, heads)
  return [
    {
      headRows,
      names: spanned(at, name.column),
      ...(name.entity && { entity: name.entity }),
      ...(category >= 0 && { category }),
      ...(unit >= 0 && { unit }),
      ...(attribute >= 0 && { attribute }),
      ...years,
    },
  ]
}

// 指标|2025年|指标|2025年: to save paper, long tables are printed in two halves.
function sidesOf(heads: readonly Head[]): readonly (readonly Head[])[] {
  const first = heads.find(
    ({ text }) => isFree(text) && (surelyName.test(text) || /^指标$/.test(text)),
  )
  const starts = heads.flatMap(({ text }, column) => (text === first?.text ? [column] : []))
  const isRepeated =
    starts.length > 1 &&
    starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? 0) + 1)
  if (!isRepeated) return [heads]
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? heads.length
    return heads.map((head, column) => (column >= start && column < end ? head : elsewhere))
  })
}

const elsewhere: Head = { text: '·', last: '·' }

// Some tables give 预期性 and 约束性 in a column called 备注.
function attributeColumn(table: Table, heads: readonly Head[]): number {
  const named = heads.findIndex((head) => attributeHead.test(head.text))
  if (named >= 0) return named
  const cell = table.cells.find(({ text }) => /^(?:预期|约束)性?(?:指标)?$/.test(text.trim()))
  return cell && heads[cell.column] !== elsewhere ? cell.column : -1
}

interface Head {
  /** The whole head of the column, top to bottom. */
  readonly text: string
  /** Its lowest part. */
  readonly last: string
}

function headOf(at: CellLookup, column: number, headRows: number): Head {
  const parts: string[] = []
  for (let row = 0; row < headRows; row += 1) {
    const part = tight(at(row, column))
    if (part !== '' && parts.at(-1) !== part) parts.push(part)
  }
  return { text: parts.join(''), last: parts.at(-1) ?? '' }
}

function nameColumn(heads: readonly Head[], caption: string): NameColumn | undefined {
  const free = heads.map(({ text }) => isFree(text))
  const columnWhere = (isNamed: (text: string) => boolean): number =>
    heads.findIndex(({ text }, column) => free[column] === true && isNamed(text))
  for (const pattern of [surelyName, nameHead]) {
    const column = columnWhere((text) => pattern.test(text) && !categoryHead.test(text))
    if (column >= 0) return { column }
  }
  const byEntity = columnWhere((text) => entityHead.test(text))
  if (byEntity >= 0) return { column: byEntity, entity: entityOf(heads[byEntity]?.text ?? '') }
  // A head may leave the corner empty; then the caption must say that these are goals.
  const corner = /指标|目标/.test(caption) ? columnWhere((text) => text === '') : -1
  return corner >= 0 ? { column: corner } : undefined
}

interface NameColumn {
  readonly column: number
  readonly entity?: Scope['kind']
}

function isFree(head: string): boolean {
  const isYear = /20\d\d|十[一二三四五六]五|年/.test(head)
  const isOther = attributeHead.test(head) || unitHead.test(head) || noteHead.test(head)
  return !isYear && !isOther && !head.endsWith('值')
}

function entityOf(head: string): Scope['kind'] {
  if (/园区|平台|片区|组团|区域/.test(head)) return 'park'
  return /产业|行业|集群|领域/.test(head) ? 'industry' : 'other'
}

function spanned(at: CellLookup, column: number): readonly number[] {
  const head = at(0, column)
  if (!head || head.columnSpan === 1) return [column]
  return Array.from({ length: head.columnSpan }, (_, index) => head.column + index)
}

function yearColumns(
  heads: readonly Head[],
  nameAt: number,
  period: PlanPeriod,
  caption: string,
): Pick<TargetColumns, 'baseline' | 'milestones' | 'growth'> {
  const values: (YearColumn & { readonly isBase: boolean; readonly isGoal: boolean })[] = []
  const growth: GrowthColumn[] = []
  for (const [column, head] of heads.entries()) {
    if (column === nameAt) continue
    const year = yearOf(head.text, period)
    const isGoal = goalHead.test(head.text)
    if (growthHead.test(head.last) && !/增加值/.test(head.last.replace(growthHead, ''))) {
      growth.push({
        column,
        to: year ?? values.at(-1)?.year ?? period.end,
        isCumulative: /累计|总增|比20\d\d/.test(head.text) && !/年均/.test(head.text),
      })
      continue
    }
    const isBase = baseHead.test(head.text) && !isGoal
    if (year === undefined && !isGoal && !isBase) continue
    if (year === undefined && categoryHead.test(head.text)) continue
    const at = year ?? (isBase ? period.start - 1 : (yearOf(caption, period) ?? period.end))
    values.push({ column, year: at, isBase, isGoal, ...unitIn(head.text), ...measureOf(head.text) })
  }
  const baseline = baselineOf(values, period)
  const milestones = values.filter(
    (value) =>
      value.column !== baseline?.column &&
      value.year >= period.start &&
      !(value.isBase && !value.isGoal && value.year < period.end),
  )
  return {
    ...(baseline && { baseline: plainYear(baseline) }),
    milestones: milestones.map(plainYear),
    growth,
  }
}

function plainYear({ column, year, unit, measure }: YearColumn): YearColumn {
  return {
    column,
    year,
    ...(unit !== undefined && { unit }),
    ...(measure !== undefined && { measure }),
  }
}

type ValueColumn = YearColumn & { readonly isBase: boolean; readonly isGoal: boolean }

// The last year before the plan; or the first year of the plan, where it stands as the present state.
function baselineOf(values: readonly ValueColumn[], period: PlanPeriod): ValueColumn | undefined {
  const earlier = values.filter((value) => value.year < period.start || value.isBase)
  if (earlier.length > 0) return earlier.toSorted((a, b) => a.year - b.year).at(-1)
  const [first, second] = values.toSorted((a, b) => a.year - b.year)
  const isPresent =
    first && second && first.year === period.start && !first.isGoal && second.year > first.year + 1
  return isPresent ? first : undefined
}

function yearOf(head: string, period: PlanPeriod): number | undefined {
  const years = [...head.replace(/(?:比|较)20\d\d/g, '').matchAll(/20\d\d/g)].map((match) =>
    Number(match[0]),
  )
  if (years.length > 0) return Math.max(...years)
  const plan = /十(?<number>[一二三四五六])五/.exec(head)?.groups?.['number']
  if (plan) return 2010 + '一二三四五六'.indexOf(plan) * 5
  return /规划期?末|期末/.test(head) ? period.end : undefined
}

function unitIn(head: string): { readonly unit?: string } {
  const unit = unitInBrackets(head)?.unit
  return unit === undefined ? {} : { unit }
}

function measureOf(head: string): { readonly measure?: string } {
  const measure = measureIn(head)
  return measure === undefined ? {} : { measure }
}

const brackets = new RegExp(
  `[（(](?<unit>(?:累计)?(?:${unitPattern}|[万亿]?[\\p{Script=Han}]{1,3}/[万亿]?[\\p{Script=Han}]{1,4}))[）)]$`,
  'u',
)

/** Splits a unit in brackets off a name: 工业增加值（亿元） → 工业增加值, 亿元. */
export function unitInBrackets(
  name: string,
): { readonly rest: string; readonly unit: string } | undefined {
  const match = brackets.exec(name)
  const unit = match?.groups?.['unit']
  return match && unit ? { rest: name.slice(0, match.index), unit } : undefined
}
