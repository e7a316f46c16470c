import { cleanLines } from './clean.ts'
import type { SourceBlock, SourceCell, SourceParagraph, SourceTable } from './document.ts'

const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/
const separator = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/
const fence = /^ {0,3}(?:```|~~~)/
const longestMarkedLine = 20_000

/**
 * Markdown as source blocks: headings with their outline level, pipe tables as tables, everything else a
 * paragraph a line with its list mark; emphasis, links and pictures leave only their text.
 */
export function fromMarkdown(text: string): readonly SourceBlock[] {
  const lines = cleanLines(text).filter((line) => !fence.test(line))
  const blocks: SourceBlock[] = []
  for (let index = 0; index < lines.length;) {
    const height = tableHeight(lines, index)
    if (height > 0) {
      blocks.push(tableOf(lines.slice(index, index + height)))
      index += height
    } else {
      blocks.push(paragraphOf(lines[index] ?? ''))
      index += 1
    }
  }
  return blocks
}

function paragraphOf(line: string): SourceParagraph {
  const [, marks, title] = heading.exec(line.slice(0, longestMarkedLine)) ?? []
  if (marks === undefined || title === undefined)
    return { kind: 'paragraph', text: plain(line.replace(/^(?: {0,3}> ?)+/, '')) }
  return { kind: 'paragraph', text: plain(title), outline: marks.length - 1 }
}

/** How many lines the table at `index` takes: a head, a line of dashes, rows. */
function tableHeight(lines: readonly string[], index: number): number {
  if (
    !lines[index]?.includes('|') ||
    !separator.test(lines[index + 1]?.slice(0, longestMarkedLine) ?? '')
  )
    return 0
  let end = index + 2
  while (lines[end]?.includes('|')) end += 1
  return end - index
}

function tableOf(lines: readonly string[]): SourceTable {
  const rows = lines.filter((_, index) => index !== 1).map(cellsOfRow)
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const cells: SourceCell[] = rows.flatMap((row, number) =>
    row.map((text, column) => ({ row: number, column, rowSpan: 1, columnSpan: 1, text })),
  )
  return { kind: 'table', rows: rows.length, columns, cells }
}

function cellsOfRow(line: string): readonly string[] {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => plain(cell.replace(/<br\s*\/?>/gi, '\n').trim()))
}

/** The text without its marks of emphasis, links and escapes. */
function plain(text: string): string {
  if (text.length > longestMarkedLine) return text
  return text
    .replace(/!\[[^\]]*\]\([^()\s]*\)/g, '')
    .replace(/\[([^[\]]+)\]\([^()\s]*\)/g, '$1')
    .replace(/(\*\*|__)([^*_]+)\1/g, '$2')
    .replace(/(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|-])/g, '$1')
}
