import type { SourceBlock, SourceTable } from '#core/document/document.ts'

/** Blocks as the text of one cell: a line each, a table inside with its cells parted by tabs. */
export function textOfBlocks(blocks: readonly SourceBlock[]): string {
  return blocks
    .filter((block) => !isBlank(block))
    .map((block) =>
      block.kind === 'table' ? rowsOfTable(block) : (block.number ?? '') + block.text,
    )
    .join('\n')
}

export function isBlank(block: SourceBlock): boolean {
  return block.kind === 'paragraph' && block.text.trim() === ''
}

function rowsOfTable(table: SourceTable): string {
  const rows: string[][] = []
  for (const cell of table.cells) (rows[cell.row] ??= []).push(cell.text)
  return rows.map((row) => row.join('\t')).join('\n')
}
