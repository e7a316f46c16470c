import type { UserId } from '#core/id.ts'
import type { Db } from '#server/db/db.ts'
import type { Identify, Identity } from '#server/http/context.ts'
import { Failure } from '#server/http/failure.ts'
import { hashOfSecret } from '#server/identity/secret.ts'
import { regionByCode } from '#server/region/store.ts'
import { type KeyRow, touchKey, workingKey } from './key-store.ts'
import { requestRate } from './request-rate.ts'

export interface KeyGround {
  readonly db: Db
  readonly clock: () => string
}

/** Tells who sent a request by a key in its header; whoever sends none is told by `others`. */
export function byKey({ db, clock }: KeyGround, others: Identify): Identify {
  const rate = requestRate()
  return async (request) => {
    const secret = secretIn(request.headers.authorization)
    if (secret === undefined) return others(request)
    const now = clock()
    const key = await workingKey(db, hashOfSecret(secret), now)
    if (!key) {
      throw new Failure(
        { code: 'key-not-valid', title: 'The key does not exist or has ended' },
        401,
      )
    }
    const seconds = rate.wait(key.id, key.requestsPerMinute, Date.parse(now))
    if (seconds > 0) {
      throw new Failure(
        {
          code: 'key-rate-exceeded',
          title: `More than ${key.requestsPerMinute} requests a minute`,
          detail: { retryAfterSeconds: seconds },
        },
        429,
      )
    }
    await touchKey(db, key, now)
    return identityOf(db, key)
  }
}

function secretIn(header: string | undefined): string | undefined {
  return /^Bearer (jw_[\w-]{43})$/.exec(header ?? '')?.[1]
}

async function identityOf(db: Db, key: KeyRow): Promise<Identity> {
  const region = await regionByCode(db, key.regionCode)
  if (!region) throw new Failure({ code: 'key-not-valid', title: 'The region is not there' }, 401)
  return {
    user: { id: key.id as string as UserId, name: `接口密钥：${key.name}` },
    region,
    actions: new Set(key.actions),
    // Of no unit: what tells of single enterprises is suppressed.
    scopeOf: () => ({ kind: 'organisations', organisations: new Set() }),
    organisations: new Set(),
    mayIn: () => false,
    regions: [region],
    key: { id: key.id, ...(key.indicators && { indicators: new Set(key.indicators) }) },
    mustChangePassword: false,
    hasSecondFactor: false,
    awaitsConfirmation: false,
  }
}
