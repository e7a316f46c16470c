import type { EventAction } from '#contract/texts/event-texts.zh.ts'
import type { PasswordRules } from '#core/access/password-rules.ts'
import type { Identity, Visit, WriteContext } from '#server/http/context.ts'
import { Failure, refused } from '#server/http/failure.ts'
import {
  type AccountRow,
  accountOf,
  lockAccount,
  saveAccount,
  savePassword,
  withoutSecondFactor,
} from './account-store.ts'
import { clearAttempts } from './attempt-store.ts'
import { authenticatorAddress, authenticatorStep, newAuthenticatorSecret } from './authenticator.ts'
import { acceptable } from './new-password.ts'
import { isPassword } from './password-hash.ts'
import { hashOfSecret, newCode } from './secret.ts'
import { beginSession, endSessions } from './session-store.ts'
import { attempt, personOf, refuse } from './sign-in.ts'
import { trace } from './trace.ts'

/** Sets another password; every session ends, and this browser gets a new one. */
export async function replacePassword(
  visit: Visit,
  { current, next }: { readonly current: string; readonly next: string },
  rules: PasswordRules,
): Promise<void> {
  const account = await proven(visit, current)
  const hash = await acceptable(visit.db, account, next, rules)
  const token = await visit.transact(async (db) => {
    await lockAccount(db, account.id)
    await savePassword(db, account.id, { hash, at: visit.now })
    await endSessions(db, account.id)
    await trace(db, ownDeed(visit, account, 'password-changed'))
    return (await beginSession(db, account.id, visit)).token
  })
  visit.keep(token)
}

/** A secret for an authenticator, which is not asked for until a code of it was brought. */
export async function beginSecondFactor(
  visit: Visit,
  password: string,
): Promise<{ readonly secret: string; readonly address: string }> {
  const { id, login, ...account } = await proven(visit, password)
  if (account.totpConfirmed) {
    throw refused('second-factor-there', 'There is a second factor already')
  }
  const secret = newAuthenticatorSecret()
  await visit.transact((db) => saveAccount(db, id, { totpSecret: secret }))
  return { secret, address: authenticatorAddress(secret, login) }
}

/** Asks for the second factor from now on; gives the codes that replace it once each. */
export async function completeSecondFactor(
  { db, user, now }: WriteContext,
  code: string,
): Promise<readonly string[]> {
  const account = await lockAccount(db, user.id)
  const step =
    account?.totpSecret && !account.totpConfirmed
      ? authenticatorStep(account.totpSecret, code, now, account.totpStep)
      : undefined
  if (step === undefined) {
    throw new Failure({ code: 'second-factor-refused', title: 'The code does not match' }, 401)
  }
  const codes = Array.from({ length: 8 }, newCode)
  await saveAccount(db, user.id, {
    totpConfirmed: true,
    totpStep: step,
    recoveryCodes: codes.map(hashOfSecret),
  })
  await trace(db, { at: now, by: user, action: 'second-factor-set', account: user.id })
  return codes
}

export async function dropSecondFactor(visit: Visit, password: string): Promise<void> {
  const account = await proven(visit, password)
  await visit.transact(async (db) => {
    await saveAccount(db, account.id, withoutSecondFactor)
    await trace(db, ownDeed(visit, account, 'second-factor-removed'))
  })
}

/** The account of who is signed in, once they gave its password again. */
async function proven(visit: Visit, password: string): Promise<AccountRow> {
  const account = await accountOf(visit.db, signedIn(visit).user.id)
  if (!account) throw refused('account-missing', 'The user has no account of their own')
  const lockedUntil = await attempt(visit, account.login)
  if (!(await isPassword(account.passwordHash, password))) {
    return refuse(visit, { account, lockedUntil, code: 'sign-in-refused' })
  }
  await visit.transact((db) => clearAttempts(db, account.login))
  return account
}

function signedIn({ identity }: Visit): Identity {
  if (!identity) throw new Error('The route lets anyone in')
  return identity
}

function ownDeed({ now, caller }: Visit, account: AccountRow, action: EventAction) {
  return { at: now, by: personOf(account), action, account: account.id, after: caller }
}
