import type { listReportRow, Report, unlistReportRow } from '#contract/report.ts'
import type { Parsed } from '#contract/route.ts'
import { isWritable } from '#core/report/life.ts'
import { cellKey, columnKinds } from '#core/report/form.ts'
import { cellsWithout, listRow, rowsOfCells } from '#core/report/listed-rows.ts'
import { previousPeriod } from '#core/period/period.ts'
import type { WriteContext } from '#server/http/context.ts'
import { badInput, notFound, refused } from '#server/http/failure.ts'
import { readIndustries } from '#server/reference/industries.ts'
import { hitCounts, tellSaved } from './fill.ts'
import { heldReport } from './held.ts'
import { listedIn } from './listed-store.ts'
import { type PlacedReport, saveReportRow } from './report-store.ts'
import { groundOfRow, reportView } from './report-view.ts'

/** Lists a row in a report that is open. */
export async function listReportRowOf(
  context: WriteContext,
  { id, list, code, name, unit }: Parsed<typeof listReportRow>,
): Promise<Report> {
  const row = await openReport(context, id)
  const { form } = (await groundOfRow(context, row)).compiled
  const given =
    list === 'industry-class'
      ? { list, ...(await industryClass(code)) }
      : { list, name: name ?? '', ...(unit !== undefined && { unit }) }
  if (given.name === '') throw badInput('row-name-missing', 'A product is listed by its name')
  const last = previousPeriod(row.period, form.frequency)
  const before = await listedIn(context.db, row.regionCode, form, last)
  const subject = { kind: row.subjectKind, code: row.subjectCode }
  const used = [...before(subject).map((each) => each.code), ...rowsOfCells(row.cellRevisions)]
  const found = listRow(form, row.listed, given, used)
  if (typeof found === 'string') {
    throw found === 'row-unit-missing' || found === 'row-list-unknown'
      ? badInput(found, 'The row cannot be listed')
      : refused(found, 'The row cannot be listed', { name: given.name })
  }
  return keep(context, row, { listed: [...row.listed, found] })
}

/** Takes a row off the list, and its figures with it. */
export async function unlistReportRowOf(
  context: WriteContext,
  { id, row: code }: Parsed<typeof unlistReportRow>,
): Promise<Report> {
  const row = await openReport(context, id)
  if (!row.listed.some((one) => one.code === code)) throw notFound('Row')
  // Its cells are marked as changed now: what somebody typed in them before is told, should the row come back.
  const gone = columnKinds.map((column) => [cellKey(code, column), row.revision + 1])
  return keep(context, row, {
    listed: row.listed.filter((one) => one.code !== code),
    cells: cellsWithout(row.cells, code),
    cellRevisions: { ...row.cellRevisions, ...Object.fromEntries(gone) },
  })
}

async function industryClass(code: string | undefined) {
  const found = code === undefined ? undefined : (await industries).get(code)
  if (found?.level !== 'class') {
    throw badInput('row-class-unknown', 'No class of GB/T 4754 has this code', { code })
  }
  return { code: found.code, name: found.name }
}

// Reference data of the program: the same as long as it runs.
const industries = readIndustries()

async function openReport(context: WriteContext, id: PlacedReport['id']): Promise<PlacedReport> {
  const row = await heldReport(context, id, 'fill-reports')
  if (!isWritable(row)) throw refused('report-not-open', 'The report is handed in')
  return row
}

async function keep(
  context: WriteContext,
  row: PlacedReport,
  change: Partial<Pick<PlacedReport, 'listed' | 'cells' | 'cellRevisions'>>,
): Promise<Report> {
  const { db, now } = context
  const next = { ...row, ...change, revision: row.revision + 1, changedAt: now }
  const ground = await groundOfRow(context, next)
  const after = { ...next, ...hitCounts(next, ground) }
  const { revision, changedAt, hardHits, softHits } = after
  await saveReportRow(db, row, { ...change, revision, changedAt, hardHits, softHits })
  await tellSaved(context, row, {
    before: { listed: namesOf(row), ...goneCells(row, after) },
    after: { listed: namesOf(after) },
  })
  return reportView(context, after, ground)
}

function namesOf({ listed }: PlacedReport): readonly string[] {
  return listed.map(({ code, name, unit }) => `${code} ${name} ${unit}`)
}

/** What stood in cells that went with their row: nothing is lost to the log. */
function goneCells(before: PlacedReport, after: PlacedReport) {
  const kept = new Set(Object.keys(after.cells))
  return Object.fromEntries(Object.entries(before.cells).filter(([key]) => !kept.has(key)))
}
