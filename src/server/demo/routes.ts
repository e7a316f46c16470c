import { readPreparation } from '#contract/demonstration.ts'
import { type Endpoint, read } from '#server/http/endpoint.ts'
import { preparationKind } from './prepare-demonstration.ts'

export const demonstrationEndpoints: readonly Endpoint[] = [
  read(readPreparation, async (_, { db, region }) => {
    const job = await db
      .selectFrom('job')
      .select('id')
      .where('kind', '=', preparationKind)
      .where('state', 'in', ['waiting', 'running'])
      .executeTakeFirst()
    if (!job || !region.simulated) return { isPreparing: false }
    const last = await db
      .selectFrom('figurePeriod')
      .select('period')
      .where('regionCode', '=', region.code)
      .orderBy('ends', 'desc')
      .executeTakeFirst()
    return { isPreparing: true, ...(last && { upTo: last.period }) }
  }),
]
