import type { acceptInvitation } from '#contract/identity.ts'
import type { Parsed } from '#contract/route.ts'
import type { PasswordRules } from '#core/access/password-rules.ts'
import type { UserId } from '#core/id.ts'
import type { Db } from '#server/db/db.ts'
import type { Visit } from '#server/http/context.ts'
import { accountByLogin, lockAccount, saveAccount, savePassword } from './account-store.ts'
import { acceptable } from './new-password.ts'
import { hashOfSecret, newCode, plainCode } from './secret.ts'
import { attempt, enter, personOf, refuse } from './sign-in.ts'
import { trace } from './trace.ts'

const daysToAccept = 7

export interface Invitation {
  readonly userId: UserId
  readonly code: string
  readonly expiresAt: string
}

/** A new code for an account; an older one no longer works. */
export async function invite(db: Db, userId: UserId, now: string): Promise<Invitation> {
  const code = newCode()
  const expiresAt = new Date(Date.parse(now) + daysToAccept * 86_400_000).toISOString()
  await saveAccount(db, userId, { codeHash: hashOfSecret(code), codeExpiresAt: expiresAt })
  return { userId, code, expiresAt }
}

/** Sets the password of an account by its code, and signs in; the code is taken up. */
export async function accept(
  visit: Visit,
  given: Parsed<typeof acceptInvitation>,
  rules: PasswordRules,
): Promise<void> {
  const { now } = visit
  const lockedUntil = await attempt(visit, given.login)
  const account = await accountByLogin(visit.db, given.login)
  const codeHash = hashOfSecret(plainCode(given.code))
  const isOpen = (one: typeof account): boolean =>
    one?.state === 'invited' &&
    one.codeHash === codeHash &&
    one.codeExpiresAt !== null &&
    one.codeExpiresAt > now
  if (!account || !isOpen(account)) {
    return refuse(visit, { account, lockedUntil, code: 'invitation-refused' })
  }
  const hash = await acceptable(visit.db, account, given.password, rules)
  const token = await visit.transact(async (db) => {
    const held = await lockAccount(db, account.id)
    if (!held || !isOpen(held)) return undefined
    await savePassword(db, account.id, { hash, at: now })
    await trace(db, {
      at: now,
      by: personOf(account),
      action: 'invitation-accepted',
      account: account.id,
      after: visit.caller,
    })
    return enter(db, visit, account)
  })
  if (token === undefined) {
    return refuse(visit, { account, lockedUntil, code: 'invitation-refused' })
  }
  visit.keep(token)
}
