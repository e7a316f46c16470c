import { rowLists } from '#core/report/form.ts'
import { list } from './fields.ts'
import * as z from 'zod'

/** `01.to-date`: row and column of a form; see `#core/report/form.ts`. */
export const CellKey = z
  .string()
  .max(60)
  .regex(/^.+\.(?:month|to-date|month-last-year|to-date-last-year|level|level-last-year)$/)

export const ColumnKind = z.enum([
  'month',
  'to-date',
  'month-last-year',
  'to-date-last-year',
  'level',
  'level-last-year',
])

const FormRow = z.object({
  code: z.string().trim().min(1).max(20),
  name: z.string().trim().min(1).max(60),
  indent: z.int().min(0).max(5),
  indicator: z.string().max(80).exactOptional(),
  unit: z.string().trim().max(40),
  decimals: z.int().min(0).max(8),
  columns: list(ColumnKind),
  formula: z.string().trim().min(1).max(1000).exactOptional(),
  isRequired: z.boolean(),
  mayBeNegative: z.boolean().exactOptional(),
  startsFromLast: z.boolean().exactOptional(),
})

const FormCheck = z.object({
  code: z.string().trim().min(1).max(60),
  name: z.string().trim().min(1).max(60),
  holds: z.string().trim().min(1).max(1000),
  level: z.enum(['hard', 'soft']),
  advice: z.string().trim().max(300),
  notIn: list(z.string().min(1).max(10)),
})

export const RowList = z.enum(rowLists)

const FormSection = z.object({
  title: z.string().trim().max(100),
  rows: list(FormRow),
  /** Its rows each reporter lists itself. */
  ownRows: z
    .object({
      list: RowList,
      unit: z.string().trim().min(1).max(40).exactOptional(),
      decimals: z.int().min(0).max(8),
      columns: list(ColumnKind),
      addUpTo: z.string().trim().min(1).max(60).exactOptional(),
    })
    .exactOptional(),
})

/** A form as data; see `#core/report/form.ts`. */
export const Form = z
  .object({
    code: z
      .string()
      .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
      .max(60),
    number: z.string().trim().max(40),
    name: z.string().trim().min(1).max(100),
    frequency: z.enum(['year', 'half', 'quarter', 'month', 'calendar-month']),
    reporter: z.enum(['enterprise', 'park', 'organisation', 'project']),
    dueAfter: z.int().min(0).max(120),
    review: list(z.enum(['park', 'region'])),
    waitsForAll: z.boolean(),
    sections: list(FormSection),
    checks: list(FormCheck),
    notes: z.string().trim().max(4000),
    source: z.string().trim().max(300),
  })
  .meta({ id: 'Form' })
export type Form = z.output<typeof Form>
