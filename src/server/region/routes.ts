import { listRegions, whoAmI } from '#contract/session.ts'
import { type Endpoint, read } from '#server/http/endpoint.ts'
import { ownOrganisations } from '#server/organisation/own-organisations.ts'
import { regionsWithPlans } from './store.ts'

export const regionEndpoints: readonly Endpoint[] = [
  read(whoAmI, async (_, { actions, ...identity }) => ({
    user: identity.user,
    region: identity.region,
    actions: [...actions],
    organisations: await ownOrganisations(identity),
    regions: identity.regions,
    mustChangePassword: identity.mustChangePassword,
    hasSecondFactor: identity.hasSecondFactor,
    awaitsConfirmation: identity.awaitsConfirmation,
  })),

  read(listRegions, async (_, { db, region }) => ({
    regions: await regionsWithPlans(db, region.code),
  })),
]
