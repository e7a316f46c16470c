import type { Db } from '#server/db/db.ts'
import type { Flow } from './provider.ts'
import { hashOfSecret, newToken } from './secret.ts'

const minutesToReturn = 10

/** Remembers a sign-in that begins; gives the token the browser carries meanwhile. */
export async function keepFlow(db: Db, flow: Flow, now: string): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(Date.parse(now) + minutesToReturn * 60_000).toISOString()
  await db
    .insertInto('signInFlow')
    .values({ tokenHash: hashOfSecret(token), ...flow, expiresAt })
    .execute()
  return token
}

/** What was begun under a token, which is taken up by it. */
export async function takeFlow(db: Db, token: string, now: string): Promise<Flow | undefined> {
  const row = await db
    .deleteFrom('signInFlow')
    .where('tokenHash', '=', hashOfSecret(token))
    .returningAll()
    .executeTakeFirst()
  if (!row || row.expiresAt <= now) return undefined
  const { state, nonce, verifier } = row
  return { state, nonce, verifier }
}

/** Forgets who did not come back. */
export async function forgetOldFlows(db: Db, now: string): Promise<void> {
  await db.deleteFrom('signInFlow').where('expiresAt', '<=', now).execute()
}
