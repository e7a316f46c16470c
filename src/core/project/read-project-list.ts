import { plainEnterpriseName } from '../enterprise/duplicates.ts'
import type { OrganisationId } from '../id.ts'
import { monthPeriod, type Period } from '../period/period.ts'
import { isProjectCode, type ProjectStage, type YearPlan } from './project.ts'

export const lineDoubtCodes = [
  'code-wrong',
  'stage-unknown',
  'unit-unknown',
  'place-unknown',
  'total-unreadable',
  'amount-unreadable',
  'years-unreadable',
  'named-twice',
] as const

/** Why a line cannot be taken as it is, with what it says there. */
export interface LineDoubt {
  readonly code: (typeof lineDoubtCodes)[number]
  readonly text: string
}

/** A project as a line of a list tells it; what the list does not say is absent. */
export interface ListedProject {
  readonly line: number
  readonly name: string
  readonly code?: string
  readonly stage?: ProjectStage
  readonly unit?: OrganisationId
  readonly place?: OrganisationId
  readonly content?: string
  readonly total?: string
  readonly land?: string
  readonly from?: Period
  readonly to?: Period
  readonly yearPlans: readonly YearPlan[]
  readonly doubts: readonly LineDoubt[]
}

const columnNames = {
  name: /^(?:项目)?名称$/u,
  code: /(?:统一|项目)代码/u,
  stage: /阶段|(?:项目)?(?:状态|类型)$/u,
  unit: /责任单位|牵头单位|包联单位/u,
  place: /园区|镇街|乡镇|建设地点|所在地/u,
  content: /建设内容|建设规模/u,
  total: /^(?:计划)?总投资/u,
  land: /用地/u,
  years: /(?:建设)?(?:年限|起止|工期)/u,
} as const
type ColumnName = keyof typeof columnNames

const stageWords: readonly (readonly [ProjectStage, RegExp])[] = [
  ['producing', /投产|竣工|达产|完工/u],
  ['halted', /停建|缓建|停工/u],
  ['dropped', /终止|取消/u],
  ['building', /在建|续建|开工/u],
  ['signed', /签约|前期/u],
  ['reserve', /储备|拟建/u],
  ['idea', /谋划|策划/u],
]

export interface ProjectListWords {
  /** Units, and the parks and towns among them, by their plain names and other names. */
  readonly unitNames: ReadonlyMap<string, OrganisationId>
  readonly placeNames: ReadonlyMap<string, OrganisationId>
}

interface Head {
  readonly row: number
  readonly columns: Partial<Readonly<Record<ColumnName, number>>>
  /** Columns such as 2026年计划投资, with what makes them ten thousand yuan. */
  readonly plans: readonly { readonly year: number; readonly column: number; factor: number }[]
  readonly totalFactor: number
}

const mostRowsAboveHead = 10

/** The projects of the first sheet whose head names them; undefined where none does. */
export function readProjectList(
  sheets: readonly (readonly (readonly string[])[])[],
  words: ProjectListWords,
): readonly ListedProject[] | undefined {
  for (const sheet of sheets) {
    const head = headOf(sheet)
    if (!head) continue
    const rows = sheet.slice(head.row + 1).flatMap((cells, index) => {
      const name = (cells[head.columns.name ?? 0] ?? '').trim()
      if (name === '' || /^(?:合计|总计|小计|备注|注)/u.test(name)) return []
      return [lineOf({ line: head.row + index + 2, name, cells, head }, words)]
    })
    return withTwins(rows)
  }
  return undefined
}

function headOf(sheet: readonly (readonly string[])[]): Head | undefined {
  for (const [row, cells] of sheet.slice(0, mostRowsAboveHead).entries()) {
    const texts = cells.map((cell) => cell.replaceAll(/[\s*：:]/gu, ''))
    const columns: Partial<Record<ColumnName, number>> = {}
    for (const [column, text] of texts.entries()) {
      const found = Object.entries(columnNames).find(([, pattern]) => pattern.test(text))
      const name = found?.[0] as ColumnName | undefined
      if (name !== undefined && columns[name] === undefined) columns[name] = column
    }
    if (columns.name === undefined || columns.total === undefined) continue
    const plans = texts.flatMap((text, column) => {
      const year = /(20\d{2})年.*计划/u.exec(text)?.[1]
      return year === undefined ? [] : [{ year: Number(year), column, factor: factorOf(text) }]
    })
    return { row, columns, plans, totalFactor: factorOf(texts[columns.total] ?? '') }
  }
  return undefined
}

/** Amounts stand in 万元 where the head does not say 亿元. */
function factorOf(head: string): number {
  return head.includes('亿元') ? 10_000 : 1
}

interface Line {
  readonly line: number
  readonly name: string
  readonly cells: readonly string[]
  readonly head: Head
}

function lineOf({ line, name, cells, head }: Line, words: ProjectListWords): ListedProject {
  const doubts: LineDoubt[] = []
  const at = (column: ColumnName): string => {
    const index = head.columns[column]
    return index === undefined ? '' : (cells[index] ?? '').trim()
  }
  const read = <Value>(
    column: ColumnName,
    code: LineDoubt['code'],
    reading: (text: string) => Value | undefined,
  ): Value | undefined => {
    const text = at(column)
    if (text === '') return undefined
    const value = reading(text)
    if (value === undefined) doubts.push({ code, text })
    return value
  }
  const years = read('years', 'years-unreadable', yearsIn)
  const yearPlans = head.plans.flatMap(({ year, column, factor }) => {
    const text = (cells[column] ?? '').trim()
    if (text === '' || text === '—') return []
    const amount = amountIn(text, factor)
    if (amount === undefined) doubts.push({ code: 'amount-unreadable', text })
    return amount === undefined ? [] : [{ year, amount }]
  })
  const fields = {
    code: read('code', 'code-wrong', (text) => (isProjectCode(text) ? text : undefined)),
    stage: read('stage', 'stage-unknown', stageIn),
    unit: read('unit', 'unit-unknown', (text) => words.unitNames.get(plainEnterpriseName(text))),
    place: read('place', 'place-unknown', (text) =>
      words.placeNames.get(plainEnterpriseName(text)),
    ),
    content: at('content') === '' ? undefined : at('content'),
    total: read('total', 'total-unreadable', (text) => amountIn(text, head.totalFactor)),
    land: read('land', 'amount-unreadable', (text) => amountIn(text, 1)),
    from: years?.from,
    to: years?.to,
  }
  return { line, name, yearPlans, doubts, ...withoutUndefined(fields) }
}

type Present<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> }

function withoutUndefined<Fields extends object>(fields: Fields): Present<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Present<Fields>
}

function stageIn(text: string): ProjectStage | undefined {
  return stageWords.find(([, pattern]) => pattern.test(text))?.[0]
}

/** An exact decimal in ten thousand yuan; thousands may be parted. */
function amountIn(text: string, factor: number): string | undefined {
  const plain = text.replaceAll(/[,，\s]/gu, '')
  if (!/^\d{1,12}(?:\.\d{1,6})?$/u.test(plain)) return undefined
  return factor === 1 ? plain : String(Number((Number(plain) * factor).toFixed(4)))
}

/** 2026—2028, 2026年3月-2027年12月, 2026. */
function yearsIn(text: string): { readonly from: Period; readonly to: Period } | undefined {
  const ends = [...text.matchAll(/(20\d{2})(?:[年.](\d{1,2})月?)?/gu)].map(([, year, month]) => ({
    year: Number(year),
    month: month === undefined ? 0 : Number(month),
  }))
  const [first] = ends
  const last = ends.at(-1)
  if (!first || !last || ends.length > 2 || first.month > 12 || last.month > 12) return undefined
  return {
    from: monthPeriod(first.year, first.month || 1),
    to: monthPeriod(last.year, last.month || 12),
  }
}

function withTwins(rows: readonly ListedProject[]): readonly ListedProject[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const key = row.code ?? row.name
    if (!seen.has(key)) {
      seen.add(key)
      return row
    }
    return { ...row, doubts: [...row.doubts, { code: 'named-twice', text: key }] }
  })
}
