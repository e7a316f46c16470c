import { list, moment } from './fields.ts'
import { PeriodText, SubjectText } from './figure-fields.ts'
import { route } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

/** Kebab-case English: `industrial-output`. */
export const IndicatorCode = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .max(80)

/** One version of what an indicator is; see `#core/indicator/definition.ts`. */
export const IndicatorDefinition = z
  .object({
    code: IndicatorCode,
    name: z.string().trim().min(1).max(100),
    englishName: z.string().trim().min(1).max(200),
    unit: z.string().trim().max(40),
    decimals: z.int().min(0).max(10),
    direction: z.enum(['up', 'down', 'keep']),
    kind: z.enum(['stock', 'flow', 'rate', 'index', 'count']),
    frequency: z.enum(['year', 'half', 'quarter', 'month', 'calendar-month']),
    overSpace: z.enum(['sum', 'none', 'ratio']),
    overTime: z.enum(['cumulative', 'end', 'average', 'none']),
    formula: z.string().trim().min(1).max(5000).exactOptional(),
    source: z.string().trim().max(300),
    definition: z.string().trim().max(4000),
    standard: z.string().trim().max(300).exactOptional(),
    from: PeriodText.exactOptional(),
    to: PeriodText.exactOptional(),
    aliases: z.array(z.string().trim().min(1).max(100)).max(50).readonly(),
    formCode: z.string().trim().max(40).exactOptional(),
    confidence: z.enum(['medium', 'low']).exactOptional(),
  })
  .meta({ id: 'IndicatorDefinition' })

/** A version as it stands in the library. */
export const IndicatorVersion = z
  .object({
    /** Counts the versions of one code from 1; the highest holds. */
    version: z.int(),
    definition: IndicatorDefinition,
    /** It came with the program. */
    shipped: z.boolean(),
    at: moment,
    by: Person.exactOptional(),
    why: z.string().exactOptional(),
  })
  .meta({ id: 'IndicatorVersion' })
export type IndicatorVersion = z.output<typeof IndicatorVersion>

export const listIndicators = route({
  method: 'GET',
  path: '/indicators',
  summary: 'The library: every indicator as it is defined now',
  needs: 'read',
  input: z.object({}),
  reply: z.object({ indicators: list(IndicatorVersion) }),
})

export const indicatorHistory = route({
  method: 'GET',
  path: '/indicators/:code',
  summary: 'One indicator: its versions, latest first, and what leans on it',
  needs: 'read',
  input: z.object({ code: IndicatorCode }),
  reply: z.object({
    versions: list(IndicatorVersion),
    /** Codes its formula reads, and codes whose formulas read it, directly. */
    uses: list(z.string()),
    usedBy: list(z.string()),
  }),
})

export const indicatorEffect = route({
  method: 'GET',
  path: '/indicators/:code/effect',
  summary:
    'What a change of an indicator reaches: indicators computed from it, directly or not, and the targets measured by these',
  needs: 'read',
  input: z.object({ code: IndicatorCode }),
  reply: z.object({
    indicators: list(
      z.object({ code: z.string(), name: z.string(), formula: z.string().exactOptional() }),
    ),
    targets: list(z.object({ id: z.uuid(), indicator: z.string(), name: z.string() })),
  }),
})

export const defineIndicator = route({
  method: 'PUT',
  path: '/indicators/:code',
  summary: 'Adds a version of an indicator, or a new indicator; nothing is overwritten',
  needs: 'define-indicators',
  input: z.object({
    code: IndicatorCode,
    definition: IndicatorDefinition.omit({ code: true }),
    /** The version it was made from; 0 for a new indicator. */
    version: z.int().min(0),
    why: z.string().trim().min(1).max(1000),
  }),
  reply: IndicatorVersion,
})

/** What is wrong with a formula, and where in it. */
export const FormulaProblem = z.object({
  /** A code of `#core/expression/syntax.ts`, or `formula-cycle`. */
  code: z.string(),
  /** In UTF-16 units of the formula. */
  start: z.int(),
  end: z.int(),
  /** In plain Chinese. */
  text: z.string(),
  /** The codes a cycle runs through. */
  cycle: list(z.string()).exactOptional(),
})
export type FormulaProblem = z.output<typeof FormulaProblem>

/** A value with what it came from; see `#core/expression/explain.ts`. */
export interface FormulaStep {
  readonly text: string
  /** A number, a truth or a text; null where there is none. */
  readonly value: number | boolean | string | null
  readonly unit?: string
  /** Why there is none, in Chinese. */
  readonly gap?: string
  readonly parts: readonly FormulaStep[]
}
export const FormulaStep: z.ZodType<FormulaStep, FormulaStep> = z.object({
  text: z.string(),
  value: z.union([z.number(), z.boolean(), z.string(), z.null()]),
  unit: z.string().exactOptional(),
  gap: z.string().exactOptional(),
  get parts() {
    return list(FormulaStep)
  },
})

export const tryFormula = route({
  method: 'POST',
  path: '/formulas/trials',
  summary: 'Checks a formula and computes it on real figures, step by step; stores nothing',
  needs: 'read',
  input: z.object({
    formula: z.string().max(20_000),
    /** The unit the result is wanted in. */
    unit: z.string().max(40).exactOptional(),
    /** Of the indicator being defined, so that a cycle is seen. */
    code: IndicatorCode.exactOptional(),
    subject: SubjectText.exactOptional(),
    period: PeriodText.exactOptional(),
    asOf: moment.exactOptional(),
  }),
  reply: z.object({
    problem: FormulaProblem.exactOptional(),
    /** Names it reads with the codes they stand for. */
    uses: list(z.object({ name: z.string(), code: z.string() })),
    /** Present where a subject and a period were given. */
    outcome: FormulaStep.exactOptional(),
    inWords: z.string().exactOptional(),
  }),
})
