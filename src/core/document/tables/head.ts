import { cellKind } from './cell-kind.ts'
import { isBlank, type Piece } from './piece.ts'

const yearHead = /^(?:到|至)?\s*(?:19|20)\d{2}(?:\s*[-—–~～至]\s*(?:19|20)?\d{2})?\s*年?/
const headWord =
  /序号|编号|类别|类型|领域|指标|名称|单位|属性|性质|备注|绝对值|增[速长]|现状|基期|目标|年份|任务|时限|时间|期限|投资|内容|规模|定位|方向|产业|产值|面积|占比|比重|主体|地址|选址|阶段|重点|年限|用地|企业|产品|累计|年均/
const longestHead = 40

/** Whether a text reads like the head of a column. */
export function isHeadText(text: string): boolean {
  const short = text.replace(/[\s　]/g, '')
  return (
    short.length <= longestHead &&
    (yearHead.test(short) || (headWord.test(short) && cellKind(short) === 'word'))
  )
}

/** How many of the first rows are head: the first, and those below that only name what it leaves open. */
export function headRowsOf(rows: readonly (readonly Piece[])[], columns: number): number {
  const [first, second] = rows
  if (!first || rows.length < 2 || !isHead(first, second)) return 0
  let count = 1
  while (
    count < 3 &&
    count < rows.length - 1 &&
    isLowerHead(rows[count - 1] ?? [], rows[count] ?? [], columns)
  ) {
    count += 1
  }
  return count
}

function isHead(row: readonly Piece[], below: readonly Piece[] | undefined): boolean {
  const printed = row.filter((piece) => !isBlank(piece))
  if (printed.length < 2) return false
  const likely = printed.filter((piece) => isHeadText(piece.text)).length
  const figures = printed.filter((piece) => isFigure(piece.text)).length
  if (figures > 0 || printed.some((piece) => piece.text.length > longestHead)) return false
  if (likely * 2 >= printed.length) return true
  // Heads in words of their own stand over figures, and over every column.
  return printed.length === row.length && (below ?? []).some((piece) => isFigure(piece.text))
}

function isFigure(text: string): boolean {
  const kind = cellKind(text)
  return kind === 'figure' || kind === 'order'
}

function isLowerHead(above: readonly Piece[], row: readonly Piece[], columns: number): boolean {
  const printed = row.filter((piece) => !isBlank(piece))
  if (printed.length < 2 || printed.some((piece) => !isHeadText(piece.text))) return false
  if (row.length < columns) return above.length + row.length > columns
  if (!isBlank(row[0])) return false
  return (
    above.length < row.length ||
    above.some((piece, index) => isBlank(piece) && !isBlank(row[index]))
  )
}
