import { day, id, list, moment, regionCode } from './fields.ts'
import { Figure, Subject } from './figure-fields.ts'
import { IndicatorCode } from './indicator.ts'
import { route } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

/** What a target is measured by, in all versions of its plan; a person confirmed it. */
export const TargetBinding = z
  .object({
    indicator: IndicatorCode,
    subject: Subject,
    confirmedBy: Person,
    confirmedAt: moment,
  })
  .meta({ id: 'TargetBinding' })
export type TargetBinding = z.output<typeof TargetBinding>

const target = z.object({ region: regionCode, id: id('plan-target') })

/** What may measure a target. */
export const BindingProposal = z
  .object({
    indicator: z.string(),
    name: z.string(),
    subject: Subject.exactOptional(),
    /** 0 to 1. */
    likeness: z.number(),
    /** In plain Chinese: what speaks for and against it. */
    reasons: list(z.string()),
  })
  .meta({ id: 'BindingProposal' })
export type BindingProposal = z.output<typeof BindingProposal>

export const targetBinding = route({
  method: 'GET',
  path: '/targets/:region/:id/binding',
  summary: 'By which indicator a target is measured, and which could measure it, best first',
  needs: 'read',
  input: target,
  reply: z.object({
    binding: TargetBinding.exactOptional(),
    proposals: list(BindingProposal),
  }),
})

/** A target in force with what measures it or, where nothing does, what may, best first. */
export const TargetMeasure = z
  .object({
    id: id('plan-target'),
    planId: id('plan'),
    planTitle: z.string(),
    /** As the plan calls it. */
    name: z.string(),
    scope: z.string().exactOptional(),
    unit: z.string().exactOptional(),
    binding: TargetBinding.exactOptional(),
    proposals: list(BindingProposal),
  })
  .meta({ id: 'TargetMeasure' })
export type TargetMeasure = z.output<typeof TargetMeasure>

export const listTargetMeasures = route({
  method: 'GET',
  path: '/targets/:region/measures',
  summary: 'Every target in force of a region with its indicator, or those proposed for it',
  needs: 'read',
  input: z.object({ region: regionCode }),
  reply: z.object({ targets: list(TargetMeasure) }),
})

export const bindTarget = route({
  method: 'PUT',
  path: '/targets/:region/:id/binding',
  summary:
    'Confirms by which indicator of which subject a target is measured; without one it is measured by none',
  needs: 'review',
  input: target.extend({
    measure: z.object({ indicator: IndicatorCode, subject: Subject }).exactOptional(),
  }),
  reply: z.object({ binding: TargetBinding.exactOptional() }),
})

/** A target with the latest figure of what measures it, in the unit of the target. */
export const MeasuredTarget = z.object({
  id: id('plan-target'),
  indicator: z.string(),
  name: z.string(),
  /** Of the indicator. */
  unit: z.string(),
  figure: Figure,
  /** The value in the unit of the target; absent where the units do not convert. */
  value: z.number().exactOptional(),
})
export type MeasuredTarget = z.output<typeof MeasuredTarget>

export const measuredTargets = route({
  method: 'GET',
  path: '/targets/:region/figures',
  summary: 'The current figure of every target in force that is bound to an indicator',
  needs: 'read',
  input: z.object({
    region: regionCode,
    planId: id('plan').optional(),
    asOf: z.union([moment, day]).optional(),
  }),
  reply: z.object({ targets: list(MeasuredTarget) }),
})
