import { columnOf } from '../table-view.ts'

/** Where a table of projects has what; a column the table does not have is undefined. */
export interface ProjectColumns {
  readonly name: number
  readonly no: number | undefined
  readonly sector: number | undefined
  readonly nature: number | undefined
  readonly content: number | undefined
  readonly count: number | undefined
  readonly investment: number | undefined
  readonly land: number | undefined
  readonly output: number | undefined
  readonly time: number | undefined
  readonly start: number | undefined
  readonly end: number | undefined
}

/** The columns of a table of projects; undefined where the heads are those of another table. */
export function projectColumns(heads: readonly string[]): ProjectColumns | undefined {
  const name = columnOf(
    heads,
    /^(?:重点|重大|建设)?项目名称/,
    /项目名|工程名/,
    /^(?:重点|重大|建设)?(?:项目|工程)$/,
    /^名称$/,
  )
  const columns = {
    no: columnOf(heads, /序号|编号/),
    sector: columnOf(
      heads,
      /所属(?:产业|行业|领域)|产业(?:类别|领域|链)|行业类别|项目类[别型]|^(?:产业|行业|领域|类别)$/,
    ),
    nature: columnOf(heads, /建设性质|项目性质|^性质/),
    content: columnOf(
      heads,
      /建设内容|主要内容|建设规模|项目内容|内容及规模|规模及内容|项目概况|^内容/,
    ),
    count: columnOf(heads, /项目个数|个数|项目数/),
    investment: columnOf(
      heads,
      // Not what is to be spent in a single year or came from one purse.
      /^(?!.*(?:20\d\d|年度|本年|当年|“十|完成|到位|资金来源)).*总投资/,
      /^(?!.*(?:20\d\d|年度|本年|当年|“十|完成|到位|资金来源)).*投资/,
      /总投资|投资/,
    ),
    land: columnOf(heads, /占地|用地|土地/),
    output: columnOf(heads, /年?产值|达产/),
    time: columnOf(
      heads,
      /建设年限|建设周期|起止年限|建设起止|起止时间|项目时序|建设时序|建设时间|建设工期|建设期限?|实施年限|实施时间|实施周期|时序|年限/,
    ),
    start: columnOf(heads, /开工(?:时间|年|日期)|开始/),
    end: columnOf(heads, /竣工(?:时间|年|日期)|建成(?:时间|年)|完工|投产时间/),
  }
  const { content, investment, time, nature, land } = columns
  const isProjects = [content, investment, time, nature, land].some(
    (column) => column !== undefined,
  )
  return name !== undefined && isProjects ? { name, ...columns } : undefined
}

export function isProjectTable(heads: readonly string[]): boolean {
  return projectColumns(heads) !== undefined
}
