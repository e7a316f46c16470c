import type { Grid, GridCell, GridMerge } from '#core/spreadsheet/grid.ts'

/**
 * A worksheet drawn line by line, cells between bars: `| 指标 | 本月 | < |`. `<` belongs to the cell on its left, `^` to
 * the one above, `=3` is a formula with its kept value, `=` one without, `#REF!` an error, `8.5%%` a number shown as
 * a percentage, `'12` a number stored as text. Other numbers are numbers.
 */
export function drawnGrid(drawing: string, name = 'Sheet1', more: Partial<Grid> = {}): Grid {
  const texts = drawing
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line
        .trim()
        .replace(/^\|/, '')
        .replace(/\|$/, '')
        .split('|')
        .map((text) => text.replace(/^ | $/g, '')),
    )
  return {
    name,
    isHidden: false,
    rows: texts.map((row) => row.map(cellOf)),
    merges: mergesOf(texts.map((row) => row.map((text) => text.trim()))),
    hiddenRows: [],
    hiddenColumns: [],
    ...more,
  }
}

function cellOf(drawn: string): GridCell | null {
  const text = drawn.trim()
  if (text === '' || text === '<' || text === '^') return null
  if (text === '=') return { text: '', formula: 'lost' }
  if (/^#[A-Z/0!?]+$/.test(text)) return { text, error: text }
  if (text.startsWith("'")) return { text: text.slice(1) }
  const formula = text.startsWith('=') ? { formula: 'kept' as const } : {}
  const shown = text.replace(/^=/, '')
  if (/^-?[\d.]+%%$/.test(shown)) {
    return {
      text: shown.slice(0, -1),
      number: String(Number(shown.slice(0, -2)) / 100),
      isPercent: true,
    }
  }
  if (/^-?\d+(?:\.\d+)?$/.test(shown)) return { text: shown, number: shown, ...formula }
  return { text: drawn.trimEnd(), ...formula }
}

function mergesOf(texts: readonly (readonly string[])[]): readonly GridMerge[] {
  return texts.flatMap((cells, row) =>
    cells.flatMap((text, column): readonly GridMerge[] => {
      if (text === '<' || text === '^' || text === '') return []
      let lastColumn = column
      while (cells[lastColumn + 1] === '<') lastColumn++
      let lastRow = row
      while (texts[lastRow + 1]?.[column] === '^') lastRow++
      return lastRow === row && lastColumn === column ? [] : [{ row, column, lastRow, lastColumn }]
    }),
  )
}
