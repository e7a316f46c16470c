import { day, id, line, list, moment } from './fields.ts'
import { PeriodText, Subject } from './figure-fields.ts'
import { route } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

const asOf = moment.exactOptional()

export const Grade = z.enum(['red', 'orange', 'yellow'])
export const WarningSubject = z.enum([
  'region',
  'park',
  'town',
  'industry',
  'chain',
  'enterprise',
  'project',
])

const condition = z.string().trim().min(1).max(500)

/** A warning rule as a row; see `#core/warning/warning-rule.ts`. */
export const WarningRule = z
  .object({
    code: z
      .string()
      .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
      .max(60),
    name: z.string().trim().min(1).max(60),
    subject: WarningSubject,
    indicators: z.record(z.string().min(1).max(20), z.string().min(1).max(80)),
    conditions: z.object({
      red: condition.exactOptional(),
      orange: condition.exactOptional(),
      yellow: condition.exactOptional(),
    }),
    notIn: z.array(z.string().min(1).max(10)).max(20).readonly(),
    nextStep: z.string().trim().max(300),
    owner: z.string().trim().max(40),
    /** From this grade on a warning becomes a matter by itself. */
    becomesMatter: Grade.exactOptional(),
    source: z.string().trim().max(200),
  })
  .meta({ id: 'WarningRule' })

/** How often the rule was right, counted from verdicts and from what it missed. */
export const Skill = z.object({
  judged: z.int(),
  right: z.int(),
  /** Troubles that people reported and the rule had not told. */
  missed: z.int(),
  precision: z.number().exactOptional(),
  /** Of the troubles known, those it told; absent until somebody has reported one that it missed. */
  recall: z.number().exactOptional(),
})

export const WarningRuleVersion = z.object({
  rule: WarningRule,
  version: z.int(),
  inForce: z.boolean(),
  why: z.string(),
  by: Person.exactOptional(),
  at: moment,
  skill: Skill,
})

export const Warning = z
  .object({
    id: id('warning'),
    rule: z.string(),
    ruleName: z.string(),
    subject: Subject,
    subjectName: z.string(),
    since: PeriodText,
    until: PeriodText,
    grade: Grade,
    worst: Grade,
    /** The condition that held, as the rule has it. */
    because: z.string(),
    /** Its figures by name: ratios, counts, values. */
    figures: z.record(z.string(), z.number()),
    nextStep: z.string(),
    /** The role that owns it, and the unit where that is known: the park of an enterprise. */
    owner: z.string(),
    ownerUnit: z.object({ id: id('organisation'), name: z.string() }).exactOptional(),
    isOpen: z.boolean(),
    verdict: z
      .object({ right: z.boolean(), text: z.string(), by: Person, at: moment })
      .exactOptional(),
    /** What it became. */
    matter: id('matter').exactOptional(),
  })
  .meta({ id: 'Warning' })
export type Warning = z.output<typeof Warning>

export const listWarnings = route({
  method: 'GET',
  path: '/warnings',
  summary: 'Warnings, gravest and latest first',
  needs: 'read',
  input: z.object({
    state: z.enum(['open', 'cleared', 'all']).default('open'),
    grade: Grade.optional(),
    rule: z.string().max(60).optional(),
    subject: WarningSubject.optional(),
    /** Those that stood in this period. */
    period: PeriodText.optional(),
    text: z.string().trim().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  reply: z.object({
    warnings: list(Warning),
    total: z.int(),
    counts: z.object({ red: z.int(), orange: z.int(), yellow: z.int() }),
    periods: list(PeriodText),
  }),
})

export const lookForWarnings = route({
  method: 'POST',
  path: '/warnings/runs',
  summary: 'Looks at a period by all rules in force; what stands is joined, not doubled',
  needs: 'judge',
  input: z.object({ period: PeriodText }),
  reply: z.object({
    raised: z.int(),
    continued: z.int(),
    cleared: z.int(),
    /** So many became matters by rule. */
    handedOver: z.int(),
  }),
})

export const judgeWarning = route({
  method: 'POST',
  path: '/warnings/:id/verdict',
  summary: 'Says afterwards whether a warning was right',
  needs: 'judge',
  input: z.object({ id: id('warning'), right: z.boolean(), text: line }),
  reply: Warning,
})

export const warningToMatter = route({
  method: 'POST',
  path: '/warnings/:id/matter',
  summary: 'Makes a warning somebody’s duty',
  needs: 'judge',
  input: z.object({
    id: id('warning'),
    lead: id('organisation'),
    due: day,
    why: line.exactOptional(),
  }),
  reply: z.object({ matter: id('matter') }),
})

export const listWarningRules = route({
  method: 'GET',
  path: '/warning-rules',
  summary: 'The rules with their versions and how often each was right',
  needs: 'read',
  input: z.object({}),
  reply: z.object({
    rules: list(WarningRuleVersion),
    /** Names a condition may use after an indicator’s short name, and on their own. */
    signals: list(z.string()),
    facts: list(z.string()),
  }),
})

export const tryWarningRule = route({
  method: 'POST',
  path: '/warning-rules/trials',
  summary: 'What a rule would have found in past periods; stores nothing',
  needs: 'read',
  input: z.object({
    rule: WarningRule,
    periods: z.array(PeriodText).min(1).max(24).readonly(),
    asOf,
  }),
  reply: z.object({
    problem: z
      .object({ field: z.string(), start: z.int(), end: z.int(), text: z.string() })
      .exactOptional(),
    hits: list(
      z.object({
        period: PeriodText,
        subject: Subject,
        subjectName: z.string(),
        grade: Grade,
        figures: z.record(z.string(), z.number()),
      }),
    ),
    looked: z.int(),
  }),
})

export const setWarningRule = route({
  method: 'PUT',
  path: '/warning-rules/:code',
  summary: 'Adds a version of a rule, or a rule; or puts it out of force',
  needs: 'judge',
  input: z.object({
    code: z.string().max(60),
    /** The version it was made from; 0 for a new rule. */
    version: z.int().min(0),
    rule: WarningRule,
    inForce: z.boolean(),
    why: line,
  }),
  reply: z.object({ version: z.int() }),
})

export const reportMissed = route({
  method: 'POST',
  path: '/warning-rules/:code/missed',
  summary: 'Reports a trouble that a rule should have told and did not: its recall counts it',
  needs: 'judge',
  input: z.object({ code: z.string().max(60), subject: Subject, period: PeriodText, text: line }),
  reply: z.object({ id: id('missed-trouble') }),
})

export const listMissed = route({
  method: 'GET',
  path: '/warning-rules/:code/missed',
  summary: 'What a rule missed, latest first',
  needs: 'read',
  input: z.object({ code: z.string().max(60) }),
  reply: z.object({
    missed: list(
      z.object({
        id: id('missed-trouble'),
        subject: Subject,
        subjectName: z.string(),
        period: PeriodText,
        text: z.string(),
        by: Person,
        at: moment,
      }),
    ),
  }),
})
