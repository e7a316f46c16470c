import { plainEnterpriseName } from './duplicates.ts'
import type { ImportedRow, RowDoubt } from './imported-row.ts'
import { type IndustryTree, isIndustryClass } from './industry.ts'
import { normaliseUscc, readUscc } from './uscc.ts'

/** What a list may call the columns we read; the first that fits a column counts. */
const columnNames = {
  name: /^(?:企业|单位|公司|法人单位)(?:详细)?(?:名称|全称)$|^名称$/u,
  uscc: /信用代码|^(?:社会)?信用码$/u,
  industry: /行业(?:小类)?代码|^行业(?:小类)?$|国民经济行业/u,
  place: /园区|镇街|乡镇|街镇|所属(?:镇|街道)|所在地/u,
  products: /(?:主要|主营)?产品|主营业务/u,
  address: /地址|住所/u,
  established: /(?:成立|开业|注册)(?:日期|时间)/u,
  contact: /联系人|负责人/u,
  phone: /电话|手机|联系方式/u,
} as const

type ColumnName = keyof typeof columnNames
type Columns = Partial<Readonly<Record<ColumnName, number>>>

// A title and a note may stand above the head.
const mostRowsAboveHead = 10

export interface ListWords {
  readonly industries: IndustryTree
  /** Parks and towns by their plain names and other names. */
  readonly placeNames: ReadonlyMap<string, string>
}

/**
 * The enterprises of the first sheet whose head names them, with what must be looked at. Sheets are rows
 * of shown texts. Undefined where no sheet has a column of names.
 */
export function readList(
  sheets: readonly (readonly (readonly string[])[])[],
  words: ListWords,
): readonly ImportedRow[] | undefined {
  for (const sheet of sheets) {
    const head = headOf(sheet)
    if (head) return withTwins(rowsOf(sheet, head, words))
  }
  return undefined
}

interface Head {
  readonly row: number
  readonly columns: Columns
}

function headOf(sheet: readonly (readonly string[])[]): Head | undefined {
  for (const [row, cells] of sheet.slice(0, mostRowsAboveHead).entries()) {
    const columns: Partial<Record<ColumnName, number>> = {}
    for (const [column, cell] of cells.entries()) {
      const text = cell.replaceAll(/[\s（）()*：:]/gu, '')
      const known = Object.entries(columnNames).find(([, pattern]) => pattern.test(text))
      const name = known?.[0] as ColumnName | undefined
      if (name !== undefined && columns[name] === undefined) columns[name] = column
    }
    if (columns.name !== undefined) return { row, columns }
  }
  return undefined
}

function rowsOf(
  sheet: readonly (readonly string[])[],
  { row: headRow, columns }: Head,
  words: ListWords,
): readonly ImportedRow[] {
  return sheet.slice(headRow + 1).flatMap((cells, index) => {
    const at = (name: ColumnName): string => {
      const column = columns[name]
      return column === undefined ? '' : (cells[column] ?? '').trim()
    }
    const name = at('name')
    // A line of totals or of remarks names no enterprise.
    if (plainEnterpriseName(name).length < 2 || /^(?:合计|总计|小计|备注|注)/u.test(name)) return []
    return [rowOf({ line: headRow + index + 2, name, at, hasCodes: 'uscc' in columns }, words)]
  })
}

interface RawRow {
  readonly line: number
  readonly name: string
  readonly at: (name: ColumnName) => string
  readonly hasCodes: boolean
}

function rowOf({ line, name, at, hasCodes }: RawRow, words: ListWords): ImportedRow {
  const doubts: RowDoubt[] = []
  const code = normaliseUscc(at('uscc'))
  const read = readUscc(code)
  if (code === '' && hasCodes) doubts.push({ code: 'uscc-missing' })
  if (code !== '' && !read.ok) doubts.push({ code: 'uscc-wrong', problem: read.error })
  const industry = industryIn(at('industry'), words.industries)
  if (at('industry') !== '' && industry === undefined) {
    doubts.push({ code: 'industry-unknown', text: at('industry') })
  }
  const placeId = words.placeNames.get(plainEnterpriseName(at('place')))
  if (at('place') !== '' && placeId === undefined) {
    doubts.push({ code: 'place-unknown', text: at('place') })
  }
  const established = dayIn(at('established'))
  if (at('established') !== '' && established === undefined) {
    doubts.push({ code: 'day-unreadable', text: at('established') })
  }
  return {
    line,
    name,
    doubts,
    ...(read.ok && { uscc: read.value }),
    ...(industry !== undefined && { industry }),
    ...(placeId !== undefined && { placeId }),
    ...filled('place', at('place')),
    ...filled('products', at('products')),
    ...filled('address', at('address')),
    ...(established !== undefined && { established }),
    ...filled('contact', at('contact')),
    ...filled('phone', at('phone')),
  }
}

function filled<Name extends string>(name: Name, text: string): Partial<Record<Name, string>> {
  return text === '' ? {} : ({ [name]: text } as Record<Name, string>)
}

/** A class by its code, or by its name: `3421`, `C3421 金属切削机床制造`, `金属切削机床制造`. */
function industryIn(text: string, tree: IndustryTree): string | undefined {
  const code = /(?:^|[^\d])(\d{4})(?!\d)/u.exec(text)?.[1]
  if (code !== undefined && isIndustryClass(tree, code)) return code
  const named = [...tree.values()].find(({ level, name }) => level === 'class' && name === text)
  return named?.code
}

/** A day as lists write it: 2011-03-04, 2011/3/4, 2011年3月4日, 20110304. */
function dayIn(text: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s.*)?$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/u.exec(text) ??
    []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  return isDay ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined
}

/** Two lines with one code are doubted, the second and all after it. */
function withTwins(rows: readonly ImportedRow[]): readonly ImportedRow[] {
  const lines = new Map<string, number>()
  return rows.map((row) => {
    if (row.uscc === undefined) return row
    const first = lines.get(row.uscc)
    if (first === undefined) {
      lines.set(row.uscc, row.line)
      return row
    }
    return { ...row, doubts: [...row.doubts, { code: 'uscc-twice', line: first }] }
  })
}
