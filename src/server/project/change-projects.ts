import type { EventAction } from '#contract/texts/event-texts.zh.ts'
import type { ProjectContent } from '#contract/project.ts'
import { fromTheStart } from '#core/enterprise/memberships.ts'
import type { MembershipChange } from '#core/indicator/membership.ts'
import { comparePeriods } from '#core/period/period.ts'
import { isProjectCode } from '#core/project/project.ts'
import { dayInChina } from '#server/clock.ts'
import { saveRevisions } from '#server/db/save-revisions.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { badInput, refused } from '#server/http/failure.ts'
import { changeMemberships } from '#server/indicator/change-memberships.ts'
import { indexFor } from '#server/search/store.ts'
import { entryOf } from './search-entries.ts'
import { insertProjects, saveProject, type StoredProject } from './store.ts'
import { type ProjectUnits, unitsOf } from './words.ts'

/** A project before and after a change; without `before` it is new. */
export interface ProjectChange {
  readonly before?: StoredProject
  readonly after: StoredProject
  readonly why: string
}

type Entered = Omit<StoredProject, 'id' | 'revision'>

/** What somebody entered, in the form the registry keeps it; refuses (400) what cannot be. */
export function enteredProject(
  units: ProjectUnits,
  { code = '', ...content }: ProjectContent,
): Entered {
  if (code !== '' && !isProjectCode(code)) {
    throw badInput('project-code-wrong', 'This is no code of an investment project', { code })
  }
  const { unit, place, from, to, yearPlans } = content
  if (unit !== undefined && !units.has(unit)) throw badInput('project-unit-unknown', 'No such unit')
  if (place !== undefined && units.get(place)?.dimension === undefined) {
    throw badInput('project-place-unknown', 'No such park or town')
  }
  if (from !== undefined && to !== undefined && comparePeriods(from, to) > 0) {
    throw badInput('project-backwards', 'It ends before it begins', { from, to })
  }
  if (new Set(yearPlans.map(({ year }) => year)).size < yearPlans.length) {
    throw badInput('project-year-twice', 'Two plans of one year')
  }
  return { ...content, ...(code !== '' && { code }) }
}

/**
 * Writes changes with what follows from them: where investment counts, the log, what can be found. Refuses
 * (409) a code another project has.
 */
export async function applyProjectChanges(
  context: WriteContext,
  changes: readonly ProjectChange[],
): Promise<readonly StoredProject[]> {
  const { db, region, user, now } = context
  await refuseTakenCodes(context, changes)
  const saved = await saveRevisions(
    changes,
    (entries) => insertProjects(db, region.code, entries),
    (entry) => saveProject(db, region.code, entry),
  )
  const units = await unitsOf(db, region.code, dayInChina(now))
  const accepted = { region: region.code, by: user, at: now, cause: 'project-changed' }
  const moved = changes.filter(({ before, after }) => before?.place !== after.place)
  await changeMemberships(
    db,
    accepted,
    moved.flatMap(({ after }) => placesOf(after, units)),
  )
  await indexFor(
    db,
    saved.map((one) => entryOf(region.code, one)),
    now,
  )
  await record(
    db,
    changes.map(({ before, after, why }) => ({
      region: region.code,
      at: now,
      by: user,
      action: (before ? 'project-changed' : 'project-added') satisfies EventAction,
      subject: after.id,
      entity: { kind: 'project', id: after.id },
      before,
      after,
      why,
    })),
  )
  context.stale(['projects'], ['figures'])
  return saved
}

/** A project lies where it lies: where the entry is corrected, all its investment counts there. */
export function placesOf(
  { id, place }: Pick<StoredProject, 'id' | 'place'>,
  units: ProjectUnits,
): readonly MembershipChange[] {
  const unit = place === undefined ? undefined : units.get(place)
  return (['park', 'town'] as const).map((dimension) => ({
    subject: { kind: 'project', code: id },
    dimension,
    memberships:
      unit?.dimension === dimension ? [{ member: unit.code, share: '1', from: fromTheStart }] : [],
  }))
}

async function refuseTakenCodes(
  { db, region }: WriteContext,
  changes: readonly ProjectChange[],
): Promise<void> {
  const codes = changes.flatMap(({ before, after }) =>
    after.code !== undefined && after.code !== before?.code ? [after.code] : [],
  )
  if (codes.length === 0) return
  const taken = await db
    .selectFrom('project')
    .select(['id', 'name', 'code'])
    .where('regionCode', '=', region.code)
    .where('code', 'in', codes)
    .executeTakeFirst()
  if (!taken && new Set(codes).size === codes.length) return
  throw refused('project-code-taken', 'Another project has this code', taken)
}
