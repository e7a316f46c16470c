import { readSubject } from '#core/indicator/figure.ts'
import { isPeriod, type Period } from '#core/period/period.ts'
import { list, moment } from './fields.ts'
import { Person } from './session.ts'
import * as z from 'zod'

/** `2026`, `2026-H1`, `2026-Q1`, `2026-M1-2`, `2026-03`. */
export const PeriodText: z.ZodType<Period, string> = z
  .string()
  .max(10)
  .refine(isPeriod, { message: 'no period' })

/** A subject as one string, `park:park-01`. */
export const SubjectText = z
  .string()
  .max(100)
  .refine((text) => readSubject(text) !== undefined, { message: 'no subject' })

export const SubjectKind = z.enum([
  'region',
  'park',
  'town',
  'industry',
  'chain',
  'size',
  'tag',
  'enterprise',
  'project',
])

export const Subject = z.object({ kind: SubjectKind, code: z.string().min(1).max(90) })

export const Dimension = z.enum(['park', 'town', 'industry', 'chain', 'size', 'tag'])

/** An exact decimal as text: `1234.50`, `-3`. */
export const decimal = z.string().regex(/^-?\d{1,30}(?:\.\d{1,20})?$/)

/** A figure as it is known; see `#core/indicator/figure.ts`. */
export const Figure = z
  .object({
    subject: Subject,
    indicator: z.string(),
    period: PeriodText,
    value: z.string().nullable(),
    /** 上年同期 on the same sample. */
    base: z.string().nullable(),
    /** The part of the value whose members also told their base. */
    matched: z.string().nullable(),
    /** 同比 on the same sample as a ratio, 0.083; absent where it means nothing. */
    growth: z.number().exactOptional(),
    gap: z.string().exactOptional(),
    origin: z.enum(['given', 'sum', 'formula']),
    /** Members behind a sum; 1 for a given figure. */
    count: z.int(),
  })
  .meta({ id: 'Figure' })

export type FigureView = z.output<typeof Figure>

export const Source = z.object({
  kind: z.enum(['submission', 'document', 'sheet', 'person', 'exchange']),
  reference: z.string().min(1).max(100),
  place: z.string().max(100).exactOptional(),
})

/** What was made known at one moment about one figure. */
export const Vintage = z.object({
  knownFrom: moment,
  /** When something else became known; absent for what holds. */
  knownTo: moment.exactOptional(),
  value: z.string().nullable(),
  base: z.string().nullable(),
  gap: z.string().exactOptional(),
  source: Source.exactOptional(),
  by: Person.exactOptional(),
  cause: z.string().exactOptional(),
  why: z.string().exactOptional(),
})
export type Vintage = z.output<typeof Vintage>

/** A figure with all it came from. */
export interface LineageNode {
  readonly figure: FigureView
  readonly name: string
  readonly unit: string
  readonly source?: z.output<typeof Source>
  readonly by?: Person
  readonly knownFrom?: string
  readonly cause?: string
  readonly formula?: string
  /** The formula with its figures put in, in Chinese. */
  readonly inWords?: string
  /** The share with which a member counts in the sum above. */
  readonly share?: string
  /** Members or inputs that are not listed, for their number or because they are not the caller's to see. */
  readonly omitted?: number
  readonly inputs: readonly LineageNode[]
}
/** The same before it is checked. */
export interface LineageInput extends Omit<LineageNode, 'figure' | 'by' | 'inputs'> {
  readonly figure: z.input<typeof Figure>
  readonly by?: z.input<typeof Person>
  readonly inputs: readonly LineageInput[]
}
export const LineageNode: z.ZodType<LineageNode, LineageInput> = z.object({
  figure: Figure,
  name: z.string(),
  unit: z.string(),
  source: Source.exactOptional(),
  by: Person.exactOptional(),
  knownFrom: moment.exactOptional(),
  cause: z.string().exactOptional(),
  formula: z.string().exactOptional(),
  inWords: z.string().exactOptional(),
  share: z.string().exactOptional(),
  omitted: z.int().exactOptional(),
  get inputs() {
    return list(LineageNode)
  },
})
