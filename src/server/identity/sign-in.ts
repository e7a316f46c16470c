import type { signIn } from '#contract/identity.ts'
import type { Parsed } from '#contract/route.ts'
import type { Person } from '#contract/session.ts'
import type { Db } from '#server/db/db.ts'
import type { Visit } from '#server/http/context.ts'
import { Failure } from '#server/http/failure.ts'
import { type AccountRow, accountByLogin, lockAccount, saveAccount } from './account-store.ts'
import { clearAttempts, takeAttempt } from './attempt-store.ts'
import { authenticatorStep } from './authenticator.ts'
import { isPassword } from './password-hash.ts'
import { hashOfSecret, plainCode } from './secret.ts'
import { beginSession } from './session-store.ts'
import { nobody, trace } from './trace.ts'

/** Signs somebody in, or throws why not; every attempt is in the log. */
export async function signInto(visit: Visit, given: Parsed<typeof signIn>): Promise<void> {
  const { db, now } = visit
  const lockedUntil = await attempt(visit, given.login)
  const account = await accountByLogin(db, given.login)
  // The password is looked at whether there is an account or not: both take the same time.
  const isRight = await isPassword(account?.passwordHash ?? null, given.password)
  if (!isRight || account?.state !== 'active') {
    return refuse(visit, { account, lockedUntil, code: 'sign-in-refused' })
  }
  if (account.totpConfirmed && given.code === undefined) {
    throw new Failure({ code: 'second-factor-needed', title: 'A second factor is needed' }, 401)
  }
  const token = await visit.transact(async (transaction) => {
    const held = await lockAccount(transaction, account.id)
    if (held?.state !== 'active' || held.passwordHash !== account.passwordHash) return undefined
    if (held.totpConfirmed && !(await takeSecondFactor(transaction, held, given.code ?? '', now))) {
      return undefined
    }
    return enter(transaction, visit, held)
  })
  if (token === undefined) {
    return refuse(visit, { account, lockedUntil, code: 'sign-in-refused' })
  }
  visit.keep(token)
}

/** Counts the attempt, or refuses while the login rests; gives until when it rests should it fail. */
export async function attempt(visit: Visit, login: string): Promise<string | null> {
  const taken = await visit.transact((db) => takeAttempt(db, login, visit.now))
  if (taken.status === 'taken') return taken.lockedUntil
  const title = 'Too many attempts failed'
  throw new Failure({ code: 'sign-in-locked', title, detail: { until: taken.until } }, 429)
}

/** Begins a session in place of whatever the browser carried; gives its token. */
export async function enter(
  db: Db,
  { caller, now }: Pick<Visit, 'caller' | 'now'>,
  account: Pick<AccountRow, 'id' | 'login' | 'name'>,
): Promise<string> {
  await clearAttempts(db, account.login)
  const { id, token } = await beginSession(db, account.id, { caller, now })
  await trace(db, {
    at: now,
    by: personOf(account),
    action: 'signed-in',
    account: account.id,
    entity: { kind: 'session', id },
    after: caller,
  })
  return token
}

export interface Refusal {
  readonly account: AccountRow | undefined
  readonly lockedUntil: string | null
  readonly code: 'sign-in-refused' | 'invitation-refused'
}

/** Logs the failure, then ends the request. What was typed as a login may be a password: it is not logged. */
export async function refuse(visit: Visit, refusal: Refusal): Promise<never> {
  const { account, lockedUntil, code } = refusal
  await visit.transact((db) =>
    trace(db, {
      at: visit.now,
      by: nobody,
      action: code,
      account: account?.id ?? nobody.id,
      after: { ...visit.caller, lockedUntil },
    }),
  )
  throw new Failure({ code, title: 'The login and what proves it do not match' }, 401)
}

/** Takes a code of the authenticator or a recovery code; neither works a second time. */
async function takeSecondFactor(
  db: Db,
  account: AccountRow,
  code: string,
  now: string,
): Promise<boolean> {
  const { id, totpSecret, totpStep, recoveryCodes } = account
  const step = totpSecret === null ? undefined : authenticatorStep(totpSecret, code, now, totpStep)
  if (step !== undefined) {
    await saveAccount(db, id, { totpStep: step })
    return true
  }
  const hash = hashOfSecret(plainCode(code))
  if (!recoveryCodes.includes(hash)) return false
  const left = recoveryCodes.filter((one) => one !== hash)
  await saveAccount(db, id, { recoveryCodes: left })
  return true
}

export function personOf({ id, name }: Pick<AccountRow, 'id' | 'name'>): Person {
  return { id, name }
}
