import { list, year } from './fields.ts'
import * as z from 'zod'

/** The parts of a plan as the core knows them (`#core/plan/plan.ts`), for travelling. */

export const Citation = z
  .object({
    start: z.int().min(0),
    end: z.int().min(0),
    quote: z.string(),
    where: z.enum(['table', 'prose', 'box', 'heading']),
    section: z.string().exactOptional(),
    table: z.string().exactOptional(),
    file: z.string().exactOptional(),
  })
  .meta({ id: 'Citation' })

export const Span = z
  .object({ start: z.int().min(0), end: z.int().min(0) })
  .refine((span) => span.start < span.end)

export const Doubt = z.string().meta({
  description: 'stable code: unit-guessed, year-guessed, indicator-unclear, maybe-history …',
})

export const Quantity = z
  .object({
    value: z.number().exactOptional(),
    high: z.number().exactOptional(),
    unit: z.string().exactOptional(),
    op: z.enum(['=', '>=', '<=', '>', '<', '~']),
    text: z.string(),
  })
  .meta({ id: 'Quantity' })

export const Milestone = Quantity.extend({
  year,
  kind: z.enum(['level', 'cumulative', 'change']),
  stretch: z.number().exactOptional(),
}).meta({ id: 'Milestone' })

export const Growth = z
  .object({
    from: year,
    to: year,
    value: z.number(),
    unit: z.enum(['%', '百分点', 'absolute']),
    text: z.string().exactOptional(),
    cumulative: z.boolean().exactOptional(),
  })
  .meta({ id: 'Growth' })

export const Attribute = z.enum(['预期性', '约束性', '限制性'])

export const Scope = z
  .object({
    kind: z.enum(['industry', 'park', 'group', 'enterprise', 'other']),
    name: z.string(),
  })
  .meta({ id: 'Scope' })

export const Baseline = z.object({
  year,
  value: z.number().exactOptional(),
  text: z.string().exactOptional(),
})

export const TargetContent = z
  .object({
    indicator: z.string(),
    category: z.string().exactOptional(),
    scope: Scope.exactOptional(),
    unit: z.string().exactOptional(),
    attribute: Attribute.exactOptional(),
    baseline: Baseline.exactOptional(),
    milestones: list(Milestone),
    growth: list(Growth),
  })
  .meta({ id: 'TargetContent' })
export type TargetContent = z.output<typeof TargetContent>

export const TaskContent = z
  .object({
    no: z.string().exactOptional(),
    group: z.string().exactOptional(),
    text: z.string(),
    lead: list(z.string()),
    responsible: list(z.string()),
    deadline: z.object({ year: year.exactOptional(), text: z.string() }).exactOptional(),
  })
  .meta({ id: 'TaskContent' })
export type TaskContent = z.output<typeof TaskContent>

export const ProjectContent = z
  .object({
    no: z.string().exactOptional(),
    name: z.string(),
    sector: z.string().exactOptional(),
    nature: z.string().exactOptional(),
    content: z.string().exactOptional(),
    count: z.int().exactOptional(),
    investment: Quantity.exactOptional(),
    land: Quantity.exactOptional(),
    annualOutput: Quantity.exactOptional(),
    startYear: year.exactOptional(),
    endYear: year.exactOptional(),
  })
  .meta({ id: 'ProjectContent' })
export type ProjectContent = z.output<typeof ProjectContent>

export const IndustryContent = z
  .object({
    name: z.string(),
    parent: z.string().exactOptional(),
    role: z.string().exactOptional(),
    segments: list(z.string()),
    goal: Quantity.exactOptional(),
  })
  .meta({ id: 'IndustryContent' })
export type IndustryContent = z.output<typeof IndustryContent>

export const ParkContent = z
  .object({
    name: z.string(),
    role: z.string().exactOptional(),
    industries: list(z.string()),
    area: list(Quantity),
    goal: Quantity.exactOptional(),
  })
  .meta({ id: 'ParkContent' })
export type ParkContent = z.output<typeof ParkContent>

export const ItemKind = z.enum(['target', 'task', 'project', 'industry', 'park'])
export type ItemKind = z.output<typeof ItemKind>

/** What an item says, told apart by its kind; where it says so and what is doubtful stands beside it. */
export const ItemContent = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('target'), content: TargetContent }),
    z.object({ kind: z.literal('task'), content: TaskContent }),
    z.object({ kind: z.literal('project'), content: ProjectContent }),
    z.object({ kind: z.literal('industry'), content: IndustryContent }),
    z.object({ kind: z.literal('park'), content: ParkContent }),
  ])
  .meta({ id: 'ItemContent' })
export type ItemContent = z.output<typeof ItemContent>

/** What an item is called by: a person who puts one in must say it. */
export function nameOfItem(item: ItemContent): string {
  switch (item.kind) {
    case 'target':
      return item.content.indicator
    case 'task':
      return item.content.text
    case 'project':
    case 'industry':
    case 'park':
      return item.content.name
  }
}
