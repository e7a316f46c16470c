import { type Subject, subjectKey } from '#core/indicator/figure.ts'
import {
  type Dimension,
  endMonth,
  memberKinds,
  type MembershipChange,
} from '#core/indicator/membership.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'
import { sql } from 'kysely'

export type StoredMembership = Pick<
  Row<'membership'>,
  | 'subjectKind'
  | 'subjectCode'
  | 'dimension'
  | 'member'
  | 'share'
  | 'firstEnd'
  | 'lastEnd'
  | 'fromPeriod'
  | 'toPeriod'
>

/** The memberships of subjects as they are known now, by `subjectKey`. */
export async function membershipsOf(
  db: ReadDb,
  region: string,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, readonly StoredMembership[]>> {
  const kinds = memberKinds.filter((kind) => subjects.some((subject) => subject.kind === kind))
  if (kinds.length === 0) return new Map()
  const rows = await db
    .selectFrom('membership')
    .select(['subjectKind', 'subjectCode', 'dimension', 'member', 'share'])
    .select(['firstEnd', 'lastEnd', 'fromPeriod', 'toPeriod'])
    .where('regionCode', '=', region)
    .where('knownTo', 'is', null)
    .where('subjectKind', 'in', kinds)
    .where('subjectCode', '=', sql<string>`any(${subjects.map(({ code }) => code)}::text[])`)
    .execute()
  return Map.groupBy(rows, ({ subjectKind, subjectCode }) =>
    subjectKey({ kind: subjectKind, code: subjectCode }),
  )
}

/** Ends what is known of the memberships of subjects in dimensions. */
export async function endMemberships(
  db: Db,
  region: string,
  changes: readonly { readonly subject: Subject; readonly dimension: Dimension }[],
  knownTo: string,
): Promise<void> {
  await sql`
    update membership m set known_to = ${knownTo}
    from unnest(
      ${changes.map(({ subject }) => subject.kind)}::text[],
      ${changes.map(({ subject }) => subject.code)}::text[],
      ${changes.map(({ dimension }) => dimension)}::text[]
    ) as c (kind, code, dimension)
    where m.region_code = ${region} and m.known_to is null and m.dimension = c.dimension
      and m.subject_kind = c.kind and m.subject_code = c.code
  `.execute(db)
}

const columns: ColumnTypes<'membership'> = {
  regionCode: 'text',
  subjectKind: 'text',
  subjectCode: 'text',
  dimension: 'text',
  member: 'text',
  fromPeriod: 'text',
  knownFrom: 'timestamptz',
  knownTo: 'timestamptz',
  toPeriod: 'text',
  firstEnd: 'integer',
  lastEnd: 'integer',
  share: 'numeric',
}

/** Stores the memberships of changes, known from a moment on; gives them as they are kept. */
export async function insertMemberships(
  db: Db,
  region: string,
  changes: readonly MembershipChange[],
  knownFrom: string,
): Promise<readonly StoredMembership[]> {
  const rows = changes.flatMap(({ subject, dimension, memberships }) =>
    memberships.map(({ member, share, from, to }) => ({
      regionCode: region,
      subjectKind: subject.kind,
      subjectCode: subject.code,
      dimension,
      member,
      share,
      knownFrom,
      knownTo: null,
      fromPeriod: from,
      toPeriod: to ?? null,
      firstEnd: endMonth(from),
      lastEnd: to === undefined ? null : endMonth(to),
    })),
  )
  await insertMany(db, 'membership', columns, rows)
  return rows
}
