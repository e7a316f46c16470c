import { line, list, moment } from './fields.ts'
import { PeriodText } from './figure-fields.ts'
import { CellKey } from './report.ts'
import { route } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

const ColumnKind = z.enum([
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
})

const FormCheck = z.object({
  code: z.string().trim().min(1).max(60),
  name: z.string().trim().min(1).max(60),
  holds: z.string().trim().min(1).max(1000),
  level: z.enum(['hard', 'soft']),
  advice: z.string().trim().max(300),
  notIn: list(z.string().min(1).max(10)),
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
    sections: list(z.object({ title: z.string().trim().max(100), rows: list(FormRow) })),
    checks: list(FormCheck),
    notes: z.string().trim().max(4000),
    source: z.string().trim().max(300),
  })
  .meta({ id: 'Form' })
export type Form = z.output<typeof Form>

export const FormVersion = z.object({
  form: Form,
  version: z.int(),
  shipped: z.boolean(),
  /** The first period it is used for. */
  from: PeriodText.exactOptional(),
  isActive: z.boolean(),
  why: z.string().exactOptional(),
  by: Person.exactOptional(),
  at: moment,
})
export type FormVersion = z.output<typeof FormVersion>

export const listForms = route({
  method: 'GET',
  path: '/forms',
  summary: 'The forms as they are now',
  needs: 'see-reports',
  input: z.object({}),
  reply: z.object({ forms: list(FormVersion) }),
})

export const formHistory = route({
  method: 'GET',
  path: '/forms/:code',
  summary: 'A form in all its versions, latest first',
  needs: 'see-reports',
  input: z.object({ code: z.string().max(60) }),
  reply: z.object({ versions: list(FormVersion) }),
})

const FormProblem = z.object({ code: z.string(), at: z.string(), text: z.string() })

export const tryForm = route({
  method: 'POST',
  path: '/forms/trials',
  summary:
    'Checks a form and shows what its checks would have found in a past period; stores nothing',
  needs: 'define-forms',
  input: z.object({ form: Form, period: PeriodText.exactOptional() }),
  reply: z.object({
    problems: list(FormProblem),
    looked: z.int(),
    checks: list(
      z.object({
        check: z.string(),
        hits: z.int(),
        /** A few of them. */
        examples: list(
          z.object({ subjectName: z.string(), words: z.string(), cells: list(CellKey) }),
        ),
      }),
    ),
  }),
})

export const defineForm = route({
  method: 'PUT',
  path: '/forms/:code',
  summary: 'Adds a version of a form, or a form, valid from a period',
  needs: 'define-forms',
  input: z.object({
    code: z.string().max(60),
    form: Form,
    /** The version it was made from; 0 for a new form. */
    version: z.int().min(0),
    from: PeriodText.exactOptional(),
    isActive: z.boolean(),
    why: line,
  }),
  reply: FormVersion,
})
