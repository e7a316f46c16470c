import { type JobHandler, longJob } from '#server/job/handler.ts'
import { enqueue } from '#server/job/queue.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'
import { Failure } from '#server/http/failure.ts'
import type { EntryRow, MatterRow } from '../matter/matter-store.ts'
import { sql } from 'kysely'
import { createHmac } from 'node:crypto'
import * as z from 'zod'

export type WebhookRow = Row<'webhook'>

/** What is sent: what happened to which matter, and how it stands now. */
interface Happened {
  readonly id: string
  readonly at: string
  readonly event: string
  readonly name: string
  readonly matter: {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly kind: string
    readonly state: string
    readonly due: string | null
    readonly lamp: string | null
    readonly slip: string | null
    readonly lead: string | null
  }
  readonly by: { readonly name: string }
  readonly words: string | null
}

/** Leaves what happened to be sent to whoever asked for it, `known` or looked up, once the transaction is done. */
export async function callWebhooks(
  { db, now }: { readonly db: Db; readonly now: string },
  row: MatterRow,
  entries: readonly Omit<EntryRow, 'position'>[],
  known?: readonly WebhookRow[],
): Promise<void> {
  if (entries.length === 0) return
  const hooks = known ?? (await webhooksOf(db, row.regionCode))
  for (const { id, events, isActive } of hooks) {
    if (!isActive) continue
    for (const entry of entries) {
      if (events.length > 0 && !events.includes(entry.action)) continue
      const payload: Delivery = { region: row.regionCode, webhook: id, body: bodyOf(row, entry) }
      await enqueue(db, { kind: deliveryKind, payload, now })
    }
  }
}

/** What the units owe this day, for whoever is sent everything or asked for `digest`. */
export async function sendDigest(
  ground: { readonly db: Db; readonly now: string },
  {
    region,
    ...digest
  }: { readonly region: string; readonly day: string; readonly digests: unknown },
): Promise<void> {
  await tellWebhooks(ground, region, 'digest', digest)
}

/** Leaves something to be sent to whoever is sent everything or asked for `event`. */
export async function tellWebhooks(
  { db, now }: { readonly db: Db; readonly now: string },
  region: string,
  event: string,
  content: object,
): Promise<void> {
  const body = JSON.stringify({ event, at: now, ...content })
  for (const { id, events, isActive } of await webhooksOf(db, region)) {
    if (!isActive || (events.length > 0 && !events.includes(event))) continue
    const payload: Delivery = { region, webhook: id, body }
    await enqueue(db, { kind: deliveryKind, payload, now })
  }
}

function bodyOf(row: MatterRow, entry: Omit<EntryRow, 'position'>): string {
  const { id, number, title, kind, state, due, lamp, slip, leadId } = row
  const happened: Happened = {
    id: entry.id,
    at: entry.at,
    event: entry.action,
    name: entry.name,
    matter: { id, number, title, kind, state, due, lamp, slip, lead: leadId },
    by: { name: entry.by.name },
    words: entry.words,
  }
  return JSON.stringify(happened)
}

export function webhooksOf(db: ReadDb, region: string): Promise<WebhookRow[]> {
  return db
    .selectFrom('webhook')
    .selectAll()
    .where('regionCode', '=', region)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

export const deliveryKind = 'deliver-webhook'
const Delivery = z.object({ region: z.string(), webhook: z.uuid(), body: z.string() })
type Delivery = z.output<typeof Delivery>

// What does not answer by then is tried again later.
const patienceMs = 10_000

/** Sends one happening. What is not taken is tried again, and in the end left among the dead jobs. */
export const webhookJobs: readonly JobHandler[] = [
  longJob(deliveryKind, Delivery, async ({ region, webhook, body }, { transact, signal }) => {
    const hook = await transact(({ db }) => oneWebhook(db, region, webhook))
    if (!hook?.isActive) return
    const problem = await sent(hook, body, signal)
    await transact(async ({ db }) => {
      await db
        .updateTable('webhook')
        .set({
          lastProblem: problem ?? null,
          ...(problem === undefined && { delivered: sql<number>`delivered + 1` }),
        })
        .where('regionCode', '=', region)
        .where('id', '=', webhook)
        .execute()
    })
    if (problem !== undefined) {
      throw new Failure(
        { code: 'webhook-not-taken', title: problem, detail: { url: hook.url } },
        502,
      )
    }
  }),
]

export function oneWebhook(
  db: ReadDb,
  region: string,
  id: string,
): Promise<WebhookRow | undefined> {
  return db
    .selectFrom('webhook')
    .selectAll()
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Why it was not taken; nothing where it was. A redirection is not followed: the body is for one address. */
async function sent(
  { url, secret }: WebhookRow,
  body: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'x-jingwei-signature': signatureOf(secret, body),
      },
      body,
    })
    await reply.body?.cancel()
    return reply.ok ? undefined : `HTTP ${reply.status}`
  } catch (error) {
    signal.throwIfAborted()
    return error instanceof Error ? error.message : String(error)
  }
}

/** HMAC-SHA256 of the body with the key told when the webhook was added. */
export function signatureOf(secret: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}
