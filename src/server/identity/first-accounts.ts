import { everywhere } from '#core/access/region-cover.ts'
import type { OrganisationId, UserId } from '#core/id.ts'
import { dayInChina } from '#server/clock.ts'
import type { Db } from '#server/db/db.ts'
import { demonstrationRegion } from '#server/demo/demonstration.ts'
import { newId } from '#server/new-id.ts'
import { organisationsOf } from '#server/organisation/store.ts'
import { insertRegion } from '#server/region/store.ts'
import {
  accountByLogin,
  hasAccounts,
  insertAccount,
  saveAccount,
  savePassword,
} from './account-store.ts'
import { demonstrationAccounts, demonstrationPassword } from './demonstration-accounts.ts'
import { insertGrant } from './grant-store.ts'
import { wholeCountry } from './identify.ts'
import { type Invitation, invite } from './invitation.ts'
import { hashOfPassword, isPassword } from './password-hash.ts'
import { endSessions } from './session-store.ts'
import { nobody, trace } from './trace.ts'

/** Gives a new demonstration one account for each role. */
export async function seedAccounts(db: Db, now: string): Promise<void> {
  if (await hasAccounts(db)) return
  const hash = await hashOfPassword(demonstrationPassword)
  await db.transaction().execute(async (transaction) => {
    await insertRegion(transaction, wholeCountry)
    const units = await organisationsOf(transaction, demonstrationRegion.code)
    for (const { organisation, ...account } of demonstrationAccounts) {
      const isAdministrator = account.role.endsWith('-administrator')
      const regionCode = isAdministrator ? everywhere : demonstrationRegion.code
      const unit = units.find(({ code }) => code === organisation)
      const limited = unit && { organisationId: unit.id }
      const id = await makeAccount(transaction, { ...account, ...limited, regionCode, now })
      await savePassword(transaction, id, { hash, at: now })
    }
  })
}

export interface FirstInvitation extends Invitation {
  readonly login: string
  readonly name: string
}

const administrators = [
  { login: 'system', name: '系统管理员', role: 'system-administrator' },
  { login: 'security', name: '安全管理员', role: 'security-administrator' },
  { login: 'audit', name: '审计管理员', role: 'audit-administrator' },
]

/**
 * The three administrators of an installation put to use: none of them can do without the others,
 * so all begin with it. Until somebody takes an invitation up, each start gives it a new code. What
 * is left of a demonstration can no longer sign in.
 */
export async function inviteAdministrators(
  db: Db,
  now: string,
): Promise<readonly FirstInvitation[]> {
  await disableDemonstrationAccounts(db, now)
  return db.transaction().execute(async (transaction) => {
    await insertRegion(transaction, wholeCountry)
    const invitations: FirstInvitation[] = []
    for (const one of administrators) {
      const account = await accountByLogin(transaction, one.login)
      const isOpen = account?.state === 'invited' && account.recoveredBy === null
      if (account ? !isOpen : await isHeld(transaction, one.role)) continue
      const made = { ...one, regionCode: everywhere, now }
      const id = account?.id ?? (await makeAccount(transaction, made))
      invitations.push({ ...(await invite(transaction, id, now)), ...one })
    }
    return invitations
  })
}

/** Whether somebody who is not disabled has the role. */
async function isHeld(db: Db, role: string): Promise<boolean> {
  const holder = await db
    .selectFrom('roleGrant')
    .innerJoin('appUser', 'appUser.id', 'roleGrant.userId')
    .select('appUser.id')
    .where('roleCode', '=', role)
    .where('state', '<>', 'disabled')
    .limit(1)
    .executeTakeFirst()
  return holder !== undefined
}

// Their password is known to everybody.
async function disableDemonstrationAccounts(db: Db, now: string): Promise<void> {
  for (const { login } of demonstrationAccounts) {
    const account = await accountByLogin(db, login)
    if (account?.state !== 'active') continue
    if (!(await isPassword(account.passwordHash, demonstrationPassword))) continue
    await db.transaction().execute(async (transaction) => {
      await saveAccount(transaction, account.id, { state: 'disabled' })
      await endSessions(transaction, account.id)
      const action = 'user-disabled'
      await trace(transaction, { at: now, by: nobody, action, account: account.id })
    })
  }
}

interface FirstAccount {
  readonly login: string
  readonly name: string
  readonly role: string
  /** The region it begins with, which is also that of its unit. */
  readonly regionCode: string
  readonly organisationId?: OrganisationId
  readonly now: string
}

async function makeAccount(db: Db, account: FirstAccount): Promise<UserId> {
  const { login, name, role, regionCode, organisationId, now } = account
  const id = newId('user')
  await insertAccount(db, { id, login, name, regionCode, createdAt: now })
  await insertGrant(db, {
    id: newId('grant'),
    userId: id,
    roleCode: role,
    regionCode: organisationId === undefined ? everywhere : regionCode,
    organisationId: organisationId ?? null,
    validFrom: dayInChina(now),
    validTo: null,
    grantedBy: nobody,
    grantedAt: now,
  })
  await trace(db, {
    at: now,
    by: nobody,
    action: 'first-account-made',
    account: id,
    after: { login, name, role },
  })
  return id
}
