import {
  type Caption,
  captionAbove,
  captionBelow,
  isHeadingCaption,
  unitBelow,
} from './captions.ts'
import { contentsLines } from './contents.ts'
import { type Draft, paragraphDraft, type TableDraft } from './draft.ts'
import type { Laid, LaidTable, Line } from './layout.ts'
import { nativeTable } from './native-table.ts'
import { tableAt } from './tables/find-table.ts'
import { titlePage } from './title-page.ts'

const pageNumber = /^[-—–]\s?\d{1,3}\s?[-—–]$/

/** What is printed, one after the other: lines and tables; blank lines are only counted. */
export type Item = LineItem | TableItem

export interface LineItem {
  readonly kind: 'line'
  readonly line: Line
  /** How many blank lines stand before it. */
  readonly blanks: number
  /** What the line is, where that is settled: title page, contents, captions. */
  readonly drafts?: readonly Draft[]
}

interface TableItem {
  readonly kind: 'table'
  readonly table: TableDraft
  readonly blanks: number
}

/** Finds the title page, the tables of contents and the tables; all other lines are left to be read. */
export function flowOf(laid: readonly Laid[]): readonly Item[] {
  const settled = settledLines(laid)
  const tables = new Map<Laid, TableDraft>()
  const covered = new Set<Line>()
  for (const { lines, native } of runsOf(laid, settled)) {
    for (const found of tablesIn(lines)) {
      tables.set(found.first, found.table)
      for (const line of found.lines) covered.add(line)
      settleCaption(found.caption, settled)
    }
    if (!native) continue
    const caption = captionAbove(lines.filter((line) => !covered.has(line)))
    tables.set(native, nativeTable(native, caption))
    settleCaption(caption, settled)
  }
  return itemsOf(laid, { tables, covered, settled })
}

type Settled = Map<Line, readonly Draft[]>

function settledLines(laid: readonly Laid[]): Settled {
  const lines = laid.filter((item) => item.kind === 'line')
  const contents = contentsLines(lines)
  const settled: Settled = new Map(titlePage(lines.filter((line) => !contents.has(line))))
  for (const line of contents) settled.set(line, [paragraphDraft(line, { role: 'contents' })])
  return settled
}

/** Captions are no running text; those that are headings as well (附表, 专栏) are read as such. */
function settleCaption({ lines }: Caption, settled: Settled): void {
  for (const line of lines) {
    if (!isHeadingCaption(line.text)) settled.set(line, [paragraphDraft(line, { role: 'note' })])
  }
}

/** Lines that follow one another, and the table the source knew behind them. */
interface Run {
  readonly lines: readonly Line[]
  readonly native?: LaidTable
}

function runsOf(laid: readonly Laid[], settled: ReadonlyMap<Line, unknown>): readonly Run[] {
  const runs: Run[] = []
  let lines: Line[] = []
  for (const item of laid) {
    if (item.kind === 'line' && !settled.has(item) && item.frame === undefined) {
      lines.push(item)
      continue
    }
    runs.push(item.kind === 'table' ? { lines, native: item } : { lines })
    lines = []
  }
  return [...runs, { lines }]
}

interface FoundTable {
  readonly first: Line
  readonly lines: readonly Line[]
  readonly table: TableDraft
  readonly caption: Caption
}

function tablesIn(lines: readonly Line[]): readonly FoundTable[] {
  const tables: FoundTable[] = []
  let free = 0
  for (let index = 0; index < lines.length;) {
    const first = lines[index]
    const { next, table } = tableAt(lines, index)
    if (first && table) {
      const above = captionAbove(lines.slice(Math.max(free, index - 12), index))
      const caption = above.caption ? above : { ...above, ...captionBelow(lines, next) }
      const unit = caption.unit ?? above.unit ?? unitBelow(lines, next)
      const draft: TableDraft = {
        kind: 'table',
        ...(caption.caption && { caption: caption.caption }),
        ...(unit && { unit }),
        ...table,
        rebuilt: true,
      }
      tables.push({ first, lines: lines.slice(index, next), table: draft, caption })
      free = next
    }
    index = next
  }
  return tables
}

interface Known {
  readonly tables: ReadonlyMap<Laid, TableDraft>
  readonly covered: ReadonlySet<Line>
  readonly settled: ReadonlyMap<Line, readonly Draft[]>
}

function itemsOf(laid: readonly Laid[], { tables, covered, settled }: Known): readonly Item[] {
  const items: Item[] = []
  let blanks = 0
  for (const item of laid) {
    const table = tables.get(item)
    if (table) {
      items.push({ kind: 'table', table, blanks })
      blanks = 0
    } else if (item.kind === 'line' && !covered.has(item)) {
      if (item.text === '' || pageNumber.test(item.text)) {
        blanks += 1
        continue
      }
      const drafts = settled.get(item)
      items.push({ kind: 'line', line: item, blanks, ...(drafts && { drafts }) })
      blanks = 0
    }
  }
  return items
}
