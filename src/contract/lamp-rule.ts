import { id, line, list, moment } from './fields.ts'
import { PeriodText } from './figure-fields.ts'
import { route } from './route.ts'
import { Person } from './session.ts'
import { Lamp } from './watching.ts'
import * as z from 'zod'

const condition = z.string().trim().min(1).max(500)

export const LampRuleText = z
  .object({
    behind: condition,
    warning: condition,
    bindingBehind: condition,
    bindingWarning: condition,
  })
  .meta({ id: 'LampRuleText' })

export const lampRuleInForce = route({
  method: 'GET',
  path: '/watching/lamp-rule',
  summary: 'The rule lamps are lit by, and its earlier versions, latest first',
  needs: 'read',
  input: z.object({}),
  reply: z.object({
    versions: list(
      z.object({
        version: z.int(),
        rule: LampRuleText,
        why: z.string(),
        by: Person.exactOptional(),
        at: moment,
      }),
    ),
    /** The names a condition may use. */
    names: list(z.string()),
  }),
})

export const tryLampRule = route({
  method: 'POST',
  path: '/watching/lamp-rule/trials',
  summary: 'How many lamps of each kind past periods would have had under a rule; stores nothing',
  needs: 'read',
  input: z.object({ rule: LampRuleText, periods: z.array(PeriodText).min(1).max(12).readonly() }),
  reply: z.object({
    problem: z
      .object({ field: z.string(), start: z.int(), end: z.int(), text: z.string() })
      .exactOptional(),
    periods: list(
      z.object({
        period: PeriodText,
        now: z.record(Lamp, z.int()),
        tried: z.record(Lamp, z.int()),
        changed: list(
          z.object({ id: id('plan-target'), indicator: z.string(), from: Lamp, to: Lamp }),
        ),
      }),
    ),
    /** Every measured target period by period: its lamp under the rule in force and under the one tried. */
    targets: list(
      z.object({
        id: id('plan-target'),
        indicator: z.string(),
        scope: z.string().exactOptional(),
        isBinding: z.boolean(),
        lamps: list(z.object({ period: PeriodText, now: Lamp, tried: Lamp })),
      }),
    ),
  }),
})

export const setLampRule = route({
  method: 'PUT',
  path: '/watching/lamp-rule',
  summary: 'Puts another rule in force; earlier versions stay',
  needs: 'judge',
  input: z.object({ version: z.int(), rule: LampRuleText, why: line }),
  reply: z.object({ version: z.int() }),
})
