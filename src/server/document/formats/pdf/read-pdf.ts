import type { SourceBlock } from '#core/document/document.ts'
import type { Content, Warning } from '../opened.ts'
import { Unreadable } from '../unreadable.ts'
import { columnTables } from './column-tables.ts'
import { continues, joinedTable } from './continued-tables.ts'
import { footnotesOf } from './footnotes.ts'
import { withoutFurniture } from './furniture.ts'
import { linesOf, type Line } from './lines.ts'
import { pageContent, type PageContent } from './page-content.ts'
import { isIndented, paragraphsOfLines, textColumn, type TextColumn } from './paragraphs.ts'
import { openPdf } from './pdf-file.ts'
import { ruledTables, type PageTable } from './ruled-tables.ts'
import { struckRuns } from './struck.ts'

/** What stands on the pages, in the order of reading. */
type Item =
  | {
      readonly kind: 'line'
      readonly top: number
      readonly line: Line
      readonly column: TextColumn
    }
  | { readonly kind: 'table'; readonly top: number; readonly table: PageTable }

/** Reads a PDF with a text layer: its lines put back into paragraphs and tables. */
export async function readPdf(bytes: Uint8Array): Promise<Content> {
  const contents = await contentsOf(bytes)
  const blankPages = contents.filter(({ runs }) =>
    runs.every((run) => run.text.trim() === ''),
  ).length
  if (blankPages === contents.length) throw scanned(contents.length)
  if (isGarbled(contents)) throw garbled()
  const pages = pageParts(contents)
  const footnotes = pages.filter((page) => page.footnotes > 0).length
  const struck = contents.reduce((sum, content) => sum + struckRuns(content), 0)
  const blocks = blocksOf(itemsOf(pages))
  // A scanned file may bear page numbers, or the name of the scanning program, as text.
  if (blocks.length === 0) throw scanned(contents.length)
  const warnings: readonly Warning[] = [
    { code: 'document-pages-without-text', count: blankPages },
    { code: 'document-struck-text', count: struck },
    { code: 'document-footnotes-dropped', count: footnotes },
  ]
  return {
    blocks,
    warnings: warnings.filter(({ count = 0 }) => count > 0),
    pages: contents.length,
  }
}

async function contentsOf(bytes: Uint8Array): Promise<readonly PageContent[]> {
  const file = await openPdf(bytes)
  try {
    const contents: PageContent[] = []
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number)
      contents.push(await pageContent(page))
      page.cleanup()
    }
    return contents
  } finally {
    await file.loadingTask.destroy()
  }
}

/**
 * Whether the file's fonts do not say which characters they show: what comes out lies in the private
 * use area, or is no character.
 */
function isGarbled(contents: readonly PageContent[]): boolean {
  const text = contents.flatMap(({ runs }) => runs.map((run) => run.text)).join('')
  const strange = text.match(/[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu)?.length ?? 0
  return strange > 0.3 * text.replace(/\s/g, '').length
}

function garbled(): Unreadable {
  return new Unreadable({
    code: 'document-garbled',
    title: 'The fonts of the PDF do not say which characters they show',
  })
}

function scanned(pages: number): Unreadable {
  return new Unreadable({
    code: 'document-scanned',
    title: 'The PDF has pictures of pages but no text',
    detail: { pages },
  })
}

interface PageParts {
  readonly width: number
  readonly tables: readonly PageTable[]
  /** What is neither table, footnote nor printed on each page anew. */
  readonly lines: readonly Line[]
  readonly footnotes: number
}

function pageParts(contents: readonly PageContent[]): readonly PageParts[] {
  const pages = contents.map((content) => {
    const ruled = ruledTables(content)
    const inTables = new Set(ruled.flatMap((table) => [...table.runs]))
    const free = content.runs.filter((run) => !inTables.has(run))
    return { content, ruled, height: content.height, lines: linesOf(free, content.page) }
  })
  return withoutFurniture(pages).map(({ content, ruled, lines }) => {
    const notes = new Set(footnotesOf(content, lines))
    const text = lines.filter((line) => !notes.has(line))
    const unruled = columnTables(text)
    const inTables = new Set(unruled.flatMap((found) => [...found.lines]))
    return {
      width: content.width,
      tables: [...ruled, ...unruled.map((found) => found.table)],
      lines: text.filter((line) => !inTables.has(line)),
      footnotes: notes.size,
    }
  })
}

function itemsOf(pages: readonly PageParts[]): readonly Item[] {
  const columns = columnsByWidth(pages)
  return pages.flatMap(({ lines, tables, width }) => {
    const column = columns.get(Math.round(width)) ?? { left: 0, right: width }
    const items: readonly Item[] = [
      ...lines.map((line) => ({ kind: 'line', top: line.baseline, line, column }) as const),
      ...tables.map((table) => ({ kind: 'table', top: table.top, table }) as const),
    ]
    return [...items].sort((one, other) => one.top - other.top)
  })
}

function columnsByWidth(pages: readonly PageParts[]): ReadonlyMap<number, TextColumn> {
  const byWidth = Map.groupBy(pages, (page) => Math.round(page.width))
  const columns = [...byWidth].map(([width, group]) => {
    const lines = group.flatMap((page) => page.lines)
    return [width, textColumn(lines, width)] as const
  })
  return new Map(columns)
}

function blocksOf(items: readonly Item[]): readonly SourceBlock[] {
  const blocks: SourceBlock[] = []
  const indented = isIndented(items.filter((item) => item.kind === 'line'))
  let lines: Extract<Item, { kind: 'line' }>[] = []
  let parts: PageTable[] = []
  const endLines = () => {
    blocks.push(...paragraphsOfLines(lines, indented))
    lines = []
  }
  const endTable = () => {
    if (parts.length > 0) blocks.push(joinedTable(parts))
    parts = []
  }
  for (const item of items) {
    const last = parts.at(-1)
    if (item.kind === 'table') {
      endLines()
      if (last !== undefined && !continues(last, item.table)) endTable()
      parts.push(item.table)
    } else if (last === undefined || !isContinuationMark(item.line, last)) {
      endTable()
      lines.push(item)
    }
  }
  endLines()
  endTable()
  return blocks
}

/** `续表` above the part of a table on the next page. */
function isContinuationMark(line: Line, table: PageTable): boolean {
  return (
    line.page === table.page + 1 && /^[（(]?续表?\s*\d*[）)]?$|^续表|[（(]续[）)]$/.test(line.text)
  )
}
