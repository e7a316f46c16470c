import {
  addWebhook,
  changeWebhook,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  resendDeliveries,
  testWebhook,
} from '#contract/matter-rule.ts'
import type { Id } from '#core/id.ts'
import { json, type ReadDb } from '#server/db/db.ts'
import { type Happening, record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { badInput, notFound, refused } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { announceJobs } from '#server/job/announcement.ts'
import { reviveJobs } from '#server/job/job-store.ts'
import { deadDeliveries, deliveriesOf, lockDead, sendTest } from './delivery-store.ts'
import { oneWebhook, type WebhookRow, webhooksOf } from './webhook.ts'
import { randomBytes } from 'node:crypto'

export const webhookEndpoints: readonly Endpoint[] = [
  read(listWebhooks, async (_, { db, region }) => {
    const dead = await deadDeliveries(db, region.code)
    const hooks = await webhooksOf(db, region.code)
    return { webhooks: hooks.map((hook) => webhookView(hook, dead.get(hook.id) ?? 0)) }
  }),

  write(addWebhook, async ({ url, events }, context) => {
    const { db, region, user, now } = context
    if (isOwnMachine(new URL(url).hostname)) {
      throw badInput('webhook-own-machine', 'The address is of this machine itself')
    }
    const row: WebhookRow = {
      regionCode: region.code,
      id: newId('webhook'),
      url,
      events,
      secret: randomBytes(32).toString('base64url'),
      isActive: true,
      createdBy: user,
      createdAt: now,
      delivered: 0,
      lastProblem: null,
    }
    await db
      .insertInto('webhook')
      .values({ ...row, events: json(row.events), createdBy: json(row.createdBy) })
      .execute()
    await record(db, [webhookHappening(row, context, 'webhook-added')])
    return { webhook: webhookView(row, 0), secret: row.secret }
  }),

  write(removeWebhook, async ({ id }, context) => {
    const { db, region } = context
    const row = await presentWebhook(context, id)
    await db
      .deleteFrom('webhook')
      .where('regionCode', '=', region.code)
      .where('id', '=', id)
      .execute()
    await record(db, [webhookHappening(row, context, 'webhook-removed')])
    return {}
  }),

  write(changeWebhook, async ({ id, active, events }, context) => {
    const { db, region } = context
    const row = await presentWebhook(context, id)
    const changed: WebhookRow = { ...row, events, isActive: active }
    await db
      .updateTable('webhook')
      .set({ events: json(events), isActive: active })
      .where('regionCode', '=', region.code)
      .where('id', '=', id)
      .execute()
    await record(db, [
      { ...webhookHappening(changed, context, 'webhook-changed'), before: told(row) },
    ])
    return { webhook: webhookView(changed, (await deadDeliveries(db, region.code)).get(id) ?? 0) }
  }),

  read(listDeliveries, async ({ id }, context) => {
    await presentWebhook(context, id)
    const { db, region } = context
    return { deliveries: await deliveriesOf(db, { region: region.code, webhook: id }) }
  }),

  write(testWebhook, async ({ id }, context) => {
    const { db, region, now } = context
    const { isActive } = await presentWebhook(context, id)
    if (!isActive) throw refused('webhook-paused', 'Nothing is sent there for the time being')
    return { delivery: await sendTest(db, { region: region.code, webhook: id }, now) }
  }),

  write(resendDeliveries, async ({ id, delivery }, context) => {
    const { db, region, now } = context
    const row = await presentWebhook(context, id)
    const dead = await lockDead(db, { region: region.code, webhook: id }, delivery)
    if (dead.length === 0) throw refused('job-not-dead', 'Nothing of it was given up')
    await reviveJobs(db, dead, now)
    await record(db, [
      { ...webhookHappening(row, context, 'webhook-resent'), after: { count: dead.length } },
    ])
    context.afterwards(announceJobs)
    return { resent: dead.length }
  }),
]

async function presentWebhook(
  { db, region }: { readonly db: ReadDb; readonly region: { readonly code: string } },
  id: string,
): Promise<WebhookRow> {
  const row = await oneWebhook(db, region.code, id)
  if (!row) throw notFound('Webhook')
  return row
}

function webhookView(row: WebhookRow, dead: number) {
  const { id, url, events, isActive, createdBy, createdAt, delivered, lastProblem } = row
  return {
    id,
    url,
    events,
    active: isActive,
    createdBy,
    createdAt,
    delivered,
    dead,
    ...(lastProblem !== null && { lastProblem }),
  }
}

function webhookHappening(
  row: WebhookRow,
  { region, user, now }: WriteContext,
  action: 'webhook-added' | 'webhook-changed' | 'webhook-removed' | 'webhook-resent',
): Happening {
  const id = row.id as Id<'webhook'>
  return {
    region: region.code,
    at: now,
    by: user,
    action,
    subject: id,
    entity: { kind: 'webhook', id },
    after: told(row),
  }
}

function told({ url, events, isActive: active }: WebhookRow) {
  return { url, events, active }
}

/** What listens on this machine alone trusts whoever asks from it. */
function isOwnMachine(host: string): boolean {
  return /^(?:localhost|.*\.localhost|127\..*|0\.0\.0\.0|169\.254\..*|\[?(?:::1?|fe80:.*|::ffff:7f.*)\]?)$/i.test(
    host,
  )
}
