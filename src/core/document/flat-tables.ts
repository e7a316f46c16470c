import { gridOf, type Grid, textOf } from './grid.ts'
import type { Line } from './layout.ts'
import { isContents } from './contents.ts'
import { tabCellRows } from './tab-cells.ts'
import { tabRow } from './tab-rows.ts'

/** A table found in lines: the lines it takes, from the one at `first` up to that before `next`. */
export interface FoundTable extends Grid {
  readonly next: number
  readonly start: number
  readonly end: number
}

/** The table that begins at line `first`, if one does. */
export function flatTableAt(lines: readonly Line[], first: number): FoundTable | undefined {
  const line = lines[first]
  if (!line?.raw.includes('\t') || isContents(line.text)) return undefined
  return isRow(line) ? tabTable(lines, first) : tabCellTable(lines, first)
}

const isRow = (line: Line): boolean => /\S\t|\t.*\t/.test(line.raw)

function tabTable(lines: readonly Line[], first: number): FoundTable | undefined {
  const taken: Line[] = []
  let next = first
  let index = first
  for (let line = lines[index]; line; line = lines[index]) {
    if (isRow(line)) {
      taken.push(line)
      next = index + 1
    } else if (line.text !== '') break
    index += 1
  }
  if (taken.length < 2) return undefined
  const rows = withoutRepeatedHead(taken.map(tabRow).map((row) => [...row]))
  return found(gridOf(rows), next)
}

function withoutRepeatedHead<Row extends ReturnType<typeof tabRow>>(
  rows: readonly Row[],
): readonly Row[] {
  const head = rows[0]?.map(textOf).join('\t')
  return rows.filter((row, index) => index === 0 || row.map(textOf).join('\t') !== head)
}

function tabCellTable(lines: readonly Line[], first: number): FoundTable | undefined {
  const taken: Line[] = []
  let next = first
  let blanks = 0
  let sinceTab = 0
  for (let index = first; index < lines.length; index += 1) {
    const line = lines[index]
    if (!line) break
    const tab = line.raw.startsWith('\t')
    blanks = line.text === '' && !tab ? blanks + 1 : 0
    sinceTab = tab ? 0 : sinceTab + (line.text === '' ? 0 : 1)
    if (blanks > 1 || sinceTab > 3 || line.text.length > 400) break
    taken.push(line)
    if (tab) next = index + 1
    // Lines after the last tab belong to its cell up to the blank line.
    else if (line.text !== '' && lines[index - 1]?.text !== '' && next === index) next = index + 1
  }
  const rows = tabCellRows(taken.slice(0, next - first))
  if (rows.length < 2 || Math.max(...rows.map((row) => row.length)) < 2) return undefined
  return found(gridOf(rows), next)
}

function found(grid: Grid, next: number): FoundTable | undefined {
  const printed = grid.cells.filter((cell) => cell.text !== '')
  if (printed.length < 2) return undefined
  const start = Math.min(...grid.cells.map((cell) => cell.start))
  const end = Math.max(...grid.cells.map((cell) => cell.end))
  return { ...grid, next, start, end }
}
