import { line, list, moment } from './fields.ts'
import { decimal, PeriodText } from './figure-fields.ts'
import { CellKey, Form } from './form-fields.ts'
import { route } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

export const FormVersion = z.object({
  form: Form,
  version: z.int(),
  shipped: z.boolean(),
  /** The first period it is used for. */
  from: PeriodText.exactOptional(),
  isActive: z.boolean(),
  why: z.string().exactOptional(),
  by: Person.exactOptional(),
  /** Absent for a shipped form no round used yet. */
  at: moment.exactOptional(),
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
    /** One of those looked at, as the form would have shown it. */
    sample: z
      .object({
        subjectName: z.string(),
        cells: z.record(CellKey, decimal),
        /** Cells nobody would have typed. */
        locked: list(CellKey),
      })
      .exactOptional(),
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

/** What the past says of a number in a condition; see `#core/report/threshold.ts`. */
const TunedThreshold = z.object({
  /** Its place in the condition. */
  start: z.int(),
  end: z.int(),
  text: z.string(),
  /** Whether what was told may be at most or at least as much. */
  side: z.enum(['most', 'least']),
  looked: z.int(),
  middle: z.number(),
  farthest: z.number(),
  proposals: list(z.object({ text: z.string(), holds: z.string(), hits: z.int() })),
})
export type TunedThreshold = z.output<typeof TunedThreshold>

export const tuneCheck = route({
  method: 'POST',
  path: '/forms/thresholds',
  summary: 'Proposes the numbers of a check from past reports, with what each would have found',
  needs: 'define-forms',
  input: z.object({
    form: Form,
    /** The code of the check. */
    check: z.string().max(60),
    /** The last period looked at; the periods before it are looked at too. */
    period: PeriodText,
    periods: z.int().min(1).max(24).default(6),
  }),
  reply: z.object({
    looked: z.int(),
    /** What it would have found as it is. */
    hits: z.int(),
    thresholds: list(TunedThreshold),
  }),
})
