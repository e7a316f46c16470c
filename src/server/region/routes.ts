import { listRegions, whoAmI } from '#contract/session.ts'
import { type Endpoint, read } from '#server/http/endpoint.ts'
import { regionsWithPlans } from './store.ts'

export const regionEndpoints: readonly Endpoint[] = [
  read(whoAmI, (_, { user, region, actions }) => ({ user, region, actions: [...actions] })),

  read(listRegions, async (_, { db, region }) => ({
    regions: await regionsWithPlans(db, region.code),
  })),
]
