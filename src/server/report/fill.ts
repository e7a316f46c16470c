import type { Report, saveReport, submitReport } from '#contract/report.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import { type CheckHit, checkHits, missingCells } from '#core/report/checks.ts'
import { type Form, isAsked, readCellKey } from '#core/report/form.ts'
import { secondsAt } from '#core/report/burden.ts'
import { afterAct, isWritable } from '#core/report/life.ts'
import { withListed } from '#core/report/listed-rows.ts'
import { type MergedCells, mergeChanges } from '#core/report/merge.ts'
import type { Period } from '#core/period/period.ts'
import { dayInChina } from '#server/clock.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { badInput, refused } from '#server/http/failure.ts'
import { acceptReports } from './accept.ts'
import { keepHits } from './check-hits.ts'
import { cellsOfReport, type ReportGround } from './ground.ts'
import { heldReport, sameRevision } from './held.ts'
import { addActs, addSave } from './report-history.ts'
import { type PlacedReport, saveReportRow } from './report-store.ts'
import { groundOfRow, reportView, standingOfRow, stepsOf } from './report-view.ts'

export type Changes = Readonly<Record<string, string | null>>

/** Saves what somebody typed; what others changed meanwhile is merged cell by cell. [K5] */
export async function saveReportOf(
  context: WriteContext,
  { id, revision, changes, explanations }: Parsed<typeof saveReport>,
): Promise<Answer<typeof saveReport>> {
  const row = await heldReport(context, id, 'fill-reports')
  if (!isWritable(row)) throw refused('report-not-open', 'The report is handed in')
  const ground = await groundOfRow(context, row)
  const saved = await keepChanges(context, row, ground, { revision, changes, explanations })
  return {
    report: await reportView(context, saved.row, ground),
    conflicts: [...saved.merged.conflicts],
  }
}

interface Given {
  readonly revision: number
  readonly changes: Changes
  readonly explanations?: Readonly<Record<string, string>> | undefined
}

interface Saved {
  readonly row: PlacedReport
  readonly merged: MergedCells
}

/** Puts changes into a report that is held, with what the checks say of it afterwards. */
export async function keepChanges(
  context: WriteContext,
  row: PlacedReport,
  ground: ReportGround,
  { revision, changes, explanations }: Given,
): Promise<Saved> {
  const { db, now } = context
  const form = withListed(ground.compiled.form, row.listed)
  const { kept, gone } = byListing(form, changes)
  const wrong = Object.keys(kept).find((key) => !isTyped(form, row.period, key))
  if (wrong !== undefined) {
    throw badInput('cell-unknown', 'Nobody fills in such a cell', { cell: wrong })
  }
  const fixed = new Map([...ground.locked].map(([key, { value }]) => [key as string, value]))
  const found = mergeChanges(row, { revision, changes: kept, fixed })
  const merged = { ...found, conflicts: [...found.conflicts, ...gone] }
  const said = { ...row.explanations, ...explanations }
  const isSaid = JSON.stringify(said) !== JSON.stringify(row.explanations)
  if (merged.changed.length === 0 && !isSaid) return { row, merged }
  const next: PlacedReport = {
    ...row,
    cells: merged.kept.cells,
    cellRevisions: merged.kept.cellRevisions,
    explanations: said,
    revision: row.revision + 1,
    changedAt: now,
    fillingSeconds: row.fillingSeconds + secondsAt(secondsBetween(row.changedAt, now)),
  }
  const after = { ...next, ...hitCounts(next, ground) }
  await saveReportRow(db, row, {
    cells: after.cells,
    cellRevisions: after.cellRevisions,
    explanations: after.explanations,
    revision: after.revision,
    changedAt: now,
    fillingSeconds: after.fillingSeconds,
    hardHits: after.hardHits,
    softHits: after.softHits,
  })
  await tellSaved(context, row, {
    before: only(row.cells, merged.changed),
    after: only(after.cells, merged.changed),
  })
  return { row: after, merged }
}

/** Keeps that a report was saved: in its history, in the log, and for whoever has it open. */
export async function tellSaved(
  { db, region, user, now, stale }: WriteContext,
  { id }: PlacedReport,
  change: { readonly before: object; readonly after: object },
): Promise<void> {
  await addSave(db, { region: region.code, by: user, at: now }, id)
  const entity = { kind: 'report', id }
  await record(db, [
    {
      region: region.code,
      at: now,
      by: user,
      action: 'report-saved',
      subject: id,
      entity,
      ...change,
    },
  ])
  stale(['reports', id])
}

/** Somebody else may have taken a row off the list meanwhile: what was typed in it is told, not refused. [K5] */
function byListing(form: Form, changes: Changes) {
  const hasLists = form.sections.some(({ ownRows }) => ownRows !== undefined)
  const isGone = (key: string): boolean =>
    hasLists && /^(?:P\d+|\d{4})\./u.test(key) && readCellKey(form, key) === undefined
  const entries = Object.entries(changes)
  return {
    kept: Object.fromEntries(entries.filter(([key]) => !isGone(key))),
    gone: entries.flatMap(([cell, mine]) =>
      isGone(cell) && mine !== null ? [{ cell, theirs: null, mine }] : [],
    ),
  }
}

function secondsBetween(from: string | null, to: string): number | undefined {
  return from === null ? undefined : (Date.parse(to) - Date.parse(from)) / 1000
}

function only(cells: Readonly<Record<string, string>>, keys: readonly string[]) {
  return Object.fromEntries(keys.map((key) => [key, cells[key] ?? null]))
}

/** Whether a cell is one of the form that is asked in the period and that nobody computes. */
export function isTyped(form: Form, period: Period, key: string): boolean {
  const place = readCellKey(form, key)
  return place !== undefined && place.row.formula === undefined && isAsked(place.column, period)
}

/** How many checks of each level a report does not pass. */
export function hitCounts(row: PlacedReport, ground: ReportGround) {
  const hits = checkHits(ground.compiled, cellsOfReport(row, ground))
  const hardHits = hits.filter(({ level }) => level === 'hard').length
  return { hardHits, softHits: hits.length - hardHits }
}

/** Hands a report in: complete, without a hard hit, soft ones explained. [K1] */
export async function submitReportOf(
  context: WriteContext,
  { id, revision }: Parsed<typeof submitReport>,
): Promise<Report> {
  const { db, region, user, now } = context
  const row = await heldReport(context, id, 'fill-reports')
  await sameRevision(context, row, revision)
  const ground = await groundOfRow(context, row)
  const { compiled } = ground
  const moved = afterAct(stepsOf(compiled.form, row), standingOfRow(row), 'submit')
  if (!moved.ok) throw refused('report-not-open', 'The report is handed in')
  const at = cellsOfReport(row, ground)
  const hits = checked(row, ground)
  const counts = { hardHits: 0, softHits: hits.length }
  const submitted: PlacedReport = {
    ...row,
    cells: Object.fromEntries(at.cells),
    state: 'submitted',
    waitsFor: moved.value.waitsFor ?? 'region',
    submittedOn: row.submittedOn ?? dayInChina(now),
    submittedAt: now,
    changedAt: now,
    revision: row.revision + 1,
    ...counts,
  }
  const { state, waitsFor, cells, submittedOn, submittedAt, changedAt } = submitted
  await saveReportRow(db, row, {
    state,
    waitsFor,
    cells,
    submittedOn,
    submittedAt,
    changedAt,
    ...counts,
    revision: submitted.revision,
  })
  await keepHits(db, row, hits)
  await addActs(db, { region: region.code, by: user, at: now }, [{ report: id, act: 'submitted' }])
  await record(db, [
    {
      region: region.code,
      at: now,
      by: user,
      action: 'report-submitted',
      subject: id,
      entity: { kind: 'report', id },
      after: { cells, explanations: row.explanations },
    },
  ])
  context.stale(['reports'])
  const isLast = moved.value.state === 'accepted'
  if (!isLast) return reportView(context, submitted, ground)
  await acceptReports(context, [submitted])
  return reportView(context, await heldReport(context, id, 'fill-reports'))
}

/** The soft checks a report does not pass, each explained; ends the request where it cannot be handed in. */
function checked(row: PlacedReport, ground: ReportGround): readonly CheckHit[] {
  const at = cellsOfReport(row, ground)
  const missing = missingCells(at)
  if (missing.length > 0) {
    throw refused('report-incomplete', 'Required cells are empty', { cells: missing })
  }
  const hits = checkHits(ground.compiled, at)
  const hard = hits.filter(({ level }) => level === 'hard')
  if (hard.length > 0) throw refused('report-checks-refuse', 'A check refuses it', { hits: hard })
  const silent = hits.filter(({ check }) => !row.explanations[check])
  if (silent.length > 0) {
    throw refused('report-unexplained', 'A check wants an explanation', { hits: silent })
  }
  return hits
}
