import type { Block, Document, SourceBlock } from './document.ts'
import type { Draft } from './draft.ts'
import { tableAt } from './tables/find-table.ts'
import { levelsOf, readLine } from './headings.ts'
import { lay, type Laid, type LaidTable, type Line } from './layout.ts'

/** Turns what a file gave into the one form that reading and citing rest on. Never throws. */
export function normalise(blocks: readonly SourceBlock[]): Document {
  const { text, laid } = lay(blocks)
  const levels = levelsOf(laid.filter((item) => item.kind === 'line'))
  return { text, blocks: withPaths(draftsOf(laid, levels)) }
}

function draftsOf(laid: readonly Laid[], levels: ReturnType<typeof levelsOf>): readonly Draft[] {
  const drafts: Draft[] = []
  let lines: Line[] = []
  const flush = (): void => {
    drafts.push(...draftsOfLines(lines, levels))
    lines = []
  }
  for (const item of laid) {
    if (item.kind === 'line') lines.push(item)
    else {
      flush()
      drafts.push(tableOf(item))
    }
  }
  flush()
  return drafts
}

function draftsOfLines(
  lines: readonly Line[],
  levels: ReturnType<typeof levelsOf>,
): readonly Draft[] {
  const drafts: Draft[] = []
  for (let index = 0; index < lines.length;) {
    const { next, table } = tableAt(lines, index)
    if (table) {
      const caption = captionAbove(lines, index)
      drafts.push({ kind: 'table', rebuilt: true, ...(caption && { caption }), ...table })
      index = next
      continue
    }
    const line = lines[index]
    if (line && line.text !== '') drafts.push(...readLine(line, levels))
    index += 1
  }
  return drafts
}

function captionAbove(lines: readonly Line[], index: number): Line | undefined {
  const above = lines.slice(Math.max(0, index - 6), index).findLast((line) => line.text !== '')
  return above && above.text.length < 60 && !above.text.endsWith('。') ? above : undefined
}

function tableOf({ start, end, source, cells }: LaidTable): Draft {
  const { rows, columns, headRows = 1 } = source
  return { kind: 'table', start, end, rows, columns, headRows, cells }
}

function withPaths(drafts: readonly Draft[]): readonly Block[] {
  const open: { index: number; level: number }[] = []
  return drafts.map((draft, index) => {
    if (draft.kind !== 'heading') return { ...draft, path: open.map((heading) => heading.index) }
    while ((open.at(-1)?.level ?? -1) >= draft.level) open.pop()
    const path = open.map((heading) => heading.index)
    open.push({ index, level: draft.level })
    return { ...draft, path }
  })
}
