import { joinLines } from '../join-lines.ts'
import type { Line } from '../layout.ts'
import type { Piece } from './piece.ts'

/**
 * Reads a table that was written one cell after the other: a cell begins with a tab at the start of
 * a line, lines without one continue it, and a row is followed by a blank line.
 */
export function tabCellRows(lines: readonly Line[]): readonly (readonly Piece[])[] {
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
