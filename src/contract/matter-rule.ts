import { day, id, line, list, moment } from './fields.ts'
import { Colour, RuleCode, Scheme } from './matter-fields.ts'
import { route } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

/** What is wrong with a scheme, and where in it. */
export const SchemeFault = z
  .object({
    /** `lamps.0.when` */
    place: z.string(),
    /** A code of `#core/expression/syntax.ts`, `unknown-kind` or `unknown-action`. */
    code: z.string(),
    /** In plain Chinese. */
    text: z.string(),
  })
  .meta({ id: 'SchemeFault' })

/** What a scheme would have done. */
export const PlayedDay = z
  .object({
    day,
    matter: z.object({ id: id('matter'), number: z.string(), title: z.string() }),
    what: z.enum(['lamp', 'slip', 'reminder', 'move']),
    /** A colour, the code of a reminder, or of an action. */
    code: z.string(),
    name: z.string(),
    /** The rule with its figures put in. */
    why: z.string(),
  })
  .meta({ id: 'PlayedDay' })

export const tryScheme = route({
  method: 'POST',
  path: '/matter-schemes/trials',
  summary: 'Plays a scheme day by day over past matters of the region; stores nothing',
  needs: 'supervise',
  input: z.object({ scheme: Scheme, from: day, to: day }),
  reply: z.object({
    faults: list(SchemeFault),
    /** How many matters were played. */
    matters: z.int(),
    /** Matter-days under each lamp, and slips of each colour. */
    lampDays: list(z.object({ lamp: Colour, days: z.int() })),
    slips: list(z.object({ slip: Colour, count: z.int() })),
    /** The first 500, earliest first. */
    played: list(PlayedDay),
  }),
})

/** Refused with 409 `scheme-faulty` (detail: faults) or `changed-meanwhile`. */
export const enforceScheme = route({
  method: 'PUT',
  path: '/matter-schemes/:code',
  summary: 'Put a scheme in force in the region as its next version, or take it out of force',
  needs: 'supervise',
  input: z.object({
    code: RuleCode,
    scheme: Scheme,
    inForce: z.boolean(),
    /** The version it was made from; 0 for one of the program or a new one. */
    version: z.int().min(0),
    why: line,
  }),
  reply: z.object({ code: RuleCode, version: z.int() }),
})

export const CalendarDay = z
  .object({
    day,
    working: z.boolean(),
    /** 国庆节, or what the region says. */
    name: z.string(),
    /** Decided by the region; the others stand in the notice of the State Council. */
    own: z.boolean(),
  })
  .meta({ id: 'CalendarDay' })

export const showCalendar = route({
  method: 'GET',
  path: '/calendar',
  summary: 'Days of a year that differ from the week',
  needs: 'read',
  input: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
  reply: z.object({
    days: list(CalendarDay),
    /** The notice the days come from; absent where none is known and weekends alone are free. */
    notice: z.string().exactOptional(),
  }),
})

export const changeCalendar = route({
  method: 'PUT',
  path: '/calendar/:day',
  summary: 'Decide for the region whether a day is worked; without `working` as the notice has it',
  needs: 'supervise',
  input: z.object({ day, working: z.boolean().exactOptional(), name: z.string().trim().max(100) }),
  reply: z.object({}),
})

export const Webhook = z
  .object({
    id: z.uuid(),
    url: z.url(),
    /** Of the happenings of matters it is told: `raised`, `slip`, an action … none means all. */
    events: list(z.string()),
    active: z.boolean(),
    createdBy: Person,
    createdAt: moment,
    delivered: z.int(),
    /** Given up after too many failures; a system administrator retries them among the jobs. */
    dead: z.int(),
    lastProblem: z.string().exactOptional(),
  })
  .meta({ id: 'Webhook' })

export const listWebhooks = route({
  method: 'GET',
  path: '/webhooks',
  summary: 'Where the happenings of matters are sent',
  needs: 'supervise',
  input: z.object({}),
  reply: z.object({ webhooks: list(Webhook) }),
})

export const addWebhook = route({
  method: 'POST',
  path: '/webhooks',
  summary: 'Send happenings somewhere; the key that signs them is told once',
  needs: 'supervise',
  input: z.object({
    url: z.url({ protocol: /^https?$/ }).max(500),
    events: list(z.string().max(60)).default([]),
  }),
  reply: z.object({ webhook: Webhook, secret: z.string() }),
})

export const removeWebhook = route({
  method: 'DELETE',
  path: '/webhooks/:id',
  summary: 'Send nothing there any more',
  needs: 'supervise',
  input: z.object({ id: z.uuid() }),
  reply: z.object({}),
})
