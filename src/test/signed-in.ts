import { everywhere } from '#core/access/region-cover.ts'
import type { OrganisationId, UserId } from '#core/id.ts'
import { presentMoment } from '#server/clock.ts'
import type { Db } from '#server/db/db.ts'
import { insertAccount, saveAccount } from '#server/identity/account-store.ts'
import { insertGrant } from '#server/identity/grant-store.ts'
import { beginSession } from '#server/identity/session-store.ts'
import { nobody } from '#server/identity/trace.ts'
import { newId } from '#server/new-id.ts'

export interface SignedInUser {
  readonly id: UserId
  /** The header a browser with the session sends. */
  readonly cookie: string
}

/** Somebody who holds a role in a region or for one of its units, signed in without a password. */
export async function signedIn(
  db: Db,
  role: string | undefined,
  region = everywhere,
  organisation?: OrganisationId,
): Promise<SignedInUser> {
  const id = newId('user')
  const now = presentMoment()
  const login = `u${id}`
  await insertAccount(db, { id, login, name: login, regionCode: region, createdAt: now })
  await saveAccount(db, id, { state: 'active', passwordHash: '$argon2id$never' })
  if (role !== undefined) {
    await insertGrant(db, {
      id: newId('grant'),
      userId: id,
      roleCode: role,
      regionCode: region,
      organisationId: organisation ?? null,
      validFrom: '2000-01-01',
      validTo: null,
      grantedBy: nobody,
      grantedAt: now,
    })
  }
  return { id, cookie: await cookieFor(db, id) }
}

/** Another session of a user. */
export async function cookieFor(db: Db, id: UserId): Promise<string> {
  const caller = { address: '127.0.0.1', agent: 'test' }
  const { token } = await beginSession(db, id, { caller, now: presentMoment() })
  return `jingwei-session=${token}`
}
