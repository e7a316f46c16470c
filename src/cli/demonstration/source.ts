/**
 * A document as written in `data/demo/*.md`: `#` the title, `##` and `###` headings with their
 * numbers, `→` a line set to the right, tables with pipes. In a table `^` continues the cell above
 * and `<` the one to the left; `|---|` ends the head.
 */
export type Part =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'line'; readonly align: 'body' | 'right' | 'caption'; readonly text: string }
  | { readonly kind: 'table'; readonly headRows: number; readonly rows: readonly SourceRow[] }

export type SourceRow = readonly SourceCell[]

/** Covered cells are not there. */
export interface SourceCell {
  readonly text: string
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

export function partsOf(source: string): readonly Part[] {
  const chunks = source.split(/\n{2,}/).filter((chunk) => chunk.trim() !== '')
  return chunks.map((chunk) => partOf(chunk.trim()))
}

function partOf(chunk: string): Part {
  if (chunk.startsWith('|')) return tableOf(chunk.split('\n'))
  const [, mark, text = chunk] = /^(#{1,3}|→) (.+)$/s.exec(chunk) ?? []
  switch (mark) {
    case '#':
      return { kind: 'title', text }
    case '##':
      return { kind: 'heading', level: 1, text: text.replace(/^[一二三四五六七八九十]+、/, '') }
    case '###':
      return { kind: 'heading', level: 2, text: text.replace(/^（[一二三四五六七八九十]+）/, '') }
    case '→':
      return { kind: 'line', align: 'right', text }
    default:
      return { kind: 'line', align: /^表\d+ /.test(text) ? 'caption' : 'body', text }
  }
}

function tableOf(lines: readonly string[]): Part {
  const ruler = lines.findIndex((line) => line.startsWith('|---'))
  const grid = lines
    .filter((_, index) => index !== ruler)
    .map((line) =>
      line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim()),
    )
  const rows = grid.map((row, at) =>
    row.flatMap((text, column): readonly SourceCell[] => {
      if (text === '^' || text === '<') return []
      const below = grid.slice(at + 1)
      const beside = row.slice(column + 1)
      return [
        {
          text,
          column,
          rowSpan: 1 + run(below, (next) => next[column] === '^'),
          columnSpan: 1 + run(beside, (next) => next === '<'),
        },
      ]
    }),
  )
  return { kind: 'table', headRows: ruler, rows }
}

/** How many items from the beginning hold. */
function run<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  const end = items.findIndex((item) => !holds(item))
  return end === -1 ? items.length : end
}
