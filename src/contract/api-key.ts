import { day, id, line, list, moment, regionCode } from './fields.ts'
import { IndicatorCode } from './indicator.ts'
import { route } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

/** What a key can be for: reading figures and structures, or sending figures in. */
export const keyActions = ['read-data', 'send-data'] as const
export const KeyAction = z.enum(keyActions)
export type KeyAction = z.output<typeof KeyAction>

export const ApiKey = z
  .object({
    id: id('api-key'),
    region: z.object({ code: regionCode, name: z.string() }),
    name: z.string(),
    /** The first characters of the secret. */
    prefix: z.string(),
    actions: list(KeyAction),
    /** Absent for all indicators. */
    indicators: list(z.string()).exactOptional(),
    requestsPerMinute: z.int(),
    madeBy: Person,
    madeAt: moment,
    expiresAt: moment,
    lastUsedAt: moment.exactOptional(),
    revokedBy: Person.exactOptional(),
    revokedAt: moment.exactOptional(),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.output<typeof ApiKey>

export const listApiKeys = route({
  method: 'GET',
  path: '/api-keys',
  summary: 'The keys of neighbours, without their secrets',
  needs: 'manage-keys',
  input: z.object({}),
  reply: z.object({
    keys: list(ApiKey),
    /** What a key can be limited to. */
    indicators: list(z.object({ code: z.string(), name: z.string() })),
  }),
})

export const makeApiKey = route({
  method: 'POST',
  path: '/api-keys',
  summary: 'Makes a key; its secret is told in this reply and never again',
  needs: 'manage-keys',
  input: z.object({
    name: line.max(100),
    region: regionCode,
    actions: z.array(KeyAction).min(1).readonly(),
    indicators: z.array(IndicatorCode).min(1).max(500).readonly().exactOptional(),
    /** The last day it works, in China; at most two years ahead. */
    expiresOn: day,
    requestsPerMinute: z.int().min(1).max(6000),
  }),
  reply: z.object({ key: ApiKey, secret: z.string() }),
})

export const revokeApiKey = route({
  method: 'POST',
  path: '/api-keys/:id/revocations',
  summary: 'Ends a key at once',
  needs: 'manage-keys',
  input: z.object({ id: id('api-key'), why: line }),
  reply: ApiKey,
})
