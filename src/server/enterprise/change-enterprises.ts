import type { EventAction } from '#contract/texts/event-texts.zh.ts'
import type {
  addEnterprise,
  changeEnterprise,
  Enterprise as EnterpriseView,
} from '#contract/enterprise.ts'
import type { Parsed } from '#contract/route.ts'
import type { Enterprise, FormerName } from '#core/enterprise/enterprise.ts'
import {
  type Counting,
  countingChanges,
  countingOf,
  fromTheStart,
} from '#core/enterprise/memberships.ts'
import type { EnterpriseId, OrganisationId } from '#core/id.ts'
import { type Subject, subjectKey } from '#core/indicator/figure.ts'
import type { Dimension, Membership, MembershipChange } from '#core/indicator/membership.ts'
import { type Period, previousPeriod } from '#core/period/period.ts'
import { dayInChina } from '#server/clock.ts'
import { saveRevisions } from '#server/db/save-revisions.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { changedMeanwhile, notFound, refused } from '#server/http/failure.ts'
import { changeMemberships } from '#server/indicator/change-memberships.ts'
import { membershipsOf, type StoredMembership } from '#server/indicator/membership-store.ts'
import { newId } from '#server/new-id.ts'
import { indexFor } from '#server/search/store.ts'
import { enteredContent } from './content.ts'
import { entryOf } from './search-entries.ts'
import {
  insertEnterprises,
  lockEnterprise,
  saveEnterprise,
  type StoredEnterprise,
} from './store.ts'
import { enterpriseView } from './views.ts'
import { type Words, wordsOf } from './words.ts'

/** An enterprise before and after a change; without `before` it is new. */
export interface EnterpriseChange {
  readonly action: EventAction
  readonly before?: StoredEnterprise
  readonly after: StoredEnterprise
  readonly why?: string
  /** From when on its figures count elsewhere, where they do. */
  readonly from?: Period
}

/** Puts an enterprise into the registry. */
export async function add(
  context: WriteContext,
  { content, why }: Parsed<typeof addEnterprise>,
): Promise<EnterpriseView> {
  const { db, region, now } = context
  const words = await wordsOf(db, region.code, dayInChina(now))
  const entered = enteredContent(content, words)
  const after: StoredEnterprise = {
    ...entered,
    id: newId('enterprise'),
    formerNames: [],
    state: 'active',
    revision: 0,
  }
  await applyChanges(context, [{ action: 'enterprise-added', after, why }], words)
  return enterpriseView(db, region.code, after)
}

/** Changes what is known of an enterprise; a name it had is kept. */
export async function change(
  context: WriteContext,
  { id, revision, content, from, why }: Parsed<typeof changeEnterprise>,
): Promise<EnterpriseView> {
  const { db, region, now } = context
  const before = await heldEnterprise(context, id, revision)
  const words = await wordsOf(db, region.code, dayInChina(now))
  const after: StoredEnterprise = {
    ...kept(before),
    ...enteredContent(content, words, before),
    formerNames: namesAfter(before, content.name, dayInChina(now)),
  }
  const changes = [{ action: 'enterprise-changed' as const, before, after, why, from }]
  const [saved = after] = await applyChanges(context, changes, words)
  return enterpriseView(db, region.code, saved)
}

/** An enterprise of the caller's region, held for the transaction; refuses (409) who saw an older state. */
export async function heldEnterprise(
  { db, region }: WriteContext,
  id: EnterpriseId,
  revision: number,
): Promise<StoredEnterprise> {
  const one = await lockEnterprise(db, region.code, id)
  if (!one) throw notFound('Enterprise')
  if (one.revision !== revision) {
    const current = await enterpriseView(db, region.code, one)
    throw changedMeanwhile('Somebody changed the enterprise meanwhile', { current })
  }
  return one
}

/**
 * Writes changes with all that follows from them: sums of figures, the log, what can be found. Gives the
 * enterprises as they are now. Refuses (409) a code another enterprise has.
 */
export async function applyChanges(
  context: WriteContext,
  changes: readonly EnterpriseChange[],
  words: Words,
): Promise<readonly StoredEnterprise[]> {
  const { db, region, user, now } = context
  await refuseTakenCodes(context, changes)
  const saved = await saveRevisions(
    changes,
    (entries) => insertEnterprises(db, region.code, entries),
    (entry) => saveEnterprise(db, region.code, entry),
  )
  const accepted = { region: region.code, by: user, at: now, cause: 'enterprise-changed' }
  await changeMemberships(db, accepted, await countingDifferences(context, changes, words))
  await indexFor(
    db,
    saved.map((one) => entryOf(region.code, one)),
    now,
  )
  await record(
    db,
    changes.map(({ action, before, why }, index) => ({
      region: region.code,
      at: now,
      by: user,
      action,
      subject: saved[index]?.id ?? newId('enterprise'),
      entity: { kind: 'enterprise', id: saved[index]?.id ?? newId('enterprise') },
      before,
      after: saved[index],
      why,
    })),
  )
  context.stale(['enterprises'], ['figures'])
  return saved
}

/** What is to be said to the indicator engine; where an enterprise counted in earlier years stays. */
async function countingDifferences(
  { db, region }: WriteContext,
  changes: readonly EnterpriseChange[],
  words: Words,
): Promise<readonly MembershipChange[]> {
  const codeOf = (unit: OrganisationId): string | undefined => words.places.get(unit)?.code
  const subjectOf = ({ after }: EnterpriseChange): Subject => ({
    kind: 'enterprise',
    code: after.id,
  })
  const stored = await membershipsOf(db, region.code, changes.map(subjectOf))
  return changes.flatMap((one) => {
    const { after, from = fromTheStart } = one
    const was = storedCounting(stored.get(subjectKey(subjectOf(one))) ?? [])
    const change = { from, last: previousPeriod(from) }
    return countingChanges(after.id, was, countingOf(after, codeOf), change)
  })
}

function storedCounting(rows: readonly StoredMembership[]): Counting {
  const of = (dimension: Dimension): readonly Membership[] =>
    rows
      .filter((row) => row.dimension === dimension)
      .map(({ member, share, fromPeriod, toPeriod }) => ({
        member,
        share,
        from: fromPeriod,
        ...(toPeriod !== null && { to: toPeriod }),
      }))
  return {
    park: of('park'),
    town: of('town'),
    industry: of('industry'),
    chain: of('chain'),
    size: of('size'),
    tag: of('tag'),
  }
}

async function refuseTakenCodes(
  { db, region }: WriteContext,
  changes: readonly EnterpriseChange[],
): Promise<void> {
  const codes = changes.flatMap(({ before, after }) =>
    after.uscc !== undefined && after.uscc !== before?.uscc ? [after.uscc] : [],
  )
  if (codes.length === 0) return
  const taken = await db
    .selectFrom('enterprise')
    .select(['id', 'name', 'uscc'])
    .where('regionCode', '=', region.code)
    .where('uscc', 'in', codes)
    .executeTakeFirst()
  const isTwice = new Set(codes).size < codes.length
  if (!taken && !isTwice) return
  throw refused('enterprise-code-taken', 'Another enterprise has this code', taken)
}

/** What people do not enter. */
function kept(
  one: StoredEnterprise,
): Pick<
  StoredEnterprise,
  'id' | 'state' | 'revision' | 'formerNames' | 'organisation' | 'endedOn' | 'mergedInto'
> {
  const { id, state, revision, formerNames, organisation, endedOn, mergedInto } = one
  return {
    id,
    state,
    revision,
    formerNames,
    ...(organisation !== undefined && { organisation }),
    ...(endedOn !== undefined && { endedOn }),
    ...(mergedInto !== undefined && { mergedInto }),
  }
}

function namesAfter(before: Enterprise, name: string, today: string): readonly FormerName[] {
  if (before.name === name) return before.formerNames
  return [...before.formerNames, { name: before.name, to: today }]
}
