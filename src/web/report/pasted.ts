import type { CellKey } from '#core/report/form.ts'
import type { EntryGrid } from './entry-grid.ts'

/** The cells of what a spreadsheet puts on the clipboard: tabs between cells, quotes around breaks. */
export function pastedCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [, quoted, plain = '', end = ''] = match
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '') break
    if (end !== '\t') rows.push([])
  }
  const last = rows.at(-1)
  // A break behind the last line is the end of it, not another line.
  return rows.length > 1 && last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows
}

/**
 * Where pasted cells land, from the cell `start` on, line by line. An empty line falls on the title of a
 * section, as it does where a printed form is copied; other lines step over it.
 */
export function landing(
  { lines }: EntryGrid,
  start: CellKey,
  pasted: readonly (readonly string[])[],
): readonly { readonly cell: CellKey; readonly text: string }[] {
  const first = lines.findIndex((line) => line.kind === 'row' && line.cells.includes(start))
  const begin = lines[first]
  if (begin?.kind !== 'row') return []
  const left = begin.cells.indexOf(start)
  const landed: { cell: CellKey; text: string }[] = []
  let at = first
  for (const texts of pasted) {
    if (texts.some((text) => text.trim() !== '')) {
      while (at < lines.length && lines[at]?.kind !== 'row') at++
    }
    const line = lines[at++]
    if (line?.kind !== 'row') continue
    for (const [index, text] of texts.entries()) {
      const cell = line.cells[left + index]
      if (cell !== undefined) landed.push({ cell, text })
    }
  }
  return landed
}
