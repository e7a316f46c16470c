import { id as idOf } from '#contract/fields.ts'
import type { WebhookDelivery } from '#contract/matter-rule.ts'
import type { JobId } from '#core/id.ts'
import type { Db, ReadDb } from '#server/db/db.ts'
import { enqueue } from '#server/job/queue.ts'
import { deliveryKind } from './webhook.ts'
import { sql } from 'kysely'
import * as z from 'zod'

/** A webhook of a region. */
interface Address {
  readonly region: string
  readonly webhook: string
}

const shown = 200

/** What of a body is told of a delivery; what the body of a digest has besides is not needed. */
const Body = z.object({
  event: z.string(),
  name: z.string().optional(),
  matter: z.object({ id: idOf('matter'), number: z.string(), title: z.string() }).optional(),
})

/** Latest first; what ended well is forgotten after two weeks, with the jobs. */
export async function deliveriesOf(
  db: ReadDb,
  address: Address,
): Promise<z.input<typeof WebhookDelivery>[]> {
  const rows = await jobsOf(db, address)
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(shown)
    .execute()
  return rows.map(({ id, state, createdAt, runAt, endedAt, attempts, problem, payload }) => {
    const { event, name, matter } = bodyOf(payload)
    return {
      id,
      state,
      event,
      name: name ?? namesOfEvents[event] ?? event,
      createdAt,
      runAt,
      attempts,
      ...(matter && { matter }),
      ...(endedAt !== null && { endedAt }),
      ...(problem && { problem: problem.title }),
    }
  })
}

const namesOfEvents: Readonly<Record<string, string>> = { digest: '每日摘要', test: '测试推送' }

function bodyOf(payload: unknown): z.output<typeof Body> {
  const { body } = z.object({ body: z.string() }).parse(payload)
  return Body.parse(JSON.parse(body))
}

function jobsOf(db: ReadDb, { region, webhook }: Address) {
  return db
    .selectFrom('job')
    .where('kind', '=', deliveryKind)
    .where(sql<boolean>`payload ->> 'webhook' = ${webhook}`)
    .where(sql<boolean>`payload ->> 'region' = ${region}`)
}

/** How many deliveries of each webhook were given up. */
export async function deadDeliveries(
  db: ReadDb,
  region: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('job')
    .select(sql<string>`payload ->> 'webhook'`.as('webhook'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('kind', '=', deliveryKind)
    .where('state', '=', 'dead')
    .where(sql<boolean>`payload ->> 'region' = ${region}`)
    .groupBy(sql`payload ->> 'webhook'`)
    .execute()
  return new Map(rows.map(({ webhook, count }) => [webhook, count]))
}

/** Those given up, held; `delivery` alone where it is named. */
export async function lockDead(
  db: Db,
  address: Address,
  delivery?: JobId,
): Promise<readonly JobId[]> {
  const rows = await jobsOf(db, address)
    .select('id')
    .where('state', '=', 'dead')
    .$if(delivery !== undefined, (query) => query.where('id', '=', delivery ?? ('' as JobId)))
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** Leaves a happening to be sent that nothing happened for: the other side can be tried. */
export function sendTest(db: Db, { region, webhook }: Address, now: string): Promise<JobId> {
  const body = JSON.stringify({ event: 'test', name: namesOfEvents['test'], at: now })
  return enqueue(db, { kind: deliveryKind, payload: { region, webhook, body }, now })
}
