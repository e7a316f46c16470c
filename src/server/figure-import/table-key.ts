import { PeriodText } from '#contract/figure-fields.ts'
import { subjectKinds } from '#core/indicator/figure.ts'
import { pivotDimensions } from '#core/indicator/pivot.ts'
import type { Grid } from '#core/spreadsheet/grid.ts'
import { createHash } from 'node:crypto'
import * as z from 'zod'

/** The hidden sheet of an exported table: what its rows and columns are, and what stood in them. */
const keySheetName = '_jingwei'

const TableKey = z.object({
  schema: z.literal('jingwei.figure-table/2'),
  region: z.string(),
  at: z.iso.datetime(),
  layout: z.object({
    rows: z.array(z.enum(pivotDimensions)).readonly(),
    columns: z.array(z.enum(pivotDimensions)).readonly(),
  }),
  /** What the rows and columns of the layout run over. */
  members: z.object({
    subject: z.array(z.object({ kind: z.enum(subjectKinds), code: z.string() })).readonly(),
    indicator: z.array(z.string()).readonly(),
    period: z.array(PeriodText).readonly(),
  }),
  /** As printed above the figures. */
  heads: z.array(z.array(z.string()).readonly()).readonly(),
  rows: z
    .array(
      z.object({
        /** As printed in the columns before the figures. */
        labels: z.array(z.string()).readonly(),
        /** Exported values by column; null for none. */
        values: z.array(z.string().nullable()).readonly(),
        /** By column: the figure was computed or summed, and is not for editing. */
        isDerived: z.array(z.boolean()).readonly(),
      }),
    )
    .readonly(),
})
/** What an exported table was, for telling what was edited in it since. */
export type TableKey = z.output<typeof TableKey>

export function isKeySheet({ name }: Grid): boolean {
  return name === keySheetName
}

// Excel takes 32,767 characters in a cell.
const pieceLength = 30_000

/** The rows of the hidden sheet: the hash of the key, then the key in pieces. */
export function keySheet(key: TableKey): { readonly name: string; readonly rows: string[][] } {
  const text = JSON.stringify(key)
  const pieces = Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, index) =>
    text.slice(index * pieceLength, (index + 1) * pieceLength),
  )
  return { name: keySheetName, rows: [[hashOf(text)], ...pieces.map((piece) => [piece])] }
}

/** The key of an exported table: absent in any other file, `broken` where the hidden sheet was changed. */
export function readTableKey(grids: readonly Grid[]): TableKey | 'broken' | undefined {
  const sheet = grids.find(isKeySheet)
  if (!sheet) return undefined
  const [[head] = [], ...pieces] = sheet.rows
  const text = pieces.map(([cell]) => cell?.text ?? '').join('')
  if (head?.text !== hashOf(text)) return 'broken'
  const parsed = TableKey.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : 'broken'
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
