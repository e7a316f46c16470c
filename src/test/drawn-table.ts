import type { SourceTable } from '#core/document/document.ts'

/**
 * A table as a file gives it, drawn with `|`: `^` continues the cell above, `<` the cell to the left,
 * `⏎` is a line break inside a cell.
 */
export function drawnTable(drawing: string, headRows = 1): SourceTable {
  const rows = drawing
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('⏎', '\n')))
  const cells = rows.flatMap((row, at) =>
    row.flatMap((text, column) => {
      if (text === '^' || text === '<') return []
      const below = rows.slice(at + 1).findIndex((other) => other[column] !== '^')
      const right = row.slice(column + 1).findIndex((other) => other !== '<')
      return [
        {
          row: at,
          column,
          text,
          rowSpan: (below < 0 ? rows.length - at - 1 : below) + 1,
          columnSpan: (right < 0 ? row.length - column - 1 : right) + 1,
        },
      ]
    }),
  )
  return { kind: 'table', rows: rows.length, columns: rows[0]?.length ?? 0, headRows, cells }
}
