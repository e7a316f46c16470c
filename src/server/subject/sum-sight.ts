import type { Subject } from '#core/indicator/figure.ts'
import { subjectKey } from '#core/indicator/figure.ts'
import { keptMember } from '#core/indicator/membership.ts'
import { fewestMembers } from '#core/indicator/suppression.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { Identity } from '#server/http/context.ts'
import { lookerOf, subjectsWithin } from '#server/indicator/figure-scope.ts'
import { sightOf } from './sight.ts'

/**
 * Of which subjects somebody may be told what lies behind a figure. As `sightOf`, but a park or an industry
 * of fewer enterprises than `fewestMembers` tells what each of them is: it is theirs only in whose scope it
 * lies. `members` is how many a sum is made of, where that is known; else how many belong to it at present.
 */
export async function sumSightOf(
  context: Pick<Identity, 'region' | 'actions' | 'scopeOf'> & { readonly db: ReadDb },
): Promise<(subject: Subject, members?: number) => boolean> {
  const { db, region } = context
  const sees = await sightOf(context)
  const looker = lookerOf(context)
  if (looker.scope.kind === 'region') return sees
  const members = await membersOf(db, region.code)
  const groups = [...members.values()].map(({ subject }) => subject)
  const own = await subjectsWithin(db, looker, groups)
  return (subject, count) => {
    if (subject.kind === 'enterprise' || subject.kind === 'project') return sees(subject)
    const key = subjectKey(subject)
    const behind = count ?? members.get(key)?.enterprises.size ?? fewestMembers
    return own.has(key) || behind >= fewestMembers
  }
}

interface Group {
  readonly subject: Subject
  readonly enterprises: Set<string>
}

/** The enterprises that belong to each member of a dimension at present. */
async function membersOf(db: ReadDb, region: string): Promise<ReadonlyMap<string, Group>> {
  const rows = await db
    .selectFrom('membership')
    .select(['dimension', 'member', 'subjectCode'])
    .where('regionCode', '=', region)
    .where('subjectKind', '=', 'enterprise')
    .where('lastEnd', 'is', null)
    .where('knownTo', 'is', null)
    .execute()
  const groups = new Map<string, Group>()
  for (const { dimension, member, subjectCode } of rows) {
    const subject: Subject = { kind: dimension, code: keptMember(dimension, member) }
    const key = subjectKey(subject)
    const group = groups.get(key) ?? { subject, enterprises: new Set<string>() }
    group.enterprises.add(subjectCode)
    groups.set(key, group)
  }
  return groups
}
