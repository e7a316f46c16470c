import type { passClean } from '#contract/collection.ts'
import type { passReports, Report, reopenReport, returnReport } from '#contract/report.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import type { ReportId } from '#core/id.ts'
import { periodName } from '#core/period/period-name.ts'
import { readCellKey } from '#core/report/form.ts'
import { afterAct, type ReportAct, type ReportStanding } from '#core/report/life.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { badInput, refused } from '#server/http/failure.ts'
import { notify } from '#server/notification/notify.ts'
import { acceptReports } from './accept.ts'
import { formsOf, type StoredForm } from './form-store.ts'
import { heldReport, sameRevision } from './held.ts'
import { formOfReport } from './line.ts'
import { addActs, addRemarks } from './report-history.ts'
import {
  findReports,
  lockReports,
  moveReports,
  type PlacedReport,
  saveReportRow,
} from './report-store.ts'
import { groundOfRow, reportView, standingOfRow, stepOf, stepsOf } from './report-view.ts'

type Refusal = Answer<typeof passReports>['refused'][number]

/** Passes reports on, and accepts those whose last step it is, all of them in one transaction. [K3] */
export async function passReportsOf(
  context: WriteContext,
  { ids }: Parsed<typeof passReports>,
): Promise<Answer<typeof passReports>> {
  const { db, region, scopeOf } = context
  await lockReports(db, region.code, ids)
  const rows = await findReports(db, region.code, { ids, scope: scopeOf('review-reports') })
  const forms = await formsOf(db, region.code)
  const known = new Set(rows.map(({ id }) => id))
  const refusedOnes: Refusal[] = ids
    .filter((id) => !known.has(id))
    .map((id) => ({ id, code: 'not-found' }))
  const accepted: PlacedReport[] = []
  const passed: { row: PlacedReport; standing: ReportStanding }[] = []
  for (const row of rows) {
    const { form } = formOfReport(forms, row)
    const moved = afterAct(stepsOf(form, row), standingOfRow(row), 'pass', stepOf(context))
    if (!moved.ok) refusedOnes.push({ id: row.id, code: refusalCodes[moved.error] })
    else if (moved.value.state === 'accepted') accepted.push(row)
    else passed.push({ row, standing: moved.value })
  }
  const waiting = await withLateSiblings(context, forms, accepted)
  refusedOnes.push(...[...waiting].map((id) => ({ id, code: 'report-waits-for-others' })))
  const ready = accepted.filter(({ id }) => !waiting.has(id))
  await passOn(context, passed)
  await acceptReports(context, ready)
  return { passed: passed.length, accepted: ready.length, refused: refusedOnes }
}

// As many as one request names.
const passedAtOnce = 500

/** Passes what waits for the caller's step and no check asks about; the rest is left to be looked at. */
export async function passCleanOf(
  context: WriteContext,
  { form, period }: Parsed<typeof passClean>,
): Promise<Answer<typeof passClean>> {
  const { db, region, scopeOf } = context
  const rows = await findReports(db, region.code, {
    form,
    period,
    states: ['submitted'],
    waitsFor: stepOf(context) ?? 'region',
    scope: scopeOf('review-reports'),
  })
  const ids = rows.filter(({ hardHits, softHits }) => hardHits + softHits === 0).map(({ id }) => id)
  let [passed, accepted] = [0, 0]
  for (let start = 0; start < ids.length; start += passedAtOnce) {
    const done = await passReportsOf(context, { ids: ids.slice(start, start + passedAtOnce) })
    passed += done.passed
    accepted += done.accepted
  }
  return { passed, accepted, left: rows.length - passed - accepted }
}

const refusalCodes = {
  'not-open': 'report-not-open',
  'not-submitted': 'report-not-submitted',
  'not-your-turn': 'report-not-your-turn',
  'not-accepted': 'report-not-accepted',
} as const

/** Where the form says so, a park's reports are accepted only when none of them is still missing. */
async function withLateSiblings(
  { db, region }: WriteContext,
  forms: readonly StoredForm[],
  rows: readonly PlacedReport[],
): Promise<ReadonlySet<ReportId>> {
  const waiting = new Set<ReportId>()
  const together = rows.filter((row) => formOfReport(forms, row).form.waitsForAll)
  for (const own of Map.groupBy(together, roundAndUnit).values()) {
    const [first] = own
    if (!first) continue
    const unit = first.parkId ?? first.townId
    if (unit === null) continue
    const { form, period } = first
    const states = ['open', 'returned'] as const
    const [missing] = await findReports(db, region.code, { form, period, states, unit })
    if (missing) for (const { id } of own) waiting.add(id)
  }
  return waiting
}

function roundAndUnit({ form, period, parkId, townId }: PlacedReport): string {
  return `${form} ${period} ${parkId ?? townId ?? ''}`
}

async function passOn(
  context: WriteContext,
  passed: readonly { readonly row: PlacedReport; readonly standing: ReportStanding }[],
): Promise<void> {
  if (passed.length === 0) return
  const { db, region, user, now } = context
  for (const [waitsFor, own] of Map.groupBy(passed, ({ standing }) => standing.waitsFor)) {
    if (waitsFor === undefined) continue
    await moveReports(db, region.code, {
      ids: own.map(({ row }) => row.id),
      change: { state: 'submitted', waitsFor, reviewedAt: now, changedAt: now },
      keepsCells: false,
    })
  }
  await addActs(
    db,
    { region: region.code, by: user, at: now },
    passed.map(({ row }) => ({ report: row.id, act: 'passed' })),
  )
  await record(
    db,
    passed.map(({ row, standing }) => ({
      region: region.code,
      at: now,
      by: user,
      action: 'report-passed' as const,
      subject: row.id,
      entity: { kind: 'report', id: row.id },
      after: standing,
    })),
  )
  context.stale(['reports'])
}

/** Gives a report back with reasons by cell. */
export async function returnReportOf(
  context: WriteContext,
  { id, revision, remarks }: Parsed<typeof returnReport>,
): Promise<Report> {
  const { db, region, user, now } = context
  const row = await heldReport(context, id, 'review-reports')
  await sameRevision(context, row, revision)
  const { form } = (await groundOfRow(context, row)).compiled
  const strange = remarks.find(({ cell }) => cell !== undefined && !readCellKey(form, cell))
  if (strange) throw badInput('cell-unknown', 'The form has no such cell', { cell: strange.cell })
  move(context, row, form, 'return')
  await addRemarks(db, { region: region.code, by: user, at: now }, id, remarks)
  return back(context, row, {
    act: 'returned',
    action: 'report-returned',
    why: remarks.map(({ text }) => text).join('；'),
    formName: form.name,
  })
}

/** Lets an accepted report be corrected; what is known of it holds until the correction is accepted. */
export async function reopenReportOf(
  context: WriteContext,
  { id, revision, why }: Parsed<typeof reopenReport>,
): Promise<Report> {
  const row = await heldReport(context, id, 'review-reports')
  await sameRevision(context, row, revision)
  const { form } = (await groundOfRow(context, row)).compiled
  move(context, row, form, 'reopen')
  return back(context, row, {
    act: 'reopened',
    action: 'report-reopened',
    why,
    formName: form.name,
  })
}

function move(
  context: WriteContext,
  row: PlacedReport,
  form: Parameters<typeof stepsOf>[0],
  act: ReportAct,
): void {
  const moved = afterAct(stepsOf(form, row), standingOfRow(row), act, stepOf(context))
  if (!moved.ok) throw refused(refusalCodes[moved.error], `The report cannot be moved: ${act}`)
}

async function back(
  context: WriteContext,
  row: PlacedReport,
  {
    act,
    action,
    why,
    formName,
  }: {
    readonly act: 'returned' | 'reopened'
    readonly action: 'report-returned' | 'report-reopened'
    readonly why: string
    readonly formName: string
  },
): Promise<Report> {
  const { db, region, user, now } = context
  const { id } = row
  const change = {
    state: 'returned' as const,
    waitsFor: null,
    reviewedAt: now,
    changedAt: now,
    revision: row.revision + 1,
  }
  await saveReportRow(db, row, change)
  await addActs(db, { region: region.code, by: user, at: now }, [{ report: id, act, text: why }])
  const entity = { kind: 'report', id }
  await record(db, [{ region: region.code, at: now, by: user, action, subject: id, entity, why }])
  const owner = row.ownId ?? row.organisationId
  if (owner !== null) {
    await notify(context, {
      region: region.code,
      to: { organisation: owner, allowed: 'fill-reports' },
      except: user.id,
      kind: 'report-returned',
      subject: { kind: 'report', id },
      values: { form: formName, period: periodName(row.period), by: user.name },
      link: `/reports/${id}`,
    })
  }
  context.stale(['reports'])
  return reportView(context, { ...row, ...change })
}
