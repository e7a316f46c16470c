import { day, id, line, list, moment, queryList, revision } from './fields.ts'
import { decimal, PeriodText, Subject } from './figure-fields.ts'
import { CellKey, Form, RowList } from './form-fields.ts'
import { fileRoute, route, uploadRoute } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

export const ReportState = z.enum(['open', 'submitted', 'returned', 'accepted'])
export const ReviewStep = z.enum(['park', 'region'])

/** Where a report stands, as lists and the progress page show it. */
export const ReportStanding = z.object({
  state: ReportState,
  /** While submitted: whose turn it is. */
  waitsFor: ReviewStep.exactOptional(),
  due: day,
  isLate: z.boolean(),
  /** Its figures were computed by a declared rule because nobody told them. */
  isEstimated: z.boolean(),
})

export const ReportLine = z
  .object({
    id: id('report'),
    form: z.string(),
    formName: z.string(),
    period: PeriodText,
    subject: Subject,
    subjectName: z.string(),
    park: z.string().exactOptional(),
    parkName: z.string().exactOptional(),
    standing: ReportStanding,
    hardHits: z.int(),
    softHits: z.int(),
    changedAt: moment.exactOptional(),
  })
  .meta({ id: 'ReportLine' })
export type ReportLine = z.output<typeof ReportLine>

export const listReports = route({
  method: 'GET',
  path: '/reports',
  summary: 'Reports the caller may see, by form, period, state and park; missing ones included',
  needs: 'see-reports',
  input: z.object({
    form: z.string().max(60).optional(),
    period: PeriodText.optional(),
    state: queryList(ReportState),
    park: z.string().max(60).optional(),
    late: z.enum(['true', 'false']).optional(),
    text: z.string().trim().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  reply: z.object({ reports: list(ReportLine), total: z.int() }),
})

/** How far a round of a form is, by park and in all. */
export const collectionProgress = route({
  method: 'GET',
  path: '/reports/progress',
  summary: 'Reported, checked, returned, accepted, late and estimated, by unit',
  needs: 'see-reports',
  input: z.object({ form: z.string().max(60), period: PeriodText }),
  reply: z.object({
    due: day,
    units: list(
      z.object({
        code: z.string(),
        name: z.string(),
        asked: z.int(),
        open: z.int(),
        submitted: z.int(),
        returned: z.int(),
        accepted: z.int(),
        late: z.int(),
        estimated: z.int(),
      }),
    ),
  }),
})

/** What is due when: rounds that are open and those that come next. */
export const reportCalendar = route({
  method: 'GET',
  path: '/reports/calendar',
  summary: 'By when which form is due, and how many of the caller’s reports are owed',
  needs: 'see-reports',
  input: z.object({ from: day, to: day }),
  reply: z.object({
    entries: list(
      z.object({
        due: day,
        form: z.string(),
        formName: z.string(),
        period: PeriodText,
        /** Somebody was asked; otherwise it is what the due rule says. */
        isOpen: z.boolean(),
        asked: z.int(),
        owed: z.int(),
      }),
    ),
  }),
})

/** The rounds there are: a form in a period, opened by an officer. */
export const listRounds = route({
  method: 'GET',
  path: '/reports/rounds',
  summary: 'Rounds of collection, latest first, and those that could be opened next',
  needs: 'see-reports',
  input: z.object({}),
  reply: z.object({
    rounds: list(
      z.object({
        form: z.string(),
        formName: z.string(),
        period: PeriodText,
        due: day,
        openedAt: moment,
        asked: z.int(),
        accepted: z.int(),
      }),
    ),
    next: list(z.object({ form: z.string(), formName: z.string(), period: PeriodText, due: day })),
  }),
})

export const openRound = route({
  method: 'POST',
  path: '/reports/rounds',
  summary: 'Asks everybody who owes a form for a period',
  needs: 'open-rounds',
  input: z.object({
    form: z.string().max(60),
    period: PeriodText,
    due: day.exactOptional(),
    /** Of a form of bureaus: who is asked. */
    reporters: z.array(id('organisation')).max(500).readonly().exactOptional(),
    /** Why more is asked than the cap allows; without it such a round is refused. */
    overCapWhy: line.exactOptional(),
  }),
  reply: z.object({ asked: z.int(), due: day }),
})

const CheckHit = z.object({
  check: z.string(),
  name: z.string(),
  level: z.enum(['hard', 'soft']),
  words: z.string(),
  advice: z.string(),
  cells: list(CellKey),
  /** Of a soft one, what the reporter said. */
  explanation: z.string().exactOptional(),
})

const CellTable = z.record(CellKey, decimal)

/** A report with all its page shows. */
export const Report = z
  .object({
    line: ReportLine,
    /** The form in the version it is filled in by. */
    form: Form,
    formVersion: z.int(),
    revision,
    cells: CellTable,
    /** Carried over from the archive and locked, with where from. */
    locked: z.record(CellKey, z.string()),
    /** The same form in earlier periods, as far as anything is known: last period and last year among them. */
    archive: list(z.object({ period: PeriodText, cells: CellTable })),
    /** What other forms of the same period tell, by the name of their rows: checks may ask for it. */
    elsewhere: list(
      z.object({ name: z.string(), unit: z.string(), value: decimal.exactOptional() }),
    ),
    hits: list(CheckHit),
    missing: list(CellKey),
    /** Reasons of a return by cell, with who and when. */
    remarks: list(
      z.object({ cell: CellKey.exactOptional(), text: z.string(), by: Person, at: moment }),
    ),
    history: list(
      z.object({
        act: z.enum([
          'opened',
          'saved',
          'submitted',
          'passed',
          'returned',
          'accepted',
          'reopened',
          'imported',
          'estimated',
        ]),
        by: Person,
        at: moment,
        text: z.string().exactOptional(),
      }),
    ),
    mayWrite: z.boolean(),
    mayReview: z.boolean(),
  })
  .meta({ id: 'Report' })
export type Report = z.output<typeof Report>

const one = z.object({ id: id('report') })

export const reportOf = route({
  method: 'GET',
  path: '/reports/:id',
  summary: 'One report; a look at an enterprise’s figures is written to the log',
  needs: 'see-reports',
  input: one,
  reply: Report,
})

const CellConflict = z.object({
  cell: CellKey,
  theirs: decimal.nullable(),
  mine: decimal.nullable(),
})

export const saveReport = route({
  method: 'PUT',
  path: '/reports/:id/cells',
  summary: 'Saves changed cells; what somebody else changed meanwhile is merged cell by cell',
  needs: 'fill-reports',
  input: one.extend({
    /** The revision the changes were made on. */
    revision,
    changes: z.record(CellKey, decimal.nullable()),
    explanations: z.record(z.string().max(60), z.string().trim().max(500)).exactOptional(),
  }),
  reply: z.object({
    report: Report,
    /** Cells that both changed to different values: theirs was kept, the caller’s is here. */
    conflicts: list(CellConflict),
  }),
})

/**
 * Lists a row in a section whose rows are the reporter’s own. 400 `row-class-unknown`, `row-unit-missing`;
 * 409 `report-not-open`, `row-name-taken`, `row-code-taken`, `rows-too-many`.
 */
export const listReportRow = route({
  method: 'POST',
  path: '/reports/:id/rows',
  summary:
    'Lists a row of the reporter’s own: a class of industry by its code, a product by name and unit',
  needs: 'fill-reports',
  input: one.extend({
    list: RowList,
    /** Of a class: four digits of GB/T 4754. */
    code: z
      .string()
      .trim()
      .regex(/^\d{4}$/)
      .exactOptional(),
    /** Of a product. */
    name: z.string().trim().min(1).max(60).exactOptional(),
    unit: z.string().trim().min(1).max(20).exactOptional(),
  }),
  reply: Report,
})

export const unlistReportRow = route({
  method: 'DELETE',
  path: '/reports/:id/rows/:row',
  summary: 'Takes a row of the reporter’s own off the list, its figures with it',
  needs: 'fill-reports',
  input: one.extend({ row: z.string().min(1).max(20) }),
  reply: Report,
})

export const submitReport = route({
  method: 'POST',
  path: '/reports/:id/submission',
  summary: 'Hands a report in; hard checks refuse it, soft ones need an explanation',
  needs: 'fill-reports',
  input: one.extend({ revision }),
  reply: Report,
})

export const passReports = route({
  method: 'POST',
  path: '/reports/passes',
  summary: 'Passes reports on to the next step, or accepts them where it is the last',
  needs: 'review-reports',
  input: z.object({ ids: z.array(id('report')).min(1).max(500).readonly() }),
  reply: z.object({
    passed: z.int(),
    accepted: z.int(),
    refused: list(z.object({ id: id('report'), code: z.string() })),
  }),
})

export const returnReport = route({
  method: 'POST',
  path: '/reports/:id/returns',
  summary: 'Gives a report back with reasons by cell',
  needs: 'review-reports',
  input: one.extend({
    revision,
    remarks: z
      .array(z.object({ cell: CellKey.exactOptional(), text: line }))
      .min(1)
      .max(200)
      .readonly(),
  }),
  reply: Report,
})

export const reopenReport = route({
  method: 'POST',
  path: '/reports/:id/reopenings',
  summary:
    'Lets an accepted report be corrected; its figures hold until the correction is accepted',
  needs: 'review-reports',
  input: one.extend({ revision, why: line }),
  reply: Report,
})

/** A flow grows like last year's same period with its industry; a level stays as it was last. [K7] */
export const EstimationRule = z.object({
  /** So many digits of the code of GB/T 4754 make an industry. */
  industryDigits: z.int().min(1).max(4),
  /** Fewer who reported say nothing of an industry: then all who reported stand for it. */
  fewestAlike: z.int().min(1),
  /** Growth beyond these, this year over last, is no ground for guessing. */
  leastGrowth: z.number().positive(),
  mostGrowth: z.number().positive(),
})
export type EstimationRule = z.output<typeof EstimationRule>

export const estimationRuleOf = route({
  method: 'GET',
  path: '/reports/estimation-rule',
  summary: 'The declared rule by which what nobody told is estimated',
  needs: 'see-reports',
  input: z.object({}),
  reply: EstimationRule,
})

export const estimateMissing = route({
  method: 'POST',
  path: '/reports/estimates',
  summary:
    'Estimates what nobody told by the declared rule, marked 估算; replaced when the figure comes',
  needs: 'review-reports',
  input: z.object({ form: z.string().max(60), period: PeriodText, why: line }),
  reply: z.object({ estimated: z.int() }),
})

export const remindMissing = route({
  method: 'POST',
  path: '/reports/reminders',
  summary: 'Reminds everybody who still owes a form, in the product and by webhook',
  needs: 'review-reports',
  input: z.object({
    form: z.string().max(60),
    period: PeriodText,
    /** Only those of a park, a town or a unit, by its code. */
    park: z.string().max(60).exactOptional(),
  }),
  reply: z.object({ reminded: z.int() }),
})

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const reportTemplate = fileRoute({
  path: '/reports/:id/template.xlsx',
  summary: 'The report as a workbook to be filled in and given back',
  needs: 'see-reports',
  input: one,
  mediaType: sheetType,
})

export const uploadReport = uploadRoute({
  path: '/reports/:id/workbook',
  summary: 'Takes in the filled workbook; of another month or another enterprise it is refused',
  needs: 'fill-reports',
  input: one,
  reply: z.object({ report: Report, changed: z.int(), conflicts: list(CellConflict) }),
})
