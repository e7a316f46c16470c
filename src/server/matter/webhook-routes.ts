import { addWebhook, listWebhooks, removeWebhook } from '#contract/matter-rule.ts'
import type { Id } from '#core/id.ts'
import { json } from '#server/db/db.ts'
import { type Happening, record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { badInput, notFound } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { deadDeliveries, type WebhookRow, webhooksOf } from './webhook.ts'
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
    const row = (await webhooksOf(db, region.code)).find((one) => one.id === id)
    if (!row) throw notFound('Webhook')
    await db
      .deleteFrom('webhook')
      .where('regionCode', '=', region.code)
      .where('id', '=', id)
      .execute()
    await record(db, [webhookHappening(row, context, 'webhook-removed')])
    return {}
  }),
]

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
  action: 'webhook-added' | 'webhook-removed',
): Happening {
  const { url, events } = row
  const id = row.id as Id<'webhook'>
  return {
    region: region.code,
    at: now,
    by: user,
    action,
    subject: id,
    entity: { kind: 'webhook', id },
    after: { url, events },
  }
}

/** What listens on this machine alone trusts whoever asks from it. */
function isOwnMachine(host: string): boolean {
  return /^(?:localhost|.*\.localhost|127\..*|0\.0\.0\.0|169\.254\..*|\[?(?:::1?|fe80:.*|::ffff:7f.*)\]?)$/i.test(
    host,
  )
}
