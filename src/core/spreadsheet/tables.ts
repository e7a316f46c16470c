import { isOwn, type Sheet, textAt } from './grid.ts'
import { readFigure } from './read-figure.ts'

/** A text that stands alone above or below a table. */
export interface LoneText {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** Where a table lies on its sheet; all bounds are inside it. */
export interface TableShape {
  readonly left: number
  readonly right: number
  readonly headRows: readonly number[]
  readonly bodyRows: readonly number[]
  /** Columns whose body names things rather than measures them. */
  readonly labelColumns: readonly number[]
  readonly figureColumns: readonly number[]
  readonly titles: readonly LoneText[]
  readonly notes: readonly LoneText[]
}

type RowKind = 'blank' | 'lone' | 'words' | 'figures' | 'numbering'

const note =
  /^(?:备?注|说明|注释|.{0,2}数据来源|资料来源|来源|填[报表制]|制表|编制|审[核签]|负责人|联系|报送|单位负责人|统计负责人)/
const meta =
  /(?:单位[:：]|编制|制表|填报|报送|表[ 　]*号|制定机关|文[ 　]*号|有效期|20\d\d年\d{1,2}月\d{1,2}日$)/

// 表号、制定机关 and who reports stand above a statistical form in several cells of a row.
const formHead =
  /^(?:表号|制定机关|(?:批准|备案)?文号|有效期至?)[:：]?|^(?:单位(?:详细)?名称|统一社会信用代码|组织机构代码|尚未领取).{0,12}[:：□]/

/** The tables of a sheet from top to bottom, those beside each other from left to right. */
export function findTables(sheet: Sheet): readonly TableShape[] {
  const kinds = Array.from({ length: sheet.height }, (_, row) => kindOfRow(sheet, row))
  const all = bands(sheet, kinds)
  const titles: (readonly LoneText[])[] = []
  return all.flatMap((band, index) => {
    const from = index === 0 ? 0 : (all[index - 1]?.last ?? -1) + 1
    const to = all[index + 1]?.first ?? sheet.height
    const own = loneTexts(sheet, kinds, from, band.first - 1).filter(
      ({ text }) => index === 0 || !note.test(text),
    )
    titles.push(isContinued(sheet, own, band, all[index - 1]) ? (titles[index - 1] ?? own) : own)
    return tablesOf(sheet, band, {
      titles: titles[index] ?? own,
      notes: loneTexts(sheet, kinds, band.last + 1, to - 1).filter(
        ({ text }) => index === all.length - 1 || note.test(text),
      ),
    })
  })
}

/** 续表: the head of the table before once more, with nothing of its own above it. */
function isContinued(
  sheet: Sheet,
  titles: readonly LoneText[],
  band: Band,
  before: Band | undefined,
): boolean {
  if (!before || !titles.every(({ text }) => /^[(（]?(?:接上[页表]|续)/.test(text))) return false
  return headText(sheet, band) !== '' && headText(sheet, band) === headText(sheet, before)
}

function headText(sheet: Sheet, { head }: Band): string {
  return head
    .flatMap((row) =>
      Array.from({ length: sheet.width }, (_, column) => textAt(sheet, row, column)),
    )
    .join('|')
}

function kindOfRow(sheet: Sheet, row: number): RowKind {
  const cells = Array.from({ length: sheet.width }, (_, column) => column).filter(
    (column) => isOwn(sheet, row, column) || sheet.at(row, column)?.formula === 'lost',
  )
  const texts = cells.map((column) => textAt(sheet, row, column))
  if (texts.length === 0) return 'blank'
  const told = texts.filter((text) => !meta.test(text) && !note.test(text))
  if (texts.length === 1 || told.length === 0) return 'lone'
  if (texts.some((text) => formHead.test(text.replaceAll(/\s/g, '')))) return 'lone'
  if (isNumbering(texts)) return 'numbering'
  const figures = cells.filter((column) => isFigureLike(sheet, row, column))
  const isHead =
    figures.length > 0 &&
    figures.every((column) => isYear(textAt(sheet, row, column))) &&
    figures.length < cells.length
  if (figures.length > 0 && !isHead) return 'figures'
  return told.length <= 1 && !isHead ? 'lone' : 'words'
}

// 甲 乙 1 2 3: the numbers of the columns under a head.
function isNumbering(texts: readonly string[]): boolean {
  const rest = texts
    .filter((text) => !/^[甲乙丙丁A-D]$/.test(text))
    .map((text) => text.replace(/[()（）]/g, ''))
  return (
    rest.length >= 2 &&
    texts.length >= 3 &&
    rest.every((text, index) => text === String(Number(rest[0]) + index)) &&
    /^[1-5]$/.test(rest[0] ?? '')
  )
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d\d年?$/.test(text)
}

function isFigureLike(sheet: Sheet, row: number, column: number): boolean {
  const cell = sheet.at(row, column)
  // An index in the margin and a code are no figures.
  if (cell && /^[\dA-Z]{15,18}$/.test(cell.text.trim())) return false
  const read = readFigure(cell)
  if (read.kind === 'refused') {
    return read.why === 'error-cell' || read.why === 'formula-without-value'
  }
  return read.kind === 'value' || read.kind === 'placeholder'
}

interface Band {
  readonly first: number
  readonly last: number
  readonly head: readonly number[]
  readonly body: readonly number[]
}

/** Stretches of rows that hold a head and what stands under it. */
function bands(sheet: Sheet, kinds: readonly RowKind[]): readonly Band[] {
  const found: Band[] = []
  let row = 0
  while (row < kinds.length) {
    const first = nextOf(kinds, row, 'figures')
    if (first === undefined) break
    const head = headAbove(kinds, first, row)
    const body = bodyBelow(sheet, kinds, first, (head.at(-1) ?? first - 1) + 1)
    const last = body.at(-1) ?? first
    found.push({ first: head[0] ?? first, last, head, body })
    row = last + 1
  }
  return found
}

function nextOf(kinds: readonly RowKind[], from: number, kind: RowKind): number | undefined {
  const found = kinds.findIndex((one, row) => row >= from && one === kind)
  return found < 0 ? undefined : found
}

// 一、规模以上工业 may stand between the head and the first figures.
function headAbove(kinds: readonly RowKind[], first: number, limit: number): readonly number[] {
  let bottom = first
  while (bottom > limit && kinds[bottom - 1] === 'lone') bottom--
  if (kinds[bottom - 1] !== 'words' && kinds[bottom - 1] !== 'numbering') return []
  let top = bottom
  while (top > limit && (kinds[top - 1] === 'words' || kinds[top - 1] === 'numbering')) top--
  return Array.from({ length: bottom - top }, (_, index) => top + index)
}

function bodyBelow(
  sheet: Sheet,
  kinds: readonly RowKind[],
  first: number,
  from: number,
): readonly number[] {
  const body: number[] = []
  for (let row = from; row < kinds.length; row++) {
    const kind = kinds[row]
    if (kind === 'figures') body.push(row)
    else if (kind === 'words' && isNewHead(sheet, kinds, row, first)) break
    else if (kind === 'words') body.push(row)
    else if (kind === 'lone' && isGroup(sheet, kinds, row, first)) body.push(row)
    else if (kind === 'blank' && kinds[row + 1] === 'figures') continue
    else if (row > first && kind !== 'numbering') break
  }
  return body
}

// Words where the table has its figures, with figures below them, begin another table.
function isNewHead(sheet: Sheet, kinds: readonly RowKind[], row: number, first: number): boolean {
  const below = kinds.findIndex(
    (kind, place) => place > row && kind !== 'words' && kind !== 'numbering',
  )
  if (kinds[below] !== 'figures' && kinds[below] !== 'lone') return false
  const columns = Array.from({ length: sheet.width }, (_, column) => column)
  const figures = columns.filter((column) => isFigureLike(sheet, first, column))
  const worded = figures.filter(
    (column) => isOwn(sheet, row, column) && !isFigureLike(sheet, row, column),
  )
  return worded.length * 2 > figures.length
}

// 一、规模以上工业: a row that names the group below it, in the column of the labels.
function isGroup(sheet: Sheet, kinds: readonly RowKind[], row: number, first: number): boolean {
  const column =
    Array.from({ length: sheet.width }, (_, each) => each).find((each) =>
      isOwn(sheet, row, each),
    ) ?? 0
  const text = textAt(sheet, row, column)
  return (
    kinds[row + 1] === 'figures' &&
    !note.test(text) &&
    !meta.test(text) &&
    !isFigureLike(sheet, first, column) &&
    isNarrow(sheet, row, column)
  )
}

function isNarrow(sheet: Sheet, row: number, column: number): boolean {
  const [r, c] = sheet.origin(row, Math.min(column + 3, sheet.width - 1))
  return r !== row || c !== column || column + 3 >= sheet.width
}

function loneTexts(
  sheet: Sheet,
  kinds: readonly RowKind[],
  from: number,
  to: number,
): readonly LoneText[] {
  const texts: LoneText[] = []
  for (let row = from; row <= to; row++) {
    if (kinds[row] === 'blank' || kinds[row] === 'figures') continue
    for (let column = 0; column < sheet.width; column++) {
      if (isOwn(sheet, row, column)) texts.push({ row, column, text: textAt(sheet, row, column) })
    }
  }
  return texts
}

function tablesOf(
  sheet: Sheet,
  { head, body }: Band,
  around: Pick<TableShape, 'titles' | 'notes'>,
): readonly TableShape[] {
  const rows = [...head, ...body]
  const columns = Array.from({ length: sheet.width }, (_, column) => column)
  const filled = columns.map((column) => rows.some((row) => textAt(sheet, row, column) !== ''))
  const stretches: number[][] = []
  for (const column of columns) {
    if (filled[column] !== true) continue
    const last = stretches.at(-1)
    if (last?.at(-1) === column - 1) last.push(column)
    else stretches.push([column])
  }
  const shapes = joined(
    stretches.map((stretch) => shapeOf(sheet, { head, body, columns: stretch })),
  )
  return shapes.map((shape) => ({ ...shape, ...around }))
}

type Bare = Omit<TableShape, 'titles' | 'notes'>

// A gap between columns parts two tables only where both name their rows themselves.
function joined(shapes: readonly Bare[]): readonly Bare[] {
  return shapes
    .reduce<Bare[]>((all, shape) => {
      const before = all.at(-1)
      if (before && (shape.labelColumns.length === 0 || before.figureColumns.length === 0)) {
        all[all.length - 1] = {
          ...before,
          right: shape.right,
          labelColumns: [...before.labelColumns, ...shape.labelColumns],
          figureColumns: [...before.figureColumns, ...shape.figureColumns],
        }
        return all
      }
      return [...all, shape]
    }, [])
    .filter(
      ({ figureColumns, labelColumns }) => figureColumns.length > 0 && labelColumns.length > 0,
    )
}

function shapeOf(
  sheet: Sheet,
  {
    head,
    body,
    columns,
  }: {
    readonly head: readonly number[]
    readonly body: readonly number[]
    readonly columns: readonly number[]
  },
): Bare {
  const isLabel = columns.map(
    (column) => isLabelColumn(sheet, body, column) || isOrderColumn(sheet, head, body, column),
  )
  return {
    left: columns[0] ?? 0,
    right: columns.at(-1) ?? 0,
    headRows: head,
    bodyRows: body,
    labelColumns: columns.filter((_, index) => isLabel[index] === true),
    figureColumns: columns.filter((_, index) => isLabel[index] !== true),
  }
}

/** More of its cells are words than figures. */
function isLabelColumn(sheet: Sheet, body: readonly number[], column: number): boolean {
  const filled = body.filter((row) => textAt(sheet, row, column) !== '')
  const words = filled.filter((row) => !isFigureLike(sheet, row, column))
  return filled.length > 0 && words.length * 2 > filled.length
}

function isOrderColumn(
  sheet: Sheet,
  head: readonly number[],
  body: readonly number[],
  column: number,
): boolean {
  const titles = head.map((row) => textAt(sheet, row, column))
  if (titles.some((text) => /^(?:序[ 　]*号?|编号|行次|No\.?|.{0,4}代码|年份|月份)$/i.test(text)))
    return true
  if (titles.some((text) => text !== '')) return false
  const numbers = body.map((row) => textAt(sheet, row, column)).filter((text) => text !== '')
  return numbers.length > 1 && numbers.every((text, index) => text === String(index + 1))
}
