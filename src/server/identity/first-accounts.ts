import { everywhere } from '#core/access/region-cover.ts'
import type { UserId } from '#core/id.ts'
import type { Db } from '#server/db/db.ts'
import { demonstrationRegion } from '#server/demo/demonstration.ts'
import { newId } from '#server/new-id.ts'
import { insertRegion } from '#server/region/store.ts'
import { accountByLogin, hasAccounts, insertAccount, savePassword } from './account-store.ts'
import { demonstrationAccounts, demonstrationPassword } from './demonstration-accounts.ts'
import { insertGrant } from './grant-store.ts'
import { dayOf, wholeCountry } from './identify.ts'
import { type Invitation, invite } from './invitation.ts'
import { hashOfPassword } from './password-hash.ts'
import { nobody, trace } from './trace.ts'

/** Gives a new demonstration one account for each role. */
export async function seedAccounts(db: Db, now: string): Promise<void> {
  if (await hasAccounts(db)) return
  const hash = await hashOfPassword(demonstrationPassword)
  await db.transaction().execute(async (transaction) => {
    await insertRegion(transaction, wholeCountry)
    for (const { login, name, role } of demonstrationAccounts) {
      const isAdministrator = role.endsWith('-administrator')
      const regionCode = isAdministrator ? everywhere : demonstrationRegion.code
      const id = await makeAccount(transaction, { login, name, role, regionCode, now })
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
 * The three administrators of a new installation: none of them can do without the others, so all
 * begin with it. Until somebody takes an invitation up, each start gives it a new code.
 */
export function inviteAdministrators(db: Db, now: string): Promise<readonly FirstInvitation[]> {
  return db.transaction().execute(async (transaction) => {
    await insertRegion(transaction, wholeCountry)
    const isNew = !(await hasAccounts(transaction))
    const invitations: FirstInvitation[] = []
    for (const one of administrators) {
      const id = isNew
        ? await makeAccount(transaction, { ...one, regionCode: everywhere, now })
        : await neverEntered(transaction, one.login)
      if (id !== undefined) {
        invitations.push({ ...(await invite(transaction, id, now)), ...one })
      }
    }
    return invitations
  })
}

async function neverEntered(db: Db, login: string): Promise<UserId | undefined> {
  const account = await accountByLogin(db, login)
  return account?.state === 'invited' && account.recoveredBy === null ? account.id : undefined
}

interface FirstAccount {
  readonly login: string
  readonly name: string
  readonly role: string
  readonly regionCode: string
  readonly now: string
}

async function makeAccount(db: Db, account: FirstAccount): Promise<UserId> {
  const { login, name, role, regionCode, now } = account
  const id = newId('user')
  await insertAccount(db, { id, login, name, regionCode, createdAt: now })
  await insertGrant(db, {
    id: newId('grant'),
    userId: id,
    roleCode: role,
    regionCode: everywhere,
    validFrom: dayOf(now),
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
