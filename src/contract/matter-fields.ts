import { marks } from '#core/matter/matter.ts'
import { audiences, colours } from '#core/matter/scheme.ts'
import { effects, guards, inputs, parties, phases } from '#core/matter/workflow.ts'
import { day, id, list } from './fields.ts'
import { decimal, PeriodText, Subject } from './figure-fields.ts'
import * as z from 'zod'

/** What matters are made of, for travelling; the meaning stands in `#core/matter`. */

export const RuleCode = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60)
export const Colour = z.enum(colours)
export const Party = z.enum(parties)
export const Phase = z.enum(phases)
export const ActionInput = z.enum(inputs)
export const Mark = z.enum(marks)
export const Rhythm = z.enum(['month', 'quarter', 'half-year', 'year'])
export const Quality = z.enum(['good', 'poor'])
export const Audience = z.enum(audiences)

const text = z.string().trim().min(1).max(500)
/** In the language of `#core/expression`, over the facts of `#core/matter/facts.ts`. */
const expression = z.string().trim().min(1).max(2000)

export const WorkflowState = z.object({
  code: RuleCode,
  name: text,
  phase: Phase,
  waitsFor: Party.exactOptional(),
  /** In how many working days it should be left. */
  limit: z.int().min(1).max(365).exactOptional(),
})

export const WorkflowAction = z
  .object({
    code: RuleCode,
    name: text,
    from: list(RuleCode),
    to: RuleCode.exactOptional(),
    by: list(Party),
    /** What must be said with it, and what may be; words and evidence go with anything. */
    needs: list(ActionInput).exactOptional(),
    takes: list(ActionInput).exactOptional(),
    guards: list(z.enum(guards)).exactOptional(),
    /** What else must hold, and what is told where it does not. */
    conditions: list(z.object({ when: expression, otherwise: text })).exactOptional(),
    effect: z.enum(effects).exactOptional(),
  })
  .meta({ id: 'WorkflowAction' })
export type WorkflowAction = z.output<typeof WorkflowAction>

export const Workflow = z
  .object({
    code: RuleCode,
    name: text,
    first: RuleCode,
    states: list(WorkflowState),
    actions: list(WorkflowAction),
  })
  .meta({ id: 'Workflow' })
export type Workflow = z.output<typeof Workflow>

export const Scheme = z
  .object({
    code: RuleCode,
    name: text,
    source: z.string().max(1000).exactOptional(),
    note: z.string().max(2000).exactOptional(),
    kinds: list(RuleCode).default([]),
    lamps: list(z.object({ lamp: Colour, name: text, when: expression })).default([]),
    slips: list(
      z.object({
        slip: Colour,
        name: text,
        after: list(z.enum([...colours, 'none'])),
        when: expression,
        answerIn: z.int().min(1).max(365).exactOptional(),
        tells: list(Audience),
      }),
    ).default([]),
    reminders: list(
      z.object({ code: RuleCode, name: text, when: expression, tells: list(Audience) }),
    ).default([]),
    exemptions: list(z.object({ when: expression, why: text })).default([]),
    moves: list(z.object({ action: RuleCode, when: expression, words: text })).default([]),
    lists: list(z.object({ code: RuleCode, name: text, when: expression })).default([]),
  })
  .meta({ id: 'Scheme' })
export type Scheme = z.output<typeof Scheme>

export const MatterStep = z.object({ code: RuleCode, name: text, due: day.exactOptional() })

export const MatterKind = z
  .object({
    code: RuleCode,
    name: text,
    workflow: RuleCode,
    dueIn: z.object({ workingDays: z.int().min(1).max(2000) }).exactOptional(),
    rhythm: Rhythm.exactOptional(),
    steps: list(MatterStep).exactOptional(),
    grades: list(text).exactOptional(),
    source: z.string().max(1000).exactOptional(),
    note: z.string().max(2000).exactOptional(),
  })
  .meta({ id: 'MatterKind' })
export type MatterKind = z.output<typeof MatterKind>

/** What a figure must show before a matter is done. */
export const BoundFigure = z
  .object({
    subject: Subject,
    indicator: z.string().min(1).max(80),
    period: PeriodText,
    op: z.enum(['>=', '<=', '=']),
    /** Exact, in the unit of the indicator. */
    value: decimal,
  })
  .meta({ id: 'BoundFigure' })

/** A unit as it is called today. */
export const OrganisationName = z.object({
  id: id('organisation'),
  name: z.string(),
  /** Abolished: something must be given to another unit. */
  ended: z.boolean().exactOptional(),
})
export type OrganisationName = z.output<typeof OrganisationName>
