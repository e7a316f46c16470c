import { cellKey, type PivotDimension, type PivotLine } from '#core/indicator/pivot.ts'

export interface HeadCell {
  readonly line: PivotLine
  /** How many columns it stands over. */
  readonly span: number
  /** Its first column, of those that are shown. */
  readonly at: number
}

/** Neighbouring columns that agree in `dimensions` share one head. */
export function headCells(
  columns: readonly PivotLine[],
  dimensions: readonly PivotDimension[],
): readonly HeadCell[] {
  const cells: { line: PivotLine; span: number; at: number; key: string }[] = []
  for (const [at, line] of columns.entries()) {
    const key = cellKey({}, Object.fromEntries(dimensions.map((each) => [each, line[each]])))
    const last = cells.at(-1)
    if (last?.key === key && dimensions.length > 0) last.span += 1
    else cells.push({ line, span: 1, at, key })
  }
  return cells
}
