import type { Piece } from './grid.ts'
import type { Line } from './layout.ts'

/** Reads a row whose cells are parted by tabs. */
export function tabRow(line: Line): readonly Piece[] {
  let at = line.from
  return line.raw.split('\t').map((part) => {
    const text = part.trim()
    const start = text === '' ? at : at + part.indexOf(text)
    at += part.length + 1
    return { start, end: start + text.length, lines: text === '' ? [] : [text] }
  })
}
