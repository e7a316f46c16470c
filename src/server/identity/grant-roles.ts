import type { endGrant, Grant as GrantView, grantRole } from '#contract/identity.ts'
import type { Parsed } from '#contract/route.ts'
import type { Region } from '#contract/session.ts'
import { grantRefusal } from '#core/access/grant.ts'
import { everywhere } from '#core/access/region-cover.ts'
import type { OrganisationId } from '#core/id.ts'
import { existsOn, nameOn } from '#core/organisation/organisation.ts'
import type { Division } from '#core/plan/read-region.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { ReadContext, WriteContext } from '#server/http/context.ts'
import { badInput, type Failure, notFound, refused, regionNotYours } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { notify } from '#server/notification/notify.ts'
import {
  organisationOfId,
  organisationsOf,
  organisationsOfRegions,
  type StoredOrganisation,
} from '#server/organisation/store.ts'
import { allRegions, insertRegion } from '#server/region/store.ts'
import { lockAccount } from './account-store.ts'
import { allRoles, deleteGrant, type GrantRow, grantsOf, insertGrant } from './grant-store.ts'
import { regionNamed } from './region-named.ts'
import { trace } from './trace.ts'

type Names = ReadonlyMap<OrganisationId, string>

/** What the units that grants are limited to are called on a day. */
export async function organisationNames(
  db: ReadDb,
  rows: readonly GrantRow[],
  day: string,
): Promise<Names> {
  const limited = rows.filter(({ organisationId }) => organisationId !== null)
  const regions = [...new Set(limited.map(({ regionCode }) => regionCode))]
  const organisations = await organisationsOfRegions(db, regions)
  return new Map(organisations.map((one) => [one.id, nameOn(one, day)]))
}

/** A grant as it travels. */
export function grantView(row: GrantRow, region: Region, names: Names): GrantView {
  const { id, roleCode, organisationId, validFrom, validTo } = row
  return {
    id,
    role: roleCode,
    region,
    ...(organisationId !== null && {
      organisation: { id: organisationId, name: names.get(organisationId) ?? '' },
    }),
    from: validFrom,
    ...(validTo !== null && { to: validTo }),
  }
}

/** Gives a role to somebody else, where nothing stands against it. */
export async function grant(
  context: WriteContext,
  given: Parsed<typeof grantRole>,
  divisions: readonly Division[],
): Promise<GrantView> {
  const { db, user, now } = context
  // Held, so that two grants at once do not meet in one person.
  if (!(await lockAccount(db, given.id))) throw notFound('User')
  const roles = await allRoles(db)
  const role = roles.get(given.role)
  if (!role) throw notFound('Role')
  const region = regionNamed(given.region, await allRegions(db), divisions)
  if (!region) throw badInput('region-unknown', 'There is no such region')
  const day = dayInChina(now)
  const { from = day, to } = given
  const organisation = await grantable(db, region.code, given.organisation, day)
  const refusal = grantRefusal({
    by: { id: user.id, grants: await grantsOf(db, user.id, roles) },
    to: { id: given.id, grants: await grantsOf(db, given.id, roles) },
    grant: {
      role,
      region: region.code,
      from,
      ...(organisation && { organisation: organisation.id }),
      ...(to !== undefined && { to }),
    },
    day,
  })
  if (refusal) throw grantFailure(refusal)
  await insertRegion(db, region)
  const row: GrantRow = {
    id: newId('grant'),
    userId: given.id,
    roleCode: role.code,
    regionCode: region.code,
    organisationId: organisation?.id ?? null,
    validFrom: from,
    validTo: to ?? null,
    grantedBy: user,
    grantedAt: now,
  }
  await insertGrant(db, row)
  const names = new Map(organisation && [[organisation.id, nameOn(organisation, day)]])
  const view = grantView(row, region, names)
  await trace(db, {
    at: now,
    by: user,
    action: 'role-granted',
    account: given.id,
    entity: { kind: 'grant', id: row.id },
    after: view,
  })
  context.staleFor([given.id], ['session'])
  await notify(context, {
    region: everywhere,
    to: { users: [given.id] },
    kind: 'role-granted',
    subject: { kind: 'grant', id: row.id },
    values: { role: role.name, region: view.organisation?.name ?? region.name, by: user.name },
    link: '/account',
  })
  return view
}

/** The unit a role shall be limited to; it must be there. */
async function grantable(
  db: ReadDb,
  region: string,
  id: OrganisationId | undefined,
  day: string,
): Promise<StoredOrganisation | undefined> {
  if (id === undefined) return undefined
  const organisation = await organisationOfId(db, region, id)
  if (!organisation || !existsOn(organisation, day)) {
    throw badInput('organisation-unknown', 'The region has no such unit')
  }
  return organisation
}

/** The units of a region that a role can be limited to today. */
export async function grantableOrganisations(
  { db, now, mayIn }: ReadContext,
  region: string,
): Promise<{ id: OrganisationId; code: string; name: string }[]> {
  if (!mayIn('grant-roles', region)) throw regionNotYours()
  const day = dayInChina(now)
  const organisations = await organisationsOf(db, region)
  return organisations
    .filter((one) => existsOn(one, day))
    .map((one) => ({ id: one.id, code: one.code, name: nameOn(one, day) }))
}

function grantFailure({ code, ...detail }: NonNullable<ReturnType<typeof grantRefusal>>): Failure {
  const title = 'The role cannot be granted'
  switch (code) {
    case 'own-account':
    case 'roles-exclude':
      return refused(code, title, detail)
    case 'role-needs-organisation':
    case 'role-needs-region':
    case 'period-reversed':
      return badInput(code, title)
    case 'region-not-yours':
      return regionNotYours()
  }
}

/** Takes a role away from somebody else at once. */
export async function takeAway(
  context: WriteContext,
  { id, grant: grantId, why }: Parsed<typeof endGrant>,
): Promise<void> {
  const { db, user, now, mayIn, staleFor } = context
  if (id === user.id) throw refused('own-account', 'Nobody changes their own roles')
  const row = await deleteGrant(db, id, grantId)
  if (!row) throw notFound('Grant')
  if (!mayIn('grant-roles', row.regionCode)) throw regionNotYours()
  await trace(db, {
    at: now,
    by: user,
    action: 'role-taken-away',
    account: id,
    entity: { kind: 'grant', id: grantId },
    before: {
      role: row.roleCode,
      region: row.regionCode,
      organisation: row.organisationId,
      from: row.validFrom,
      to: row.validTo,
    },
    why,
  })
  staleFor([id], ['session'])
}
