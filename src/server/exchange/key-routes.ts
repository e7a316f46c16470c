import { type ApiKey, listApiKeys, makeApiKey, revokeApiKey } from '#contract/api-key.ts'
import type { Region } from '#contract/session.ts'
import { everywhere } from '#core/access/region-cover.ts'
import { dayInChina } from '#server/clock.ts'
import { record } from '#server/event/store.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { badInput, notFound, refused, regionNotYours } from '#server/http/failure.ts'
import { hashOfSecret, newToken } from '#server/identity/secret.ts'
import { libraryAt } from '#server/indicator/library/library.ts'
import { newId } from '#server/new-id.ts'
import { endKey, insertKey, type KeyRow, keysOf, lockKey } from './key-store.ts'

export const keyEndpoints: readonly Endpoint[] = [
  read(listApiKeys, async (_, { db, regions, mayIn }) => {
    const mine = regions.filter(({ code }) => mayIn('manage-keys', code))
    const keys = await keysOf(
      db,
      mine.map(({ code }) => code),
    )
    const { entries } = await libraryAt(db)
    const latest = [...entries.values()].flatMap((versions) => versions.at(-1)?.definition ?? [])
    return {
      keys: keys.map((key) => keyView(key, mine)),
      indicators: latest.map(({ code, name }) => ({ code, name })),
    }
  }),

  write(makeApiKey, async (input, context) => {
    const { db, user, now, regions, mayIn } = context
    const region = regions.find(({ code }) => code === input.region)
    if (!region || region.code === everywhere || !mayIn('manage-keys', region.code)) {
      throw regionNotYours()
    }
    const expiresAt = `${input.expiresOn}T15:59:59.999Z`
    const today = dayInChina(now)
    if (input.expiresOn < today || input.expiresOn > twoYearsAfter(today)) {
      throw badInput('key-expiry-invalid', 'A key ends within two years from today')
    }
    const secret = `jw_${newToken()}`
    const row: KeyRow = {
      id: newId('api-key'),
      regionCode: region.code,
      name: input.name,
      prefix: secret.slice(0, 9),
      secretHash: hashOfSecret(secret),
      actions: [...new Set(input.actions)],
      indicators: input.indicators ?? null,
      requestsPerMinute: input.requestsPerMinute,
      madeBy: user,
      madeAt: now,
      expiresAt,
      revokedBy: null,
      revokedAt: null,
      lastUsedAt: null,
    }
    await insertKey(db, row)
    const { name, prefix, actions, indicators, requestsPerMinute } = row
    await record(db, [
      {
        region: region.code,
        at: now,
        by: user,
        action: 'api-key-made',
        subject: row.id,
        entity: { kind: 'api-key', id: row.id },
        after: { name, prefix, actions, indicators, requestsPerMinute, expiresAt },
      },
    ])
    context.stale(['api-keys'])
    return { key: keyView(row, [region]), secret }
  }),

  write(revokeApiKey, async ({ id, why }, context) => {
    const { db, user, now, regions, mayIn } = context
    const key = await lockKey(db, id)
    if (!key || !mayIn('manage-keys', key.regionCode)) throw notFound('Key')
    if (key.revokedAt !== null) throw refused('key-ended', 'The key has ended already')
    const ended = await endKey(db, id, user, now)
    await record(db, [
      {
        region: key.regionCode,
        at: now,
        by: user,
        action: 'api-key-revoked',
        subject: id,
        entity: { kind: 'api-key', id },
        before: { name: key.name, prefix: key.prefix },
        why,
      },
    ])
    context.stale(['api-keys'])
    return keyView(ended, regions)
  }),
]

function twoYearsAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 2}${day.slice(4)}`
}

function keyView(key: KeyRow, regions: readonly Region[]): ApiKey {
  const { id, regionCode, name, prefix, actions, requestsPerMinute, madeBy, madeAt, expiresAt } =
    key
  const region = regions.find(({ code }) => code === regionCode)
  return {
    id,
    region: { code: regionCode, name: region?.name ?? regionCode },
    name,
    prefix,
    actions,
    requestsPerMinute,
    madeBy,
    madeAt,
    expiresAt,
    ...(key.indicators && { indicators: key.indicators }),
    ...(key.lastUsedAt !== null && { lastUsedAt: key.lastUsedAt }),
    ...(key.revokedBy && { revokedBy: key.revokedBy }),
    ...(key.revokedAt !== null && { revokedAt: key.revokedAt }),
  }
}
