import type { IndustryTree } from '#core/enterprise/industry.ts'
import { cellKey, columnKinds, type Form, rowsOf } from '#core/report/form.ts'
import { listRow } from '#core/report/listed-rows.ts'
import type { ReportRow } from '#server/report/report-store.ts'

/** All an enterprise of the invented district makes stands under its one class: more the generator does not know. */
export function underItsClass(
  row: ReportRow,
  form: Form,
  industry: { readonly code: string; readonly tree: IndustryTree },
): ReportRow {
  const own = form.sections.find(({ ownRows }) => ownRows?.list === 'industry-class')?.ownRows
  const total = rowsOf(form).find(({ name }) => name === own?.addUpTo)
  const { code } = industry
  const name = industry.tree.get(code)?.name
  if (!total || name === undefined) return row
  const listed = listRow(form, [], { list: 'industry-class', code, name })
  if (typeof listed === 'string') return row
  const same = Object.fromEntries(
    columnKinds.flatMap((column) => {
      const value = row.cells[cellKey(total.code, column)]
      return value === undefined ? [] : [[cellKey(code, column), value]]
    }),
  )
  const cells = { ...row.cells, ...same }
  return { ...row, listed: [listed], cells, ...(row.knownCells !== null && { knownCells: cells }) }
}
