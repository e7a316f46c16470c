import { restAfter } from '#core/access/lock-out.ts'
import type { Db } from '#server/db/db.ts'
import { hashOfSecret } from './secret.ts'

export type Attempt =
  | { readonly status: 'taken'; readonly lockedUntil: string | null }
  | { readonly status: 'locked'; readonly until: string }

/**
 * Counts an attempt as failed before it is made, so that many at once, also over several processes,
 * are no way around; success clears it. Logins that do not exist are counted just the same. A login that rests is not tried.
 */
export async function takeAttempt(db: Db, login: string, now: string): Promise<Attempt> {
  const loginHash = hashOfSecret(login)
  await db
    .insertInto('signInAttempt')
    .values({ loginHash, failures: 0, lastAt: now, lockedUntil: null })
    .onConflict((conflict) => conflict.column('loginHash').doNothing())
    .execute()
  const row = await db
    .selectFrom('signInAttempt')
    .selectAll()
    .where('loginHash', '=', loginHash)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.lockedUntil !== null && row.lockedUntil > now) {
    return { status: 'locked', until: row.lockedUntil }
  }
  const failures = row.failures + 1
  const rest = restAfter(failures)
  const lockedUntil = rest === 0 ? null : new Date(Date.parse(now) + rest * 1000).toISOString()
  await db
    .updateTable('signInAttempt')
    .set({ failures, lastAt: now, lockedUntil })
    .where('loginHash', '=', loginHash)
    .execute()
  return { status: 'taken', lockedUntil }
}

export async function clearAttempts(db: Db, login: string): Promise<void> {
  await db.deleteFrom('signInAttempt').where('loginHash', '=', hashOfSecret(login)).execute()
}

/** Forgets failures of more than a day ago. */
export async function forgetOldAttempts(db: Db, now: string): Promise<void> {
  const dayAgo = new Date(Date.parse(now) - 86_400_000).toISOString()
  await db.deleteFrom('signInAttempt').where('lastAt', '<', dayAgo).execute()
}
