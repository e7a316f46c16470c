import type { Database } from '#server/db/database.ts'
import type { Db } from '#server/db/db.ts'
import { setOrigin } from '#server/event/origin.ts'
import { recordedLast } from '#server/event/store.ts'
import type { StaleBus } from '#server/event/stale-bus.ts'
import type { AnyRoute, Route } from '#contract/route.ts'
import type { Action } from '#core/access/action.ts'
import type { Identify, Identity, Visit, WriteContext } from './context.ts'
import type { Endpoint, FileAnswer, Transact } from './endpoint.ts'
import { badInput, Failure } from './failure.ts'
import { flowCookie, flowTokenIn, sessionCookie } from './session-cookie.ts'
import { uploadedFiles } from './uploaded-files.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import type * as z from 'zod'

export interface Ground {
  readonly database: Database
  readonly bus: StaleBus
  readonly identify: Identify
  /** The present moment, ISO 8601 in UTC. */
  readonly clock: () => string
}

/** Makes an endpoint answer under `/api`. */
export function mount(app: FastifyInstance, ground: Ground, endpoint: Endpoint): void {
  const { route } = endpoint
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    handler: async (request, reply) => {
      if (endpoint.kind === 'door') {
        const identity =
          route.needs === 'anyone' ? undefined : await permitted(ground, request, route)
        const visit = visitOf(ground, request, reply, identity)
        const value = await endpoint.answer(inputOf(route, request), visit)
        return sendJson(request, reply, endpoint.route, value)
      }
      const identity = await permitted(ground, request, route)
      const input = inputOf(route, request)
      switch (endpoint.kind) {
        case 'read': {
          const value = await endpoint.answer(
            input,
            reading(ground, identity),
            transact(ground, identity, request.ip),
          )
          return sendJson(request, reply, endpoint.route, value)
        }
        case 'write': {
          const value = await transact(
            ground,
            identity,
            request.ip,
          )((context) => Promise.resolve(endpoint.answer(input, context)))
          return sendJson(request, reply, endpoint.route, value)
        }
        case 'work': {
          const value = await endpoint.answer(input, transact(ground, identity, request.ip))
          return sendJson(request, reply, endpoint.route, value)
        }
        case 'upload': {
          const files = uploadedFiles(request)
          const value = await endpoint.answer(input, files, transact(ground, identity, request.ip))
          return sendJson(request, reply, endpoint.route, value)
        }
        case 'file':
          return sendFile(
            reply,
            endpoint.route.mediaType,
            await endpoint.answer(
              input,
              reading(ground, identity),
              transact(ground, identity, request.ip),
            ),
          )
      }
    },
  })
}

async function permitted(
  { identify }: Ground,
  request: FastifyRequest,
  route: AnyRoute,
): Promise<Identity> {
  const identity = await identify(request)
  if (mayUse(identity, route)) return identity
  if (identity.mustChangePassword) {
    throw new Failure({ code: 'password-must-change', title: 'Another password comes first' }, 403)
  }
  throw new Failure({ code: 'not-allowed', title: `This needs the right to ${route.needs}` }, 403)
}

function mayUse({ actions, key }: Identity, { needs }: AnyRoute): boolean {
  // A key has no account to look after.
  if (needs === 'signed-in') return key === undefined
  return needs === 'anyone' || actions.has(needs satisfies Action)
}

function visitOf(
  { database, clock }: Ground,
  request: FastifyRequest,
  reply: FastifyReply,
  identity: Identity | undefined,
): Visit {
  return {
    db: database.db,
    now: clock(),
    caller: { address: request.ip, agent: (request.headers['user-agent'] ?? '').slice(0, 300) },
    identity,
    transact: (work) =>
      database.db.transaction().execute((db: Db) => {
        setOrigin(db, request.ip)
        return work(db)
      }),
    keep: (token) => void reply.header('set-cookie', sessionCookie(token, isSecure(request))),
    flow: flowTokenIn(request.headers.cookie),
    keepFlow: (token) => void reply.header('set-cookie', flowCookie(token, isSecure(request))),
  }
}

// Behind a proxy that speaks https for us the request itself is plain.
function isSecure(request: FastifyRequest): boolean {
  return request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https'
}

function inputOf(route: AnyRoute, request: FastifyRequest): unknown {
  const hasBody = route.kind === 'json' && route.method !== 'GET'
  const given = { ...asRecord(hasBody ? request.body : request.query), ...asRecord(request.params) }
  const parsed = route.input.safeParse(given)
  if (parsed.success) {
    if (isStorable(parsed.data)) return parsed.data
    throw badInput('input-invalid', 'Text holds characters that stand for nothing')
  }
  throw badInput('input-invalid', 'The request is not as described', {
    issues: parsed.error.issues.map(({ path, code, message }) => ({
      field: path.join('.'),
      code,
      message,
    })),
  })
}

// PostgreSQL takes neither the character zero nor half of a surrogate pair.
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(isStorable)
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value && !Array.isArray(value) ? { ...value } : {}
}

function reading({ database, clock }: Ground, identity: Identity) {
  return { ...identity, db: database.db, now: clock() }
}

/**
 * Transactions in the name of `identity`, asked for from `address`; what they make stale is told once
 * they are done.
 */
export function transact(
  { database, bus, clock }: Pick<Ground, 'database' | 'bus' | 'clock'>,
  identity: Identity,
  address?: string,
): Transact {
  return async (work) => {
    const done: (() => void)[] = []
    const value = await database.db.transaction().execute((db: Db) => {
      if (address !== undefined) setOrigin(db, address)
      const context: WriteContext = {
        ...identity,
        db,
        now: clock(),
        stale: (...keys) => done.push(() => bus.tell(identity.region.code, keys)),
        staleEverywhere: (...keys) => done.push(() => bus.tell(undefined, keys)),
        staleFor: (users, ...keys) => done.push(() => bus.tellUsers(users, keys)),
        afterwards: (task) => done.push(task),
      }
      return recordedLast(db, () => work(context))
    })
    for (const task of done) task()
    return value
  }
}

function sendJson(
  request: FastifyRequest,
  reply: FastifyReply,
  route: Route,
  value: unknown,
): FastifyReply {
  const body = JSON.stringify(checked(route.reply, value))
  void reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8')
  if (request.method !== 'GET') return reply.send(body)
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  void reply.header('etag', tag)
  if (request.headers['if-none-match'] === tag) return reply.code(304).send()
  return reply.send(body)
}

// A reply that is not as described is a bug of ours: the error is logged, the caller sees a 500.
function checked(schema: z.ZodType, value: unknown): unknown {
  return schema.parse(value)
}

function sendFile(reply: FastifyReply, mediaType: string, answer: FileAnswer): FastifyReply {
  void reply
    .type(mediaType)
    .header('cache-control', 'no-cache')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeRfc5987(answer.name)}`)
  const size = answer.content instanceof Uint8Array ? answer.content.length : answer.size
  if (size !== undefined) void reply.header('content-length', size)
  return reply.send(
    answer.content instanceof Uint8Array ? Buffer.from(answer.content) : answer.content,
  )
}

function encodeRfc5987(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
