import { figureKey, type GivenFigure, subjectKey } from '#core/indicator/figure.ts'
import type { ReportId } from '#core/id.ts'
import { figuresOfReport } from '#core/report/report-figures.ts'
import { record } from '#server/event/store.ts'
import type { ReadContext, WriteContext } from '#server/http/context.ts'
import { acceptFigures, withdrawFigures } from '#server/indicator/accept-figures.ts'
import type { Acceptance } from '#server/indicator/acceptance.ts'
import { staleFigures } from '#server/indicator/record-figures.ts'
import { decideHits } from './check-hits.ts'
import { asCells, groundsOf, type ReportGround, toldElsewhere, unitsOf } from './ground.ts'
import { addActs } from './report-history.ts'
import { moveReports, type PlacedReport } from './report-store.ts'

/** The grounds of some reports, whatever forms and periods they are of. */
export async function groundsOfRows(
  { db, region }: Pick<ReadContext, 'db' | 'region'>,
  rows: readonly PlacedReport[],
): Promise<(row: PlacedReport) => ReportGround> {
  const found = new Map<string, ReportGround>()
  const rounds = Map.groupBy(rows, ({ form, version, period }) => `${form} ${version} ${period}`)
  for (const [key, own] of rounds) {
    const [first] = own
    if (!first) continue
    const { form, version, period } = first
    const subjects = own.map((row) => ({ kind: row.subjectKind, code: row.subjectCode }))
    const ground = await groundsOf(db, region.code, { form, version, period, subjects })
    for (const subject of subjects) found.set(`${key} ${subjectKey(subject)}`, ground(subject))
  }
  return (row) => {
    const subject = subjectKey({ kind: row.subjectKind, code: row.subjectCode })
    const ground = found.get(`${row.form} ${row.version} ${row.period} ${subject}`)
    if (!ground) throw new Error(`No ground for the report ${row.id}`)
    return ground
  }
}

/**
 * Makes the figures of reports known, in the caller's transaction: they, every sum they stand in and the
 * reports move together. What a report told before and tells no more is withdrawn. [K2]
 */
export async function acceptReports(
  context: WriteContext,
  rows: readonly PlacedReport[],
  groundOf?: (row: PlacedReport) => ReportGround,
): Promise<void> {
  if (rows.length === 0) return
  const { db, region, user, now } = context
  const grounds = groundOf ?? (await groundsOfRows(context, rows))
  await makeKnown(context, rows, {
    grounds,
    cause: 'report-accepted',
    cellsOf: ({ cells }) => cells,
  })
  const ids: readonly ReportId[] = rows.map(({ id }) => id)
  await moveReports(db, region.code, {
    ids,
    change: {
      state: 'accepted',
      waitsFor: null,
      reviewedAt: now,
      acceptedAt: now,
      changedAt: now,
    },
    keepsCells: true,
  })
  await decideHits(db, region.code, ids)
  await addActs(
    db,
    { region: region.code, by: user, at: now },
    ids.map((report) => ({ report, act: 'accepted' })),
  )
  await record(
    db,
    rows.map(({ id, form, period }) => ({
      region: region.code,
      at: now,
      by: user,
      action: 'report-accepted' as const,
      subject: id,
      entity: { kind: 'report', id },
      after: { form, period },
    })),
  )
  context.stale(['reports'], ...staleFigures)
}

/** Makes what cells tell known, in place of what the same reports made known before. */
export async function makeKnown(
  { db, region, user, now }: WriteContext,
  rows: readonly PlacedReport[],
  {
    grounds,
    cause,
    why,
    cellsOf,
  }: {
    readonly grounds: (row: PlacedReport) => ReportGround
    readonly cause: 'report-accepted' | 'report-estimated'
    readonly why?: string
    readonly cellsOf: (row: PlacedReport) => PlacedReport['cells']
  },
): Promise<void> {
  const unitOf = await unitsOf(db)
  const told = (row: PlacedReport, cells: PlacedReport['cells']): readonly GivenFigure[] => {
    const ground = grounds(row)
    const others = toldElsewhere(ground)
    const { form } = ground.compiled
    return figuresOfReport({
      form: withoutRows(form, others),
      period: row.period,
      subject: { kind: row.subjectKind, code: row.subjectCode },
      cells: asCells(cells),
      reference: row.id,
      unitOf,
    })
  }
  const figures = rows.flatMap((row) => {
    const all = told(row, cellsOf(row))
    // Of an estimate only what could be estimated is told.
    return cause === 'report-estimated' ? all.filter(({ value }) => value !== null) : all
  })
  const keys = new Set(figures.map(figureKey))
  const gone = rows
    .flatMap((row) => (row.knownCells === null ? [] : told(row, row.knownCells)))
    .filter((figure) => figure.value !== null && !keys.has(figureKey(figure)))
  const acceptance: Acceptance = {
    region: region.code,
    by: user,
    at: now,
    cause,
    ...(why !== undefined && { why }),
  }
  if (gone.length > 0) await withdrawFigures(db, acceptance, gone)
  if (figures.length > 0) await acceptFigures(db, acceptance, figures)
}

/** A form as it is without some rows. */
export function withoutRows(
  form: ReportGround['compiled']['form'],
  rows: ReadonlySet<string>,
): ReportGround['compiled']['form'] {
  if (rows.size === 0) return form
  return {
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      rows: section.rows.filter(({ code }) => !rows.has(code)),
    })),
  }
}
