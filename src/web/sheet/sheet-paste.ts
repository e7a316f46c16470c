import type { SheetReport } from '#contract/collection.ts'
import { readTyped } from '../report/typed-figure.ts'
import type { SheetColumn } from './sheet-columns.ts'

/** Changes of many reports: by report, then by cell. */
export type SheetChanges = ReadonlyMap<string, Readonly<Record<string, string | null>>>

export interface PastedSheet {
  readonly changes: SheetChanges
  /** Texts that are no figures, each with its reporter; they were not taken. */
  readonly wrong: readonly {
    readonly name: string
    readonly column: string
    readonly text: string
  }[]
  /** Names or codes nobody of this round has. */
  readonly unknown: readonly string[]
  /** Cells that are handed in, carried over or outside the sheet. */
  readonly skipped: number
}

/**
 * Where a block copied from a spreadsheet lands. Where its first column names the reporters, by name or unified
 * social credit code, each line goes to its reporter whatever the order; else line by line from the cell it was
 * pasted into.
 */
export function pastedSheet(
  reports: readonly SheetReport[],
  columns: readonly SheetColumn[],
  start: { readonly row: number; readonly column: number },
  lines: readonly (readonly string[])[],
): PastedSheet {
  const named = byName(reports)
  const isNamed = lines.filter(([first = '']) => named.has(keyOf(first))).length * 2 > lines.length
  const into = new Map<string, Record<string, string | null>>()
  const wrong: PastedSheet['wrong'][number][] = []
  const unknown: string[] = []
  let skipped = 0
  for (const [index, line] of lines.entries()) {
    const [first = '', ...rest] = line
    const report = isNamed ? named.get(keyOf(first)) : reports[start.row + index]
    const texts = isNamed ? rest : line
    if (!report) {
      // The first line of a copied table is its head.
      if (isNamed && index > 0) unknown.push(first)
      else if (!isNamed) skipped += texts.length
      continue
    }
    const locked = new Set<string>(report.locked)
    const changes = into.get(report.id) ?? {}
    for (const [offset, text] of texts.entries()) {
      const column = columns[start.column + offset]
      if (!column || !report.mayWrite || locked.has(column.cell)) {
        skipped += text.trim() === '' ? 0 : 1
        continue
      }
      const read = readTyped(text, column.unit)
      if (read.kind === 'figure') changes[column.cell] = read.value
      else wrong.push({ name: report.name, column: column.name, text: text.trim() })
    }
    if (Object.keys(changes).length > 0) into.set(report.id, changes)
  }
  return { changes: into, wrong, unknown, skipped }
}

function byName(reports: readonly SheetReport[]): ReadonlyMap<string, SheetReport> {
  return new Map(
    reports.flatMap((report) => [
      [keyOf(report.name), report] as const,
      ...(report.uscc === undefined ? [] : [[keyOf(report.uscc), report] as const]),
    ]),
  )
}

function keyOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase()
}
