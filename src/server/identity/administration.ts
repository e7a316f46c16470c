import type {
  Account,
  endGrant,
  Grant as GrantView,
  grantRole,
  switchUser,
} from '#contract/identity.ts'
import type { Parsed } from '#contract/route.ts'
import type { Region } from '#contract/session.ts'
import type { Action } from '#core/access/action.ts'
import { grantRefusal } from '#core/access/grant.ts'
import type { UserId } from '#core/id.ts'
import type { Division } from '#core/plan/read-region.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { WriteContext } from '#server/http/context.ts'
import { badInput, type Failure, notFound, refused, regionNotYours } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { allRegions, insertRegion } from '#server/region/store.ts'
import {
  type AccountRow,
  allAccounts,
  insertAccount,
  lockAccount,
  saveAccount,
  withoutSecondFactor,
} from './account-store.ts'
import {
  allRoles,
  deleteGrant,
  type GrantRow,
  grantRows,
  grantsOf,
  insertGrant,
} from './grant-store.ts'
import { wholeCountry } from './identify.ts'
import { type Invitation, invite } from './invitation.ts'
import { regionNamed } from './region-named.ts'
import { endSessions, lastSeen } from './session-store.ts'
import { trace } from './trace.ts'

/** Everybody with an account and the roles they hold. */
export async function accountViews(db: ReadDb): Promise<Account[]> {
  const accounts = await allAccounts(db)
  const regions = new Map((await allRegions(db)).map((region) => [region.code, region]))
  const grants = Map.groupBy(await grantRows(db), ({ userId }) => userId)
  const seen = await lastSeen(db)
  return accounts.map((account) => {
    const at = seen.get(account.id)
    return {
      id: account.id,
      login: account.login,
      name: account.name,
      state: account.state,
      hasSecondFactor: account.totpConfirmed,
      awaitsConfirmation: account.recoveredBy !== null,
      ...(at !== undefined && { lastSeen: at }),
      grants: (grants.get(account.id) ?? []).map((row) =>
        grantView(row, regions.get(row.regionCode) ?? wholeCountry),
      ),
    }
  })
}

function grantView({ id, roleCode, validFrom, validTo }: GrantRow, region: Region): GrantView {
  return {
    id,
    role: roleCode,
    region,
    from: validFrom,
    ...(validTo !== null && { to: validTo }),
  }
}

/** Makes an account that may do nothing yet, and the code its owner takes it up with. */
export async function inviteOne(
  { db, user, now }: WriteContext,
  { login, name }: { readonly login: string; readonly name: string },
): Promise<Invitation> {
  const id = newId('user')
  const account = { id, login, name, regionCode: wholeCountry.code, createdAt: now }
  if (!(await insertAccount(db, account))) {
    throw refused('login-taken', 'Somebody has this login already')
  }
  await trace(db, {
    at: now,
    by: user,
    action: 'user-invited',
    account: id,
    after: { login, name },
  })
  return invite(db, id, now)
}

/** Takes everything an account could be entered with away and gives a new code. */
export async function recover(
  context: WriteContext,
  { id, why }: { readonly id: UserId; readonly why: string },
): Promise<Invitation> {
  const { db, user, now } = context
  const account = await administered(context, id, 'manage-users')
  if (account.state === 'disabled') throw refused('account-disabled', 'The account is disabled')
  await endSessions(db, id)
  await saveAccount(db, id, {
    state: 'invited',
    passwordHash: null,
    mustChangePassword: false,
    ...withoutSecondFactor,
    // One who never came in has nothing another could take over.
    ...(account.state === 'active' && { recoveredBy: user.id }),
  })
  await trace(db, { at: now, by: user, action: 'recovery-begun', account: id, why })
  return invite(db, id, now)
}

export async function confirm(context: WriteContext, id: UserId): Promise<void> {
  const { db, user, now } = context
  const account = await administered(context, id, 'confirm-recovery')
  if (account.recoveredBy === null) throw refused('not-recovered', 'Nobody recovered the account')
  if (account.recoveredBy === user.id) {
    throw refused('same-administrator', 'Somebody else confirms a recovery')
  }
  await saveAccount(db, id, { recoveredBy: null })
  await trace(db, { at: now, by: user, action: 'recovery-confirmed', account: id })
}

export async function switchAccount(
  context: WriteContext,
  { id, state, why }: Parsed<typeof switchUser>,
): Promise<void> {
  const { db, user, now } = context
  const account = await administered(context, id, 'manage-users')
  const after = state === 'active' && account.passwordHash === null ? 'invited' : state
  await saveAccount(db, id, { state: after })
  if (state === 'disabled') await endSessions(db, id)
  await trace(db, {
    at: now,
    by: user,
    action: state === 'disabled' ? 'user-disabled' : 'user-enabled',
    account: id,
    before: { state: account.state },
    after: { state: after },
    why,
  })
}

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
  const refusal = grantRefusal({
    by: { id: user.id, grants: await grantsOf(db, user.id, roles) },
    to: { id: given.id, grants: await grantsOf(db, given.id, roles) },
    grant: { role, region: region.code, from, ...(to !== undefined && { to }) },
    day,
  })
  if (refusal) throw grantFailure(refusal)
  await insertRegion(db, region)
  const row: GrantRow = {
    id: newId('grant'),
    userId: given.id,
    roleCode: role.code,
    regionCode: region.code,
    organisationId: null,
    validFrom: from,
    validTo: to ?? null,
    grantedBy: user,
    grantedAt: now,
  }
  await insertGrant(db, row)
  const view = grantView(row, region)
  await trace(db, {
    at: now,
    by: user,
    action: 'role-granted',
    account: given.id,
    entity: { kind: 'grant', id: row.id },
    after: view,
  })
  return view
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

export async function takeAway(
  context: WriteContext,
  { id, grant: grantId, why }: Parsed<typeof endGrant>,
): Promise<void> {
  const { db, user, now, mayIn } = context
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
    before: { role: row.roleCode, region: row.regionCode, from: row.validFrom, to: row.validTo },
    why,
  })
}

/** The account, held; it must be somebody else's, with no role beyond what the administrator covers. */
async function administered(
  { db, user, mayIn }: WriteContext,
  id: UserId,
  action: Action,
): Promise<AccountRow> {
  if (id === user.id) throw refused('own-account', 'Nobody administers their own account')
  const account = await lockAccount(db, id)
  if (!account) throw notFound('User')
  const grants = await grantRows(db, id)
  if (!grants.every(({ regionCode }) => mayIn(action, regionCode))) throw regionNotYours()
  return account
}
