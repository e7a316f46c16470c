import { day, id, line, list, moment, revision } from './fields.ts'
import { decimal, PeriodText, Subject } from './figure-fields.ts'
import { CellKey, ColumnKind, Form, RowList } from './form-fields.ts'
import { ReportState } from './report.ts'
import { route } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

const formCode = z.string().max(60)
const round = z.object({ form: formCode, period: PeriodText })
const CellTable = z.record(CellKey, decimal)

/** A report as a line of the sheet of its round. */
export const SheetReport = z
  .object({
    id: id('report'),
    revision,
    /** What its figures are about. */
    subject: Subject,
    name: z.string(),
    /** Unified social credit code, where the reporter has one: pasted rows are known by it or by the name. */
    uscc: z.string().exactOptional(),
    /** Park or town. */
    place: z.string().exactOptional(),
    state: ReportState,
    mayWrite: z.boolean(),
    cells: CellTable,
    /** Cells carried over from what is known. */
    locked: list(CellKey),
    hardHits: z.int(),
    softHits: z.int(),
  })
  .meta({ id: 'SheetReport' })
export type SheetReport = z.output<typeof SheetReport>

export const reportSheet = route({
  method: 'GET',
  path: '/reports/sheet',
  summary: 'All reports of a round the caller fills in, as one table',
  needs: 'fill-reports',
  input: round,
  reply: z.object({ form: Form, due: day, reports: list(SheetReport) }),
})
export type ReportSheet = z.output<(typeof reportSheet)['reply']>

const ListedCells = z.partialRecord(ColumnKind, decimal)

/** The look at single enterprises is written into the log. */
export const listedRows = route({
  method: 'GET',
  path: '/reports/listed-rows',
  summary:
    'What reporters told in rows of their own: classes of industry, products; one by one and added up',
  needs: 'see-reports',
  input: round,
  reply: z.object({
    columns: list(ColumnKind),
    /** Of accepted reports; see `#core/report/listed-totals.ts`. */
    totals: list(
      z.object({
        list: RowList,
        code: z.string().exactOptional(),
        name: z.string(),
        unit: z.string(),
        told: z.int(),
        accepted: z.int(),
        sums: ListedCells,
        growth: z.number().exactOptional(),
      }),
    ),
    rows: list(
      z.object({
        report: id('report'),
        reporter: z.string(),
        state: ReportState,
        isAccepted: z.boolean(),
        list: RowList,
        code: z.string(),
        name: z.string(),
        unit: z.string(),
        cells: ListedCells,
      }),
    ),
  }),
})

export const saveSheet = route({
  method: 'PUT',
  path: '/reports/sheet',
  summary: 'Saves changed cells of many reports of a round, each merged cell by cell',
  needs: 'fill-reports',
  input: round.extend({
    reports: z
      .array(
        z.object({
          id: id('report'),
          revision,
          changes: z.record(CellKey, decimal.nullable()),
        }),
      )
      .min(1)
      .max(500)
      .readonly(),
  }),
  reply: z.object({
    reports: list(SheetReport),
    /** Cells both changed: theirs was kept. */
    conflicts: list(
      z.object({
        id: id('report'),
        name: z.string(),
        cell: CellKey,
        theirs: decimal.nullable(),
        mine: decimal.nullable(),
      }),
    ),
    refused: list(z.object({ id: id('report'), code: z.string() })),
  }),
})

export const submitReports = route({
  method: 'POST',
  path: '/reports/submissions',
  summary: 'Hands in many reports; what cannot be handed in stays as it is and is told',
  needs: 'fill-reports',
  input: z.object({ ids: z.array(id('report')).min(1).max(500).readonly() }),
  reply: z.object({
    submitted: z.int(),
    refused: list(z.object({ id: id('report'), name: z.string(), code: z.string() })),
  }),
})

export const passClean = route({
  method: 'POST',
  path: '/reports/passes/clean',
  summary:
    'Passes every report of a round that waits for the caller’s step and that no check asks about',
  needs: 'review-reports',
  input: round,
  reply: z.object({ passed: z.int(), accepted: z.int(), left: z.int() }),
})

export const ReminderRule = z
  .object({
    /** `*` for forms without a rule of their own. */
    form: formCode,
    /** Working days from the day it is due; below zero before it. */
    days: z.array(z.int().min(-30).max(60)).max(20).readonly(),
    /** From this many working days after it was due the park or town is told too; absent for never. */
    escalatesFrom: z.int().min(-30).max(60).exactOptional(),
    isActive: z.boolean(),
    why: z.string().exactOptional(),
    by: Person.exactOptional(),
    /** Absent where nobody set it. */
    at: moment.exactOptional(),
  })
  .meta({ id: 'ReminderRule' })
export type ReminderRule = z.output<typeof ReminderRule>

export const listReminders = route({
  method: 'GET',
  path: '/reports/reminders',
  summary: 'By which rules reminders go out, and who was reminded when, latest first',
  needs: 'see-reports',
  input: z.object({
    form: formCode.optional(),
    period: PeriodText.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  reply: z.object({
    rules: list(ReminderRule),
    reminders: list(
      z.object({
        id: id('reminder'),
        form: z.string(),
        formName: z.string(),
        period: PeriodText,
        day,
        /** Absent where a person asked for it. */
        daysAfter: z.int().exactOptional(),
        unitName: z.string(),
        reports: z.int(),
        by: Person,
        at: moment,
      }),
    ),
  }),
})

export const setReminders = route({
  method: 'PUT',
  path: '/reports/reminders/rules/:form',
  summary: 'Sets on which working days around the due day of a form reminders go out',
  needs: 'define-forms',
  input: z.object({
    form: formCode,
    days: z.array(z.int().min(-30).max(60)).max(20).readonly(),
    escalatesFrom: z.int().min(-30).max(60).exactOptional(),
    isActive: z.boolean(),
    why: line,
  }),
  reply: z.object({}),
})

/** How much is asked of whom. */
export const collectionBurden = route({
  method: 'GET',
  path: '/reports/burden',
  summary: 'What is asked of each reporter in a month: forms, cells, those known already, minutes',
  needs: 'see-reports',
  input: z.object({ period: PeriodText }),
  reply: z.object({
    cap: z.int().nullable(),
    why: z.string().exactOptional(),
    reporters: list(
      z.object({
        subject: Subject,
        name: z.string(),
        forms: z.int(),
        /** Known elsewhere: carried over and not asked. */
        prefilled: z.int(),
        asked: z.int(),
        /** By what it took others, form by form; absent where too few were filled in to tell. */
        minutes: z.number().exactOptional(),
      }),
    ),
    forms: list(
      z.object({
        form: z.string(),
        name: z.string(),
        asked: z.int(),
        prefilled: z.int(),
        reports: z.int(),
        minutes: z.number().exactOptional(),
      }),
    ),
    /** The last twelve months, the asked one last. */
    months: list(
      z.object({
        period: PeriodText,
        reports: z.int(),
        reporters: z.int(),
        /** Cells asked of the one of whom most was asked, and of all on average. */
        most: z.int(),
        mean: z.number(),
      }),
    ),
    /** Rounds opened although they went over the cap. */
    overCap: list(
      z.object({ formName: z.string(), period: PeriodText, why: z.string(), by: Person }),
    ),
  }),
})

export const setBurdenCap = route({
  method: 'PUT',
  path: '/reports/burden/cap',
  summary: 'Sets how many cells may be asked of a reporter in a month',
  needs: 'define-forms',
  input: z.object({ cap: z.int().min(1).max(10_000).nullable(), why: line }),
  reply: z.object({}),
})

export const checkOutcomes = route({
  method: 'GET',
  path: '/forms/:code/outcomes',
  summary: 'What came of the hits of each check: corrected, or explained and accepted',
  needs: 'see-reports',
  input: z.object({ code: formCode, from: PeriodText }),
  reply: z.object({
    checks: list(
      z.object({
        check: z.string(),
        corrected: z.int(),
        explained: z.int(),
        undecided: z.int(),
      }),
    ),
  }),
})
