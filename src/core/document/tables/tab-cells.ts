import { isFootNote } from '../captions.ts'
import { headingMark } from '../heading-marks.ts'
import { joinLines } from '../join-lines.ts'
import type { Line } from '../layout.ts'
import type { FoundRows } from './found.ts'
import { isHeadText } from './head.ts'
import { isBlank, type Piece } from './piece.ts'

const longestCell = 2_000

/** The rows of cells that begin with a tab, from line `first` on up to two blank lines. */
export function tabCells(lines: readonly Line[], first: number): FoundRows {
  let next = first
  let blanks = 0
  for (let index = first; index < lines.length; index += 1) {
    const line = lines[index]
    if (!line || line.raw.length > longestCell) break
    if (beginsCell(line)) {
      blanks = 0
      next = index + 1
    } else if (line.text === '') {
      blanks += 1
      if (blanks > 1) break
    } else if (isFootNote(line.text) || isHeadingOfText(line.text)) break
    else {
      // Behind a blank line a cell goes on only if another cell follows soon.
      if (blanks > 0 && !lines.slice(index + 1, index + 4).some(beginsCell)) break
      if (blanks === 0) next = index + 1
      blanks = 0
    }
  }
  return { rows: tabCellRows(lines.slice(first, next)), next }
}

function isHeadingOfText(text: string): boolean {
  const family = headingMark(text)?.family
  return family === 'chapter' || family === 'section' || family === 'comma'
}

const longText = 40

/**
 * Whether what looks like cells is text whose paragraphs begin with a tab: it has no head, and most rows
 * have a length of their own or many of their cells are sentences.
 */
export function isIndentedText(rows: readonly (readonly Piece[])[]): boolean {
  const [first = []] = rows.filter((row) => row.length > 1)
  const printed = first.filter((piece) => !isBlank(piece))
  if (
    printed.length > 1 &&
    printed.filter((piece) => isHeadText(piece.text)).length * 2 >= printed.length
  )
    return false
  const wide = rows.filter((row) => row.length > 1)
  const usual = usualLength(wide)
  const cells = wide.flat().filter((piece) => !isBlank(piece))
  const sentences = cells.filter(({ text }) => text.length > longText && /[。；]/.test(text))
  return (
    wide.filter((row) => row.length === usual).length * 2 < wide.length ||
    sentences.length * 3 > cells.length
  )
}

/**
 * Reads a table that was written one cell after the other: a cell begins with a tab at the start of
 * a line, lines without one continue it, and a row is followed by a blank line.
 */
function tabCellRows(lines: readonly Line[]): readonly (readonly Piece[])[] {
  const groups = groupsOf(lines)
  const columns = usualLength(groups)
  const rows: Piece[][] = []
  for (const group of groups) {
    const last = rows.at(-1)
    // A cell that ends with an empty paragraph looks like the end of its row.
    if (last && last.length > 1 && last.length + group.length === columns) last.push(...group)
    else rows.push([...group])
  }
  return rows
}

export function beginsCell(line: Line): boolean {
  return line.raw.startsWith('\t')
}

function groupsOf(lines: readonly Line[]): readonly (readonly Piece[])[] {
  const groups: Line[][][] = []
  let parted = true
  for (const line of lines) {
    if (line.text === '' && !beginsCell(line)) {
      parted = true
      continue
    }
    const group = groups.at(-1)
    if (!group || (parted && beginsCell(line))) groups.push([[line]])
    else if (beginsCell(line)) group.push([line])
    else group.at(-1)?.push(line)
    parted = false
  }
  return groups.map((group) => group.map(pieceOf))
}

function pieceOf(lines: readonly Line[]): Piece {
  const printed = lines.filter((line) => line.text !== '')
  const first = printed[0] ?? lines[0]
  const last = printed.at(-1) ?? first
  const text = joinLines(printed.map((line) => line.text).join('\n'))
  return { start: first?.start ?? 0, end: last?.end ?? 0, text }
}

function usualLength(groups: readonly (readonly Piece[])[]): number {
  const counts = new Map<number, number>()
  for (const group of groups) counts.set(group.length, (counts.get(group.length) ?? 0) + 1)
  return [...counts].toSorted(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 0
}
