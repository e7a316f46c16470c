import { day, id, line, list, moment } from './fields.ts'
import { Colour, MatterKind, RuleCode, Scheme, Workflow } from './matter-fields.ts'
import { JobState } from './job.ts'
import { route } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

/** Whether the region uses it, whether it comes with the program, and the region's own version (0: none). */
const decided = { inForce: z.boolean(), shipped: z.boolean(), version: z.int() }

/** What is in force in the region: kinds, workflows and schemes. */
export const showMatterRules = route({
  method: 'GET',
  path: '/matter-rules',
  summary: 'Kinds of matters, their workflows, and the lamps and slips in force',
  needs: 'read',
  input: z.object({}),
  reply: z.object({
    kinds: list(MatterKind.extend(decided)),
    workflows: list(Workflow.extend(decided)),
    schemes: list(Scheme.extend(decided)),
    /** What expressions may name, with what it means. */
    facts: list(z.object({ name: z.string(), meaning: z.string() })),
  }),
})

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

const decision = {
  code: RuleCode,
  inForce: z.boolean(),
  /** The version it was made from; 0 for one of the program or a new one. */
  version: z.int().min(0),
  why: line,
}

/** Refused with 409 `kind-faulty`, `scheme-broken` (detail: the scheme and its faults) or `changed-meanwhile`. */
export const enforceKind = route({
  method: 'PUT',
  path: '/matter-kinds/:code',
  summary: 'Decide on a kind of matter as its next version; matters of it keep the nodes they have',
  needs: 'supervise',
  input: z.object({ ...decision, kind: MatterKind }),
  reply: z.object({ code: RuleCode, version: z.int() }),
})

/** Refused with 409 `workflow-faulty` (detail: faults), `workflow-state-used`, `scheme-broken` or `changed-meanwhile`. */
export const enforceWorkflow = route({
  method: 'PUT',
  path: '/matter-workflows/:code',
  summary: 'Decide on a workflow as its next version; matters go on by it from where they stand',
  needs: 'supervise',
  input: z.object({ ...decision, workflow: Workflow }),
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
    /** Given up after too many failures, until somebody sends them again. */
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

export const changeWebhook = route({
  method: 'PUT',
  path: '/webhooks/:id',
  summary: 'Send other happenings there, or none for a while; the key stays',
  needs: 'supervise',
  input: z.object({ id: z.uuid(), active: z.boolean(), events: list(z.string().max(60)) }),
  reply: z.object({ webhook: Webhook }),
})

export const WebhookDelivery = z
  .object({
    id: id('job'),
    /** `waiting` after a failure means that it is tried again at `runAt`; `dead` that it was given up. */
    state: JobState,
    event: z.string(),
    /** What it tells, in Chinese. */
    name: z.string(),
    matter: z.object({ id: id('matter'), number: z.string(), title: z.string() }).exactOptional(),
    createdAt: moment,
    runAt: moment,
    endedAt: moment.exactOptional(),
    attempts: z.int(),
    /** Why the last attempt failed. */
    problem: z.string().exactOptional(),
  })
  .meta({ id: 'WebhookDelivery' })
export type WebhookDelivery = z.output<typeof WebhookDelivery>

export const listDeliveries = route({
  method: 'GET',
  path: '/webhooks/:id/deliveries',
  summary:
    'What was sent to a webhook in the last two weeks, latest first, the first 200; what was given up stays',
  needs: 'supervise',
  input: z.object({ id: z.uuid() }),
  reply: z.object({ deliveries: list(WebhookDelivery) }),
})

export const testWebhook = route({
  method: 'POST',
  path: '/webhooks/:id/tests',
  summary: 'Send a signed happening `test` there',
  needs: 'supervise',
  input: z.object({ id: z.uuid() }),
  reply: z.object({ delivery: id('job') }),
})

/** Refused with 409 `job-not-dead`. */
export const resendDeliveries = route({
  method: 'POST',
  path: '/webhooks/:id/resends',
  summary: 'Send again what was given up: one delivery, or all of a webhook',
  needs: 'supervise',
  input: z.object({ id: z.uuid(), delivery: id('job').exactOptional() }),
  reply: z.object({ resent: z.int() }),
})
