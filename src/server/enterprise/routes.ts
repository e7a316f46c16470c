import {
  addEnterprise,
  changeEnterprise,
  enterpriseFigures,
  enterpriseHistory,
  enterpriseWords,
  listEnterprises,
  readEnterprise,
  stepEnterprise,
} from '#contract/enterprise.ts'
import { isWithin } from '#core/access/scope.ts'
import type { EnterpriseId } from '#core/id.ts'
import { dayInChina } from '#server/clock.ts'
import { eventsOf, record } from '#server/event/store.ts'
import type { ReadContext, WriteContext } from '#server/http/context.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { notFound } from '#server/http/failure.ts'
import { add, change } from './change-enterprises.ts'
import { figuresView } from './figures-view.ts'
import { foundIds } from './find-enterprises.ts'
import { enterpriseRows } from './list-store.ts'
import { listingEffects } from './listing-effects.ts'
import { measuredSize } from './measured-size.ts'
import { presentPeriod } from './present-period.ts'
import { step } from './step-enterprises.ts'
import { enterpriseOfId, type StoredEnterprise } from './store.ts'
import { enterpriseView } from './views.ts'
import { wordsOf, wordsView } from './words.ts'

export const enterpriseEndpoints: readonly Endpoint[] = [
  read(listEnterprises, async ({ text }, context) => {
    const { db, region, now } = context
    return {
      enterprises: await enterpriseRows(db, {
        region: region.code,
        scope: context.scopeOf('see-enterprises'),
        period: presentPeriod(now),
        ids: text ? await foundIds(context, text) : undefined,
      }),
    }
  }),

  read(enterpriseWords, async (_, { db, region, now }) =>
    wordsView(await wordsOf(db, region.code, dayInChina(now))),
  ),

  // Each of these writes down who looked: they are transactions although they change nothing else.
  write(readEnterprise, async ({ id }, context) => {
    const one = await visibleEnterprise(context, id)
    await recordLook(context, id, 'enterprise-seen')
    const year = Number(dayInChina(context.now).slice(0, 4))
    const { db, region } = context
    const measured = await measuredSize(db, region.code, id, [year - 1, year - 2])
    return {
      ...(await enterpriseView(db, region.code, one)),
      ...(measured && { measured }),
      listingEffects: await listingEffects(db, region.code, one),
    }
  }),

  write(enterpriseFigures, async ({ id, from, to, asOf }, context) => {
    await visibleEnterprise(context, id)
    await recordLook(context, id, 'enterprise-figures-seen')
    return figuresView(context.db, { region: context.region.code, id, from, to, asOf })
  }),

  read(enterpriseHistory, async ({ id }, context) => {
    await visibleEnterprise(context, id)
    const events = await eventsOf(context.db, context.region.code, id)
    return {
      happenings: events
        .filter(({ action }) => !looks.has(action))
        .map(({ id: event, at, by, action, why, before, after }) => ({
          id: event,
          at,
          by,
          action,
          ...(why !== null && { why }),
          before,
          after,
        })),
    }
  }),

  write(addEnterprise, (given, context) => add(context, given)),

  write(changeEnterprise, (given, context) => change(context, given)),

  write(stepEnterprise, (given, context) => step(context, given)),
]

const looks: ReadonlySet<string> = new Set(['enterprise-seen', 'enterprise-figures-seen'])

/** An enterprise within the caller's reach; to all others it is not there. */
async function visibleEnterprise(
  { db, region, scopeOf }: ReadContext,
  id: EnterpriseId,
): Promise<StoredEnterprise> {
  const one = await enterpriseOfId(db, region.code, id)
  const scope = scopeOf('see-enterprises')
  if (!one || !isWithin(scope, one.park, one.town, one.organisation)) throw notFound('Enterprise')
  return one
}

async function recordLook(
  { db, region, user, now }: WriteContext,
  id: EnterpriseId,
  action: 'enterprise-seen' | 'enterprise-figures-seen',
): Promise<void> {
  const entity = { kind: 'enterprise', id }
  await record(db, [{ region: region.code, at: now, by: user, action, subject: id, entity }])
}
