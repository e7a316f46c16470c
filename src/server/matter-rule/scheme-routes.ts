import { enforceScheme, tryScheme } from '#contract/matter-rule.ts'
import { record } from '#server/event/store.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { badInput, changedMeanwhile, refused } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { checkedScheme, insertScheme, rulesOf, schemesOf } from './rules.ts'
import { playedOverPast } from './try-scheme.ts'

export const schemeEndpoints: readonly Endpoint[] = [
  read(tryScheme, ({ scheme, from, to }, { db, region, now }) => {
    if (to < from) throw badInput('period-reversed', 'The period ends before it begins')
    return playedOverPast(db, { region: region.code, now, scheme, from, to })
  }),

  write(enforceScheme, async ({ code, scheme, inForce, version, why }, context) => {
    const { db, region, user, now } = context
    const ruled = checkedScheme(scheme, await rulesOf(db, region.code))
    if (!ruled.ok) throw refused('scheme-faulty', 'The scheme is faulty', ruled.error)
    if (scheme.code !== code) throw badInput('input-invalid', 'The codes differ')
    const known = (await schemesOf(db, region.code)).find((one) => one.scheme.code === code)
    if ((known?.version ?? 0) !== version) {
      throw changedMeanwhile('Somebody decided on the scheme meanwhile', { current: known })
    }
    const next = version + 1
    await insertScheme(db, {
      regionCode: region.code,
      code,
      version: next,
      content: scheme,
      inForce,
      by: user,
      at: now,
      why,
    })
    const id = newId('scheme')
    await record(db, [
      {
        region: region.code,
        at: now,
        by: user,
        action: 'matter-scheme-decided',
        subject: id,
        entity: { kind: 'scheme', id },
        before: known && { inForce: known.inForce, scheme: known.scheme },
        after: { inForce, scheme, version: next },
        why,
      },
    ])
    context.stale(['matter-rules'], ['matters'])
    return { code, version: next }
  }),
]
