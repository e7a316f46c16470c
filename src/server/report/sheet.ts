import type { reportSheet, saveSheet, SheetReport, submitReports } from '#contract/collection.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import type { EnterpriseId } from '#core/id.ts'
import { nameOn } from '#core/organisation/organisation.ts'
import { isWritable } from '#core/report/life.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { ReadContext, WriteContext } from '#server/http/context.ts'
import { Failure, notFound } from '#server/http/failure.ts'
import type { Seen } from '#server/indicator/figure-scope.ts'
import { organisationsOf } from '#server/organisation/store.ts'
import { groundsOfRows } from './accept.ts'
import { keepChanges, submitReportOf } from './fill.ts'
import { formsOf } from './form-store.ts'
import { cellsOfReport, type ReportGround } from './ground.ts'
import { formOfReport } from './line.ts'
import { findReports, lockReports, type PlacedReport } from './report-store.ts'
import { roundOf } from './round-store.ts'

/** All reports of a round the caller fills in, as one table, and which enterprises but their own it shows. */
export async function sheetOf(
  context: ReadContext,
  { form, period }: Parsed<typeof reportSheet>,
): Promise<Answer<typeof reportSheet> & { readonly seen: readonly Seen[] }> {
  const { db, region, scopeOf, organisations } = context
  const round = await roundOf(db, region.code, form, period)
  const rows = await findReports(db, region.code, { form, period, scope: scopeOf('fill-reports') })
  const [first] = rows
  if (!round || !first) throw notFound('Round')
  const grounds = await groundsOfRows(context, rows)
  const names = await placesOf(context, rows)
  return {
    form: formOfReport(await formsOf(db, region.code), first).form,
    due: round.due,
    reports: rows.map((row) => sheetReport(row, grounds(row), names)),
    seen: rows.flatMap(({ enterpriseId: code, ownId }): readonly Seen[] =>
      code === null || (ownId !== null && organisations.has(ownId))
        ? []
        : [{ subject: { kind: 'enterprise', code }, indicator: form, period }],
    ),
  }
}

interface Places {
  readonly place: (row: PlacedReport) => string | undefined
  readonly uscc: (row: PlacedReport) => string | undefined
}

async function placesOf(
  { db, region, now }: ReadContext | WriteContext,
  rows: readonly PlacedReport[],
): Promise<Places> {
  const day = dayInChina(now)
  const units = new Map((await organisationsOf(db, region.code)).map((one) => [one.id, one]))
  const codes = await codesOf(
    db,
    region.code,
    rows.flatMap(({ enterpriseId }) => enterpriseId ?? []),
  )
  return {
    place: ({ parkId, townId, organisationId }) => {
      const unit = units.get(parkId ?? townId ?? organisationId ?? ('' as never))
      return unit && nameOn(unit, day)
    },
    uscc: ({ enterpriseId }) => (enterpriseId === null ? undefined : codes.get(enterpriseId)),
  }
}

async function codesOf(
  db: ReadDb,
  region: string,
  ids: readonly EnterpriseId[],
): Promise<ReadonlyMap<EnterpriseId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('enterprise')
    .select(['id', 'uscc'])
    .where('regionCode', '=', region)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.flatMap(({ id, uscc }) => (uscc === null ? [] : [[id, uscc]])))
}

function sheetReport(
  row: PlacedReport,
  ground: ReportGround,
  { place, uscc }: Places,
): SheetReport {
  const [where, code] = [place(row), uscc(row)]
  const mayWrite = isWritable(row)
  return {
    id: row.id,
    revision: row.revision,
    subject: { kind: row.subjectKind, code: row.subjectCode },
    name: row.enterpriseName ?? row.title,
    ...(code !== undefined && { uscc: code }),
    ...(where !== undefined && { place: where }),
    state: row.state,
    mayWrite,
    cells: Object.fromEntries(cellsOfReport(row, ground).cells),
    locked: mayWrite ? [...ground.locked.keys()] : [],
    hardHits: row.hardHits,
    softHits: row.softHits,
  }
}

/** Saves changes of many reports of a round in one transaction, each merged cell by cell. [K5] */
export async function saveSheetOf(
  context: WriteContext,
  { form, period, reports }: Parsed<typeof saveSheet>,
): Promise<Answer<typeof saveSheet>> {
  const { db, region, scopeOf } = context
  const ids = reports.map(({ id }) => id)
  await lockReports(db, region.code, ids)
  const scope = scopeOf('fill-reports')
  const rows = await findReports(db, region.code, { form, period, ids, scope })
  const grounds = await groundsOfRows(context, rows)
  const names = await placesOf(context, rows)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const saved: SheetReport[] = []
  const conflicts: Answer<typeof saveSheet>['conflicts'][number][] = []
  const refused: Answer<typeof saveSheet>['refused'][number][] = []
  for (const { id, revision, changes } of reports) {
    const row = byId.get(id)
    if (!row || !isWritable(row)) {
      refused.push({ id, code: row ? 'report-not-open' : 'not-found' })
      continue
    }
    const ground = grounds(row)
    const kept = await keepChanges(context, row, ground, { revision, changes })
    byId.set(id, kept.row)
    saved.push(sheetReport(kept.row, ground, names))
    const name = row.enterpriseName ?? row.title
    conflicts.push(...kept.merged.conflicts.map((conflict) => ({ id, name, ...conflict })))
  }
  return { reports: saved, conflicts, refused }
}

/** Hands in many reports; what a rule refuses stays as it is and is told. */
export async function submitReportsOf(
  context: WriteContext,
  { ids }: Parsed<typeof submitReports>,
): Promise<Answer<typeof submitReports>> {
  const { db, region, scopeOf } = context
  await lockReports(db, region.code, ids)
  const rows = await findReports(db, region.code, { ids, scope: scopeOf('fill-reports') })
  const known = new Map(rows.map((row) => [row.id, row]))
  const refused: Answer<typeof submitReports>['refused'][number][] = []
  let submitted = 0
  for (const id of new Set(ids)) {
    const row = known.get(id)
    const code = row ? await refusalOf(context, row) : 'not-found'
    if (code === undefined) submitted += 1
    else refused.push({ id, name: row?.enterpriseName ?? row?.title ?? '', code })
  }
  return { submitted, refused }
}

/** Hands a report in; why it cannot be, where a rule refuses it before anything is written. */
async function refusalOf(context: WriteContext, row: PlacedReport): Promise<string | undefined> {
  try {
    await submitReportOf(context, { id: row.id, revision: row.revision })
    return undefined
  } catch (error) {
    if (error instanceof Failure) return error.problem.code
    throw error
  }
}
