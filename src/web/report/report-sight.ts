import type { Report } from '#contract/report.ts'
import type { Period } from '#core/period/period.ts'
import type { CellsAt } from '#core/report/cells.ts'
import { checkHits, missingCells } from '#core/report/checks.ts'
import { compileForm, type CompiledForm, withComputed } from '#core/report/compile-form.ts'
import { type CellKey, cellKey, rowsOf } from '#core/report/form.ts'
import { withListed } from '#core/report/listed-rows.ts'

/** The report as it would be with what was typed: computed rows, checks and gaps included. */
export interface ReportSight {
  readonly cells: ReadonlyMap<string, string>
  readonly hits: Report['hits']
  readonly missing: readonly string[]
}

/** The form of a report with its formulas read; undefined where they cannot be, as the server then says. */
export function compiledOf({ form, elsewhere }: Report): CompiledForm | undefined {
  const read = compileForm(withListed(form, []), elsewhere)
  return read.ok ? { ...read.value, form } : undefined
}

/** Sees a report with changes by the same rules as the server does when it is saved. */
export function sightOf(
  report: Report,
  compiled: CompiledForm | undefined,
  changes: Readonly<Record<string, string | null>>,
): ReportSight {
  const cells = new Map<CellKey, string>()
  for (const [key, value] of Object.entries({ ...report.cells, ...changes })) {
    if (value !== null) cells.set(key as CellKey, value)
  }
  if (!compiled || !report.mayWrite) {
    return { cells, hits: report.hits, missing: report.missing }
  }
  const { archive, elsewhere } = report
  const at: CellsAt = {
    form: compiled.form,
    period: report.line.period,
    cells,
    archive: { cellsOf: archiveOf(archive), elsewhere: elsewhereOf(elsewhere) },
  }
  const seen = { ...at, cells: withComputed(compiled, at) }
  const said = new Map(report.hits.map(({ check, explanation }) => [check, explanation]))
  const hits = checkHits(compiled, seen).map((hit) => {
    const explanation = said.get(hit.check)
    return { ...hit, ...(explanation !== undefined && { explanation }) }
  })
  return { cells: seen.cells, hits, missing: missingCells(seen) }
}

function archiveOf(archive: Report['archive']) {
  const known = new Map(
    archive.map(({ period, cells }) => [
      period,
      new Map(Object.entries(cells).map(([key, value]) => [key as CellKey, value])),
    ]),
  )
  return (period: Period) => known.get(period)
}

function elsewhereOf(elsewhere: Report['elsewhere']) {
  const known = new Map(elsewhere.map(({ name, value }) => [name, value]))
  return (name: string) => {
    const value = known.get(name)
    return value === undefined ? undefined : Number(value)
  }
}

/** What a cell is called for people: its row and its column. */
export function cellNames(
  { form }: Pick<Report, 'form'>,
  columnName: (
    column: (typeof form)['sections'][number]['rows'][number]['columns'][number],
  ) => string,
): ReadonlyMap<string, string> {
  return new Map(
    rowsOf(form).flatMap((row) =>
      row.columns.map((column) => [
        cellKey(row.code, column) as string,
        `${row.code} ${row.name} · ${columnName(column)}`,
      ]),
    ),
  )
}
