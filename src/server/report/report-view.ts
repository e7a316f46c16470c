import type { Report } from '#contract/report.ts'
import { isWithin } from '#core/access/scope.ts'
import { checkHits, missingCells } from '#core/report/checks.ts'
import type { Form, ReviewStep } from '#core/report/form.ts'
import { afterAct, isWritable, type ReportStanding } from '#core/report/life.ts'
import type { ReadContext } from '#server/http/context.ts'
import { cellsOfReport, groundsOf, type ReportGround } from './ground.ts'
import { lineGround, reportLine } from './line.ts'
import { withListedRows } from './listed-store.ts'
import { actsOf, remarksOf } from './report-history.ts'
import type { PlacedReport } from './report-store.ts'

/** For which step of review somebody acts: all of the region, or a park or town of it. */
export function stepOf({
  actions,
  scopeOf,
}: Pick<ReadContext, 'actions' | 'scopeOf'>): ReviewStep | undefined {
  if (!actions.has('review-reports')) return undefined
  return scopeOf('review-reports').kind === 'region' ? 'region' : 'park'
}

/** The steps a report passes: where it lies in no park and no town there is none to pass. */
export function stepsOf(
  { review }: Pick<Form, 'review'>,
  { parkId, townId }: Pick<PlacedReport, 'parkId' | 'townId'>,
): Pick<Form, 'review'> {
  const hasPark = parkId !== null || townId !== null
  return { review: review.filter((step) => step !== 'park' || hasPark) }
}

export function standingOfRow({
  state,
  waitsFor,
}: Pick<PlacedReport, 'state' | 'waitsFor'>): ReportStanding {
  return { state, ...(waitsFor !== null && { waitsFor }) }
}

/** Whether a report lies within the reach of an action of the caller. */
export function reaches(
  { actions, scopeOf }: Pick<ReadContext, 'actions' | 'scopeOf'>,
  action: 'see-reports' | 'fill-reports' | 'review-reports',
  { organisationId, parkId, townId, ownId }: PlacedReport,
): boolean {
  return actions.has(action) && isWithin(scopeOf(action), organisationId, parkId, townId, ownId)
}

export async function groundOfRow(
  { db, region }: Pick<ReadContext, 'db' | 'region'>,
  row: PlacedReport,
): Promise<ReportGround> {
  const subject = { kind: row.subjectKind, code: row.subjectCode }
  const { form, version, period } = row
  const ground = await groundsOf(db, region.code, { form, version, period, subjects: [subject] })
  return withListedRows(db, row, ground(subject))
}

/** A report with all its page shows. */
export async function reportView(
  context: ReadContext,
  row: PlacedReport,
  known?: ReportGround,
): Promise<Report> {
  const { db, region, now } = context
  const ground = known ?? (await groundOfRow(context, row))
  const { compiled, archive, names, elsewhere, locked } = ground
  const at = cellsOfReport(row, ground)
  const own = [{ form: compiled.form, version: row.version }]
  const isOpen = isWritable(row)
  const step = stepOf(context)
  const mayPass = afterAct(stepsOf(compiled.form, row), standingOfRow(row), 'pass', step).ok
  const mayReopen = afterAct(stepsOf(compiled.form, row), standingOfRow(row), 'reopen', step).ok
  const acts = await actsOf(db, region.code, row.id)
  const remarks = await remarksOf(db, region.code, row.id)
  return {
    line: reportLine(row, await lineGround(db, region.code, now, own)),
    form: compiled.form,
    formVersion: row.version,
    revision: row.revision,
    cells: Object.fromEntries(at.cells),
    locked: isOpen ? Object.fromEntries([...locked].map(([key, { from }]) => [key, from])) : {},
    archive: [...archive].map(([period, cells]) => ({ period, cells: Object.fromEntries(cells) })),
    elsewhere: names.map(({ name, unit }) => {
      const value = elsewhere.get(name)
      return { name, unit, ...(value !== undefined && { value }) }
    }),
    hits: checkHits(compiled, at).map((hit) => {
      const explanation = row.explanations[hit.check]
      return { ...hit, ...(explanation && { explanation }) }
    }),
    missing: missingCells(at),
    remarks: remarks.map(({ cell, text, by, at: moment }) => ({
      ...(cell !== null && { cell }),
      text,
      by,
      at: moment,
    })),
    history: acts.map(({ act, by, at: moment, text }) => ({
      act,
      by,
      at: moment,
      ...(text !== null && { text }),
    })),
    mayWrite: isOpen && reaches(context, 'fill-reports', row),
    mayReview: (mayPass || mayReopen) && reaches(context, 'review-reports', row),
  }
}
