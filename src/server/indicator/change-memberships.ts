import { type Subject, subjectKey } from '#core/indicator/figure.ts'
import { countsAt, type MembershipChange, membershipRefusal } from '#core/indicator/membership.ts'
import { type SumChange, sumDifferences } from '#core/indicator/sum.ts'
import type { Db } from '#server/db/db.ts'
import { badInput } from '#server/http/failure.ts'
import type { Acceptance, Accepted } from './acceptance.ts'
import { holdClock, saveClock } from './clock.ts'
import {
  endMemberships,
  insertMemberships,
  membershipsOf,
  type StoredMembership,
} from './membership-store.ts'
import { summableFigures } from './observation-store.ts'
import { addToSums } from './sum-store.ts'

// The figures of so many subjects are moved at a time: 60 items of five years are 3,600 rows each.
const subjectsAtOnce = 25

/**
 * Replaces memberships and derives anew, by difference, exactly the sums they touch, in the caller's
 * transaction. Memberships that stay as they are change nothing. Refuses (400) shares outside of 0 to 1 and a member
 * named twice for one period.
 */
export async function changeMemberships(
  db: Db,
  acceptance: Acceptance,
  changes: readonly MembershipChange[],
): Promise<Accepted> {
  check(changes)
  const { region } = acceptance
  let clock = await holdClock(db, acceptance)
  const { knownFrom } = clock
  const was = await membershipsOf(
    db,
    region,
    changes.map(({ subject }) => subject),
  )
  const different = changes.filter((change) => isDifferent(change, was))
  if (different.length === 0) return { knownFrom, changed: 0 }

  await endMemberships(db, region, different, knownFrom)
  await insertMemberships(db, region, different, knownFrom)
  const subjects = distinct(different.map(({ subject }) => subject))
  const is = await membershipsOf(db, region, subjects)
  for (let first = 0; first < subjects.length; first += subjectsAtOnce) {
    const some = subjects.slice(first, first + subjectsAtOnce)
    const moves = await movesOf(db, region, some, { was, is })
    clock = await addToSums(db, region, clock, sumDifferences(moves))
  }
  await saveClock(db, region, clock, 'everything')
  return { knownFrom, changed: different.length }
}

type BySubject = ReadonlyMap<string, readonly StoredMembership[]>

/** Every figure of the subjects that counts elsewhere than it did. */
async function movesOf(
  db: Db,
  region: string,
  subjects: readonly Subject[],
  { was, is }: { readonly was: BySubject; readonly is: BySubject },
): Promise<readonly SumChange[]> {
  const figures = await summableFigures(db, region, subjects)
  return figures.map((known) => {
    const key = subjectKey({ kind: known.subjectKind, code: known.subjectCode })
    return {
      indicator: known.indicator,
      period: known.period,
      was: {
        known,
        counts: countsAt(region, was.get(key) ?? [], known.ends),
      },
      is: {
        known,
        counts: countsAt(region, is.get(key) ?? [], known.ends),
      },
    }
  })
}

function check(changes: readonly MembershipChange[]): void {
  const seen = new Set<string>()
  for (const { subject, dimension, memberships } of changes) {
    const key = `${subjectKey(subject)} ${dimension}`
    if (seen.has(key)) {
      throw badInput('membership-twice', 'A dimension of a subject is given twice', { key })
    }
    seen.add(key)
    const refusal = membershipRefusal(memberships)
    if (refusal) throw badInput(refusal.code, 'These memberships cannot stand', refusal)
  }
}

function isDifferent({ subject, dimension, memberships }: MembershipChange, was: BySubject) {
  const before = (was.get(subjectKey(subject)) ?? [])
    .filter((one) => one.dimension === dimension)
    .map((one) => `${one.member} ${Number(one.share)} ${one.fromPeriod} ${one.toPeriod ?? ''}`)
  const after = memberships.map(
    (one) => `${one.member} ${Number(one.share)} ${one.from} ${one.to ?? ''}`,
  )
  return before.toSorted().join('\n') !== after.toSorted().join('\n')
}

function distinct(subjects: readonly Subject[]): readonly Subject[] {
  return [...new Map(subjects.map((subject) => [subjectKey(subject), subject])).values()]
}
