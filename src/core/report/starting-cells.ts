import type { Cells } from './cells.ts'
import { type CellKey, cellKey, type Form, rowsOf } from './form.ts'

/** What a new report begins with: of rows that say so, the level told last. A flow begins anew each time. */
export function startingCells(
  form: Pick<Form, 'sections'>,
  last: Cells | undefined,
): ReadonlyMap<CellKey, string> {
  const cells = new Map<CellKey, string>()
  for (const { code, columns, startsFromLast, formula } of rowsOf(form)) {
    const key = cellKey(code, 'level')
    const stood = last?.get(key)
    const isCarried = startsFromLast === true && formula === undefined && columns.includes('level')
    if (isCarried && stood !== undefined) cells.set(key, stood)
  }
  return cells
}
