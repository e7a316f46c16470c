import {
  addOrganisation,
  changeOrganisation,
  listOrganisations,
  matchOrganisationNames,
  organisationHistory,
} from '#contract/organisation.ts'
import { nameOn } from '#core/organisation/organisation.ts'
import { eventsOf } from '#server/event/store.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { notFound } from '#server/http/failure.ts'
import { dayInChina } from '#server/clock.ts'
import { add, change } from './change-organisations.ts'
import { matchOrganisations } from './match-organisations.ts'
import { organisationOfId, organisationsOf } from './store.ts'
import { isVisible, organisationView } from './views.ts'

export const organisationEndpoints: readonly Endpoint[] = [
  read(listOrganisations, async ({ day }, { db, now, region, ...identity }) => {
    const asked = day ?? dayInChina(now)
    const organisations = await organisationsOf(db, region.code)
    return {
      day: asked,
      organisations: organisations
        .filter((one) => isVisible(one, identity))
        .map((one) => organisationView(one, asked)),
    }
  }),

  read(matchOrganisationNames, async ({ wording }, { db, now, region, ...identity }) => {
    const day = dayInChina(now)
    const found = await matchOrganisations(db, { region, wordings: wording, day })
    return {
      matches: wording.map((asked, index) => ({
        wording: asked,
        candidates: (found[index] ?? [])
          .filter(({ organisation }) => isVisible(organisation, identity))
          .map(({ organisation, reason }) => ({
            id: organisation.id,
            code: organisation.code,
            name: nameOn(organisation, day),
            reason,
          })),
      })),
    }
  }),

  read(organisationHistory, async ({ id }, { db, region, ...identity }) => {
    const organisation = await organisationOfId(db, region.code, id)
    if (!organisation || !isVisible(organisation, identity)) throw notFound('Organisation')
    const events = await eventsOf(db, region.code, id)
    return {
      happenings: events.map(({ id: event, at, by, action, why }) => ({
        id: event,
        at,
        by,
        action,
        ...(why !== null && { why }),
      })),
    }
  }),

  write(addOrganisation, (given, context) => add(context, given)),

  write(changeOrganisation, (given, context) => change(context, given)),
]
