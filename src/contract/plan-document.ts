import type { Finding as FindingFact } from '#core/audit/finding.ts'
import type { Citation as CitationFact } from '#core/document/citation.ts'
import type * as core from '#core/plan/plan.ts'
import type { Quantity as QuantityFact } from '#core/quantity/quantity.ts'
import * as z from 'zod'

/**
 * A plan as read from a document, in the published form `jingwei.plan/1`: what
 * `jingwei plan read FILE --json` prints. What a document does not give is null here. Beyond the
 * published schema it carries `doubts`, `stretch`, `cumulative` and `arithmetic`, which that leaves open.
 */

const Citation = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string(),
  where: z.enum(['table', 'prose', 'box', 'heading']),
  section: z.string().exactOptional(),
  table: z.string().nullable(),
  file: z.string().exactOptional(),
})

const Quantity = z.object({
  value: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string().nullable(),
  op: z.enum(['=', '>=', '<=', '>', '<', '~']),
  text: z.string(),
})

const item = { doubts: z.array(z.string()), citation: Citation }

const Target = z.object({
  indicator: z.string(),
  category: z.string().nullable(),
  scope: z
    .object({
      kind: z.enum(['industry', 'park', 'group', 'enterprise', 'other']),
      name: z.string(),
    })
    .nullable(),
  unit: z.string().nullable(),
  attribute: z.enum(['预期性', '约束性', '限制性']).nullable(),
  baseline: z
    .object({ year: z.int(), value: z.number().nullable(), text: z.string().exactOptional() })
    .nullable(),
  milestones: z.array(
    Quantity.extend({
      year: z.int(),
      kind: z.enum(['level', 'cumulative', 'change']),
      stretch: z.number().nullable(),
    }),
  ),
  growth: z.array(
    z.object({
      from: z.int(),
      to: z.int(),
      value: z.number(),
      unit: z.enum(['%', '百分点', 'absolute']),
      text: z.string().exactOptional(),
      cumulative: z.boolean(),
    }),
  ),
  ...item,
})

const Task = z.object({
  no: z.string().nullable(),
  group: z.string().nullable(),
  text: z.string(),
  lead: z.array(z.string()),
  responsible: z.array(z.string()),
  deadline: z.object({ year: z.int().nullable(), text: z.string() }).nullable(),
  ...item,
})

const Project = z.object({
  no: z.string().nullable(),
  name: z.string(),
  sector: z.string().nullable(),
  nature: z.string().nullable(),
  content: z.string().nullable(),
  count: z.int().nullable(),
  investment: Quantity.nullable(),
  land: Quantity.nullable(),
  annualOutput: Quantity.nullable(),
  startYear: z.int().nullable(),
  endYear: z.int().nullable(),
  ...item,
})

const Industry = z.object({
  name: z.string(),
  parent: z.string().nullable(),
  role: z.string().nullable(),
  segments: z.array(z.string()),
  goal: Quantity.nullable(),
  ...item,
})

const Park = z.object({
  name: z.string(),
  role: z.string().nullable(),
  industries: z.array(z.string()),
  area: z.array(Quantity),
  goal: Quantity.nullable(),
  ...item,
})

const Finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  expected: z.number().nullable(),
  found: z.number().nullable(),
  arithmetic: z.string().nullable(),
  citations: z.array(Citation).min(1),
})
export type FindingDocument = z.output<typeof Finding>

export const PlanDocument = z.object({
  schema: z.literal('jingwei.plan/1'),
  title: z.string(),
  documentNumber: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  supersedes: z.array(z.string()),
  region: z.object({ name: z.string(), code: z.string().nullable() }),
  period: z.object({ start: z.int(), end: z.int(), outlook: z.array(z.int()) }),
  targets: z.array(Target),
  tasks: z.array(Task),
  projects: z.array(Project),
  industries: z.array(Industry),
  parks: z.array(Park),
  enterprises: z.array(z.object({ name: z.string(), count: z.int(), first: Citation })),
  findings: z.array(Finding),
})
export type PlanDocument = z.output<typeof PlanDocument>

/** A plan and what was found in it, as `jingwei.plan/1`. */
export function planDocument(plan: core.Plan, findings: readonly FindingFact[]): PlanDocument {
  return {
    schema: 'jingwei.plan/1',
    title: plan.title,
    documentNumber: plan.documentNumber ?? null,
    issuer: plan.issuer ?? null,
    issuedOn: plan.issuedOn ?? null,
    supersedes: [...plan.supersedes],
    region: { name: plan.region.name, code: plan.region.code ?? null },
    period: {
      start: plan.period.start,
      end: plan.period.end,
      outlook: [...(plan.period.outlook ?? [])],
    },
    targets: plan.targets.map(targetDocument),
    tasks: plan.tasks.map(taskDocument),
    projects: plan.projects.map(projectDocument),
    industries: plan.industries.map(industryDocument),
    parks: plan.parks.map(parkDocument),
    enterprises: plan.enterprises.map(({ name, count, first }) => ({
      name,
      count,
      first: citationDocument(first),
    })),
    findings: findings.map(findingDocument),
  }
}

/** A finding as in `jingwei.plan/1`; `jingwei plan audit --json` prints these alone. */
export function findingDocument(finding: FindingFact): FindingDocument {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    expected: finding.expected ?? null,
    found: finding.found ?? null,
    arithmetic: finding.arithmetic ?? null,
    citations: finding.citations.map(citationDocument),
  }
}

function targetDocument(target: core.Target): PlanDocument['targets'][number] {
  const { baseline } = target
  return {
    indicator: target.indicator,
    category: target.category ?? null,
    scope: target.scope ? { ...target.scope } : null,
    unit: target.unit ?? null,
    attribute: target.attribute ?? null,
    baseline: baseline ? { ...baseline, value: baseline.value ?? null } : null,
    milestones: target.milestones.map((milestone) => ({
      ...quantityDocument(milestone),
      year: milestone.year,
      kind: milestone.kind,
      stretch: milestone.stretch ?? null,
    })),
    growth: target.growth.map((growth) => ({
      ...growth,
      cumulative: growth.cumulative ?? false,
    })),
    ...itemDocument(target),
  }
}

function taskDocument(task: core.Task): PlanDocument['tasks'][number] {
  const { deadline } = task
  return {
    no: task.no ?? null,
    group: task.group ?? null,
    text: task.text,
    lead: [...task.lead],
    responsible: [...task.responsible],
    deadline: deadline ? { year: deadline.year ?? null, text: deadline.text } : null,
    ...itemDocument(task),
  }
}

function projectDocument(project: core.Project): PlanDocument['projects'][number] {
  return {
    no: project.no ?? null,
    name: project.name,
    sector: project.sector ?? null,
    nature: project.nature ?? null,
    content: project.content ?? null,
    count: project.count ?? null,
    investment: quantityOrNull(project.investment),
    land: quantityOrNull(project.land),
    annualOutput: quantityOrNull(project.annualOutput),
    startYear: project.startYear ?? null,
    endYear: project.endYear ?? null,
    ...itemDocument(project),
  }
}

function industryDocument(industry: core.Industry): PlanDocument['industries'][number] {
  return {
    name: industry.name,
    parent: industry.parent ?? null,
    role: industry.role ?? null,
    segments: [...industry.segments],
    goal: quantityOrNull(industry.goal),
    ...itemDocument(industry),
  }
}

function parkDocument(park: core.Park): PlanDocument['parks'][number] {
  return {
    name: park.name,
    role: park.role ?? null,
    industries: [...park.industries],
    area: park.area.map(quantityDocument),
    goal: quantityOrNull(park.goal),
    ...itemDocument(park),
  }
}

function itemDocument({ doubts = [], citation }: Pick<core.Task, 'doubts' | 'citation'>) {
  return { doubts: [...doubts], citation: citationDocument(citation) }
}

function quantityOrNull(quantity: QuantityFact | undefined) {
  return quantity ? quantityDocument(quantity) : null
}

function quantityDocument({ value, high, unit, op, text }: QuantityFact) {
  return { value: value ?? null, high: high ?? null, unit: unit ?? null, op, text }
}

function citationDocument(citation: CitationFact): z.output<typeof Citation> {
  const { start, end, quote, where, section, table, file } = citation
  return {
    start,
    end,
    quote,
    where,
    ...(section !== undefined && { section }),
    table: table ?? null,
    ...(file !== undefined && { file }),
  }
}
