import { actions } from '#core/access/action.ts'
import { id, list, regionCode } from './fields.ts'
import { route } from './route.ts'
import * as z from 'zod'

export const Region = z
  .object({
    code: regionCode,
    name: z.string(),
    /** Its plans and figures are invented: the screen marks them 模拟数据. */
    simulated: z.boolean(),
  })
  .meta({ id: 'Region' })
export type Region = z.output<typeof Region>

export const Person = z.object({ id: id('user'), name: z.string() }).meta({ id: 'Person' })
export type Person = z.output<typeof Person>

export const Action = z.enum(actions)
export type Action = z.output<typeof Action>

export const whoAmI = route({
  method: 'GET',
  path: '/session',
  summary: 'The signed-in user, their region and what they may do there',
  needs: 'signed-in',
  input: z.object({}),
  reply: z.object({
    user: Person,
    region: Region,
    actions: list(Action),
    /** The units of the region one works for; none for who works for the region as a whole. */
    organisations: list(z.object({ id: id('organisation'), code: z.string(), name: z.string() })),
    /** The regions one may speak for. */
    regions: list(Region),
    /** Nothing but the own account is open until the password is changed. */
    mustChangePassword: z.boolean(),
    hasSecondFactor: z.boolean(),
    /** Recovered by one administrator, not yet confirmed by another: nothing is allowed. */
    awaitsConfirmation: z.boolean(),
  }),
})

export const listRegions = route({
  method: 'GET',
  path: '/regions',
  summary: 'Regions that have a published plan, and the own one',
  needs: 'read',
  input: z.object({}),
  reply: z.object({ regions: list(Region) }),
})
