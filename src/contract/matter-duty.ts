import { day, id, line, list, regionCode } from './fields.ts'
import { BoundFigure, MatterStep, OrganisationName, Rhythm } from './matter-fields.ts'
import { Citation, TaskContent } from './plan-items.ts'
import { route } from './route.ts'
import * as z from 'zod'

/** Which unit a wording of the plan may mean, the likeliest first; a person confirms. */
export const UnitProposal = z.object({
  wording: z.string(),
  /** Exactly one candidate that is sure is taken unless somebody says otherwise. */
  candidates: list(
    OrganisationName.extend({
      /** Why: `name`, `alias`, `abbreviation` …; see `#core/organisation/match-organisations.ts`. */
      reason: z.string(),
    }),
  ),
})

/** A published task with what it would become. */
export const DutyProposal = z
  .object({
    taskId: z.uuid(),
    content: TaskContent,
    citation: Citation.exactOptional(),
    chapter: z.string().exactOptional(),
    lead: list(UnitProposal),
    responsible: list(UnitProposal),
    due: day.exactOptional(),
    /** 长期 */
    rhythm: Rhythm.exactOptional(),
    /** Ends of the quarters of its last year, where a yearly goal can be split. */
    quarters: list(MatterStep),
    /** A figure the task itself names, where an indicator of the library is likely meant. */
    figures: list(z.object({ text: z.string(), figure: BoundFigure, indicatorName: z.string() })),
    /** It is a matter already. */
    matterId: id('matter').exactOptional(),
  })
  .meta({ id: 'DutyProposal' })
export type DutyProposal = z.output<typeof DutyProposal>

export const proposeDuties = route({
  method: 'GET',
  path: '/plans/:region/:planId/duties',
  summary: 'The tasks of the latest version of a plan and the matters they would become',
  needs: 'supervise',
  input: z.object({ region: regionCode, planId: id('plan') }),
  reply: z.object({ planTitle: z.string(), number: z.int(), duties: list(DutyProposal) }),
})

export const raiseDuties = route({
  method: 'POST',
  path: '/plans/:region/:planId/duties',
  summary: 'Make matters of tasks, each once; with a lead and a time they are assigned at once',
  needs: 'supervise',
  input: z.object({
    region: regionCode,
    planId: id('plan'),
    tasks: list(
      z.object({
        taskId: z.uuid(),
        lead: id('organisation').exactOptional(),
        responsible: list(id('organisation')).default([]),
        due: day.exactOptional(),
        rhythm: Rhythm.exactOptional(),
        /** Split the yearly goal: a step for the end of each quarter. */
        quarters: z.boolean().default(false),
        figure: BoundFigure.exactOptional(),
        /** Figures of the task that become parts of their own, each done only when its figure is there. */
        measures: list(z.object({ text: line, figure: BoundFigure })).default([]),
      }),
    ),
  }),
  reply: z.object({
    raised: list(z.object({ taskId: z.uuid(), matterId: id('matter') })),
    /** How many parts were made of figures. */
    parts: z.int(),
    /** They were matters before and were left as they are. */
    known: list(z.object({ taskId: z.uuid(), matterId: id('matter') })),
  }),
})
