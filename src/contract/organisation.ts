import { matchReasons } from '#core/organisation/match-organisations.ts'
import { organisationKinds } from '#core/organisation/organisation.ts'
import { day, id, line, list, moment, queryList, revision } from './fields.ts'
import { route } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

export const OrganisationKind = z.enum(organisationKinds)
export type OrganisationKind = z.output<typeof OrganisationKind>

/** Lower case, digits and hyphens; never changed once given. */
const code = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)
const name = line.max(100)
const aliases = z.array(name).max(50).readonly()

export const Organisation = z
  .object({
    id: id('organisation'),
    code: z.string(),
    kind: OrganisationKind,
    /** On the day asked for; before its first day the first. */
    name: z.string(),
    /** The unit above it on that day. */
    parent: id('organisation').optional(),
    /** Whether it exists on that day. */
    isThere: z.boolean(),
    /** What it was called, and to whom it belonged, from a day on; earliest first. */
    stages: list(z.object({ from: day, name: z.string(), parent: id('organisation').optional() })),
    aliases: list(z.string()),
    /** The last day it exists; absent while no end is known. */
    to: day.optional(),
    /** The unit its duties passed to when it ended. */
    mergedInto: id('organisation').optional(),
    revision,
  })
  .meta({ id: 'Organisation' })
export type Organisation = z.output<typeof Organisation>

/** Those one may see: all units of the government; enterprises within one's own reach. */
export const listOrganisations = route({
  method: 'GET',
  path: '/organisations',
  summary: 'The units of the region as they are on a day, those that ended included',
  needs: 'see-organisations',
  input: z.object({
    /** Today without it. */
    day: day.optional(),
  }),
  reply: z.object({ day, organisations: list(Organisation) }),
})

export const OrganisationHappening = z
  .object({
    id: id('event'),
    at: moment,
    by: Person,
    /** `organisation-added`, `-renamed`, `-moved`, `-described`, `-abolished`, `-merged`, `-restored`, `-passed-on`. */
    action: z.string(),
    why: z.string().optional(),
  })
  .meta({ id: 'OrganisationHappening' })
export type OrganisationHappening = z.output<typeof OrganisationHappening>

export const organisationHistory = route({
  method: 'GET',
  path: '/organisations/:id/history',
  summary: 'What was entered about a unit, by whom and why; latest first',
  needs: 'see-organisations',
  input: z.object({ id: id('organisation') }),
  reply: z.object({ happenings: list(OrganisationHappening) }),
})

/** Tells all that are meant for the strongest reason; whoever asks decides among several. */
export const matchOrganisationNames = route({
  method: 'GET',
  path: '/organisations/matches',
  summary: 'Which units wordings may mean, with the reason',
  needs: 'see-organisations',
  input: z.object({ wording: queryList(z.string().max(100)) }),
  reply: z.object({
    matches: list(
      z.object({
        wording: z.string(),
        candidates: list(
          z.object({
            id: id('organisation'),
            code: z.string(),
            name: z.string(),
            reason: z.enum(matchReasons),
          }),
        ),
      }),
    ),
  }),
})

/** Refused with 409 `organisation-code-taken`, `organisation-above-missing`. */
export const addOrganisation = route({
  method: 'POST',
  path: '/organisations',
  summary: 'Makes a unit',
  needs: 'manage-organisations',
  input: z.object({
    code,
    kind: OrganisationKind,
    name,
    parent: id('organisation').optional(),
    aliases: aliases.default([]),
    from: day,
    why: line,
  }),
  reply: Organisation,
})

export const OrganisationChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rename'), name, from: day }),
  z.object({ kind: z.literal('move'), parent: id('organisation').optional(), from: day }),
  z.object({ kind: z.literal('describe'), as: OrganisationKind, aliases }),
  /** `to` is its last day. */
  z.object({ kind: z.literal('abolish'), to: day }),
  /** It ends the day before `from`; its duties and the units below it pass to `into`. */
  z.object({ kind: z.literal('merge'), into: id('organisation'), from: day }),
  /** Takes an end back that was entered by mistake. */
  z.object({ kind: z.literal('restore') }),
])
export type OrganisationChange = z.output<typeof OrganisationChange>

/**
 * Refused with 409 `changed-meanwhile`, and by what stands against it: `organisation-ended`,
 * `-not-ended`, `-not-begun`, `-has-units`, `-changes-later`, `-above-missing`, `-above-below`,
 * `-into-missing`.
 */
export const changeOrganisation = route({
  method: 'POST',
  path: '/organisations/:id/changes',
  summary: 'Renames, moves, describes, abolishes, merges or restores a unit',
  needs: 'manage-organisations',
  input: z.object({
    id: id('organisation'),
    revision,
    change: OrganisationChange,
    why: line,
  }),
  reply: Organisation,
})
