import type { Person } from '#contract/session.ts'
import type { TargetId } from '#core/id.ts'
import { type Subject, subjectKey } from '#core/indicator/figure.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'

/** By what a target is measured, in all versions of its plan. */
export interface Binding {
  readonly lineageId: string
  readonly indicator: string
  readonly subject: Subject
  readonly confirmedBy: Person
  readonly confirmedAt: string
}

/** The bindings of a region. */
export async function bindingsOf(db: ReadDb, region: string): Promise<readonly Binding[]> {
  const rows = await db
    .selectFrom('targetBinding')
    .selectAll()
    .where('regionCode', '=', region)
    .execute()
  return rows.map(asBinding)
}

export async function bindingOf(
  db: ReadDb,
  region: string,
  lineageId: string,
): Promise<Binding | undefined> {
  const row = await db
    .selectFrom('targetBinding')
    .selectAll()
    .where('regionCode', '=', region)
    .where('lineageId', '=', lineageId)
    .executeTakeFirst()
  return row && asBinding(row)
}

/** Puts a binding in place of the one there was. */
export async function saveBinding(db: Db, region: string, binding: Binding): Promise<void> {
  const { lineageId, indicator, subject, confirmedBy, confirmedAt } = binding
  await removeBinding(db, region, lineageId)
  await db
    .insertInto('targetBinding')
    .values({
      regionCode: region,
      lineageId,
      indicator,
      subjectKind: subject.kind,
      subjectCode: subject.code,
      confirmedBy,
      confirmedAt,
    })
    .execute()
}

export async function removeBinding(db: Db, region: string, lineageId: string): Promise<void> {
  await db
    .deleteFrom('targetBinding')
    .where('regionCode', '=', region)
    .where('lineageId', '=', lineageId)
    .execute()
}

export interface MeasuredTarget {
  readonly id: TargetId
  readonly indicator: string
  /** As the plan calls it. */
  readonly name: string
}

/** The targets in force that are measured by any of the indicators, of any of the subjects where some are named. */
export async function bindingsMeasuredBy(
  db: ReadDb,
  region: string,
  indicators: readonly string[],
  subjects?: readonly Subject[],
): Promise<readonly MeasuredTarget[]> {
  const wanted = subjects && new Set(subjects.map(subjectKey))
  const rows = await db
    .selectFrom('targetBinding')
    .innerJoin('planTarget', (join) =>
      join
        .onRef('planTarget.regionCode', '=', 'targetBinding.regionCode')
        .onRef('planTarget.lineageId', '=', 'targetBinding.lineageId'),
    )
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.regionCode', '=', 'planTarget.regionCode')
        .onRef('plan.latestVersionId', '=', 'planTarget.versionId'),
    )
    .select(['planTarget.id', 'targetBinding.indicator', 'planTarget.indicator as name'])
    .select(['targetBinding.subjectKind', 'targetBinding.subjectCode'])
    .where('targetBinding.regionCode', '=', region)
    .where('targetBinding.indicator', 'in', indicators)
    .orderBy('planTarget.position')
    .execute()
  return rows.filter(
    ({ subjectKind, subjectCode }) =>
      wanted?.has(subjectKey({ kind: subjectKind, code: subjectCode })) ?? true,
  )
}

function asBinding(row: Row<'targetBinding'>): Binding {
  const { lineageId, indicator, subjectKind, subjectCode, confirmedBy, confirmedAt } = row
  return {
    lineageId,
    indicator,
    subject: { kind: subjectKind, code: subjectCode },
    confirmedBy,
    confirmedAt,
  }
}
