import type { EventAction } from '#contract/texts/event-texts.zh.ts'
import type {
  addOrganisation,
  changeOrganisation,
  Organisation as OrganisationView,
} from '#contract/organisation.ts'
import type { Parsed } from '#contract/route.ts'
import { changed, type OrganisationChange } from '#core/organisation/change-organisation.ts'
import { existsOn } from '#core/organisation/organisation.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { changedMeanwhile, notFound, refused } from '#server/http/failure.ts'
import { dayInChina } from '#server/clock.ts'
import { newId } from '#server/new-id.ts'
import {
  insertOrganisations,
  lockOrganisations,
  saveOrganisation,
  type StoredOrganisation,
} from './store.ts'
import { organisationView } from './views.ts'

/** Makes a unit in the caller's region. */
export async function add(
  context: WriteContext,
  given: Parsed<typeof addOrganisation>,
): Promise<OrganisationView> {
  const { db, region, now } = context
  const known = await lockOrganisations(db, region.code)
  if (known.some(({ code }) => code === given.code)) {
    throw refused('organisation-code-taken', 'Another unit has this code')
  }
  const { code, kind, name, parent, aliases, from, why } = given
  const above = known.find(({ id }) => id === parent)
  if (parent !== undefined && (!above || !existsOn(above, from))) {
    throw refused('organisation-above-missing', 'The unit above is not there on that day')
  }
  const organisation: StoredOrganisation = {
    id: newId('organisation'),
    code,
    kind,
    stages: [{ from, name, ...(parent !== undefined && { parent }) }],
    aliases,
    revision: 0,
  }
  await insertOrganisations(db, region.code, [organisation])
  await log(context, { action: 'organisation-added', after: organisation, why })
  context.stale(['organisations'])
  return organisationView(organisation, dayInChina(now))
}

/** Changes a unit of the caller's region, and the units below it where they pass to another. */
export async function change(
  context: WriteContext,
  { id, revision, change: wanted, why }: Parsed<typeof changeOrganisation>,
): Promise<OrganisationView> {
  const { db, region, now } = context
  const known = await lockOrganisations(db, region.code)
  const one = known.find((organisation) => organisation.id === id)
  if (!one) throw notFound('Organisation')
  if (one.revision !== revision) {
    const current = organisationView(one, dayInChina(now))
    throw changedMeanwhile('Somebody changed the unit meanwhile', { current })
  }
  const result = changed(known, one, withoutUndefined(wanted))
  if (!result.ok) throw refused(result.error, 'The unit cannot be changed like this')
  let view = organisationView(one, dayInChina(now))
  for (const next of result.value) {
    const before = known.find((organisation) => organisation.id === next.id)
    if (!before) continue
    const after = { ...next, revision: before.revision + 1 }
    await saveOrganisation(db, region.code, after)
    const isIt = after.id === id
    const action = isIt ? actionOf[wanted.kind] : 'organisation-passed-on'
    await log(context, { action, before, after, why })
    if (isIt) view = organisationView(after, dayInChina(now))
  }
  context.stale(['organisations'])
  return view
}

const actionOf: Readonly<Record<OrganisationChange['kind'], EventAction>> = {
  rename: 'organisation-renamed',
  move: 'organisation-moved',
  describe: 'organisation-described',
  abolish: 'organisation-abolished',
  merge: 'organisation-merged',
  restore: 'organisation-restored',
}

function withoutUndefined(change: Parsed<typeof changeOrganisation>['change']): OrganisationChange {
  if (change.kind !== 'move') return change
  const { parent, ...rest } = change
  return { ...rest, ...(parent !== undefined && { parent }) }
}

interface Entry {
  readonly action: EventAction
  readonly before?: StoredOrganisation
  readonly after: StoredOrganisation
  readonly why: string
}

function log({ db, region, now, user }: WriteContext, { after, ...entry }: Entry): Promise<void> {
  return record(db, [
    {
      ...entry,
      region: region.code,
      at: now,
      by: user,
      subject: after.id,
      entity: { kind: 'organisation', id: after.id },
      after,
    },
  ])
}
