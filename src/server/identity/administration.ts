import type { Account, switchUser } from '#contract/identity.ts'
import type { Parsed } from '#contract/route.ts'
import type { Action } from '#core/access/action.ts'
import { everywhere } from '#core/access/region-cover.ts'
import type { UserId } from '#core/id.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { WriteContext } from '#server/http/context.ts'
import { notFound, refused, regionNotYours } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { notify } from '#server/notification/notify.ts'
import { allRegions } from '#server/region/store.ts'
import {
  type AccountRow,
  allAccounts,
  insertAccount,
  lockAccount,
  saveAccount,
  withoutSecondFactor,
} from './account-store.ts'
import { grantView, organisationNames } from './grant-roles.ts'
import { grantRows } from './grant-store.ts'
import { wholeCountry } from './identify.ts'
import { type Invitation, invite } from './invitation.ts'
import { endSessions, lastSeen } from './session-store.ts'
import { trace } from './trace.ts'

/** Everybody with an account and the roles they hold. */
export async function accountViews(db: ReadDb, now: string): Promise<Account[]> {
  const accounts = await allAccounts(db)
  const regions = new Map((await allRegions(db)).map((region) => [region.code, region]))
  const rows = await grantRows(db)
  const grants = Map.groupBy(rows, ({ userId }) => userId)
  const names = await organisationNames(db, rows, dayInChina(now))
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
        grantView(row, regions.get(row.regionCode) ?? wholeCountry, names),
      ),
    }
  })
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
  await tellOfRecovery(context, account)
  return invite(db, id, now)
}

/** Its owner hears of it once they are back in; who may confirm it, at once. */
async function tellOfRecovery(context: WriteContext, account: AccountRow): Promise<void> {
  const { db, user } = context
  const subject = { kind: 'user', id: account.id }
  await notify(context, {
    region: everywhere,
    to: { users: [account.id] },
    kind: 'account-recovered',
    subject,
    values: { by: user.name },
    link: '/account',
  })
  if (account.state !== 'active') return
  const [grant] = await grantRows(db, account.id)
  await notify(context, {
    region: grant?.regionCode ?? everywhere,
    to: { allowed: 'confirm-recovery' },
    except: user.id,
    kind: 'recovery-to-confirm',
    subject,
    values: { name: account.name, by: user.name },
    link: '/users',
  })
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

/** The account, held; it must be somebody else's, with no role beyond what the administrator covers. */
export async function administered(
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
