import { pivotDimensions } from '#core/indicator/pivot.ts'
import { day, id, line, list, moment, queryList, revision } from './fields.ts'
import { PeriodText, Subject, SubjectText } from './figure-fields.ts'
import { IndicatorCode } from './indicator.ts'
import { Problem } from './problem.ts'
import { fileRoute, route, uploadRoute } from './route.ts'
import { Person } from './session.ts'
import { MappedTable, TableDecisions } from './sheet-mapping.ts'
import * as z from 'zod'

export const ImportState = z.enum(['open', 'applied', 'undone', 'discarded'])
export type ImportState = z.output<typeof ImportState>

/** What the figures of a file are against what is known. */
export const differenceStates = ['new', 'changed', 'refused', 'kept', 'unchanged'] as const
export const DifferenceState = z.enum(differenceStates)
export type DifferenceState = z.output<typeof DifferenceState>

export const ImportCounts = z.object({
  new: z.int(),
  changed: z.int(),
  refused: z.int(),
  /** Empty cells of which something is known, which stays. */
  kept: z.int(),
  unchanged: z.int(),
  /** Of the new and changed ones: gaps. */
  gaps: z.int(),
  doubts: z.int(),
})
export type ImportCounts = z.output<typeof ImportCounts>

export const FigureImport = z
  .object({
    id: id('figure-import'),
    fileName: z.string(),
    size: z.int(),
    format: z.enum(['xlsx', 'csv']),
    state: ImportState,
    revision,
    uploadedBy: Person,
    uploadedAt: moment,
    endedBy: Person.exactOptional(),
    endedAt: moment.exactOptional(),
    counts: ImportCounts.exactOptional(),
  })
  .meta({ id: 'FigureImport' })
export type FigureImport = z.output<typeof FigureImport>

const ShownImport = z.object({
  figureImport: FigureImport,
  sheets: list(
    z.object({
      name: z.string(),
      isHidden: z.boolean(),
      rows: z.int(),
      columns: z.int(),
    }),
  ),
  tables: list(MappedTable),
  /** Who exported the table the file is an edited copy of, and when; its differences need no mapping. */
  exported: z.object({ at: moment }).exactOptional(),
})
export type ShownImport = z.output<typeof ShownImport>

export const uploadFigureFiles = uploadRoute({
  path: '/figure-imports',
  summary: 'Takes in xlsx and csv files of figures; nothing becomes known before it is applied',
  needs: 'record-figures',
  input: z.object({}),
  reply: z.object({
    imports: list(FigureImport),
    refused: list(z.object({ fileName: z.string(), problem: Problem })),
  }),
})

export const listFigureImports = route({
  method: 'GET',
  path: '/figure-imports',
  summary: 'Files of figures, latest first',
  needs: 'record-figures',
  input: z.object({ limit: z.coerce.number().int().min(1).max(500).default(50) }),
  reply: z.object({ imports: list(FigureImport) }),
})

const oneImport = z.object({ id: id('figure-import') })

export const showFigureImport = route({
  method: 'GET',
  path: '/figure-imports/:id',
  summary: 'A file with its sheets and how each of their tables is read',
  needs: 'record-figures',
  input: oneImport,
  reply: ShownImport,
})

export const showImportSheet = route({
  method: 'GET',
  path: '/figure-imports/:id/sheets/:position',
  summary: 'The cells of a sheet as they stand in the file',
  needs: 'record-figures',
  input: oneImport.extend({
    position: z.coerce.number().int().min(0).max(1000),
    from: z.coerce.number().int().min(0).max(200_000).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  reply: z.object({
    name: z.string(),
    total: z.int(),
    from: z.int(),
    rows: list(list(z.string())),
    merges: list(
      z.object({ row: z.int(), column: z.int(), lastRow: z.int(), lastColumn: z.int() }),
    ),
  }),
})

export const ImportDifference = z
  .object({
    /** Sheet and cell: `产值!C5`. */
    place: z.string(),
    table: z.string(),
    row: z.int(),
    column: z.int(),
    state: DifferenceState,
    subject: Subject.exactOptional(),
    subjectName: z.string().exactOptional(),
    indicator: z.string().exactOptional(),
    indicatorName: z.string().exactOptional(),
    unit: z.string().exactOptional(),
    period: PeriodText.exactOptional(),
    /** Of the figure that would become known, in the unit of the indicator. */
    value: z.string().nullable().exactOptional(),
    base: z.string().nullable().exactOptional(),
    gap: z.string().exactOptional(),
    /** What is known now. */
    before: z
      .object({
        value: z.string().nullable(),
        base: z.string().nullable(),
        gap: z.string().exactOptional(),
      })
      .exactOptional(),
    /** What the cell shows, where it is refused. */
    text: z.string().exactOptional(),
    /** Why it is refused. */
    why: z.string().exactOptional(),
    remarks: list(z.string()),
    doubts: list(z.object({ code: z.string(), told: z.string(), computed: z.string() })),
  })
  .meta({ id: 'ImportDifference' })
export type ImportDifference = z.output<typeof ImportDifference>

export const listImportDifferences = route({
  method: 'GET',
  path: '/figure-imports/:id/differences',
  summary: 'The dry run: what applying the file would make known, cell by cell; stores nothing',
  needs: 'record-figures',
  input: oneImport.extend({
    state: queryList(DifferenceState),
    doubtful: z
      .enum(['true', 'false'])
      .default('false')
      .transform((text) => text === 'true'),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({
    counts: ImportCounts,
    /** Names what was seen: applying it says which. */
    digest: z.string(),
    total: z.int(),
    differences: list(ImportDifference),
  }),
})

export const decideFigureImport = route({
  method: 'PUT',
  path: '/figure-imports/:id/tables/:table/decisions',
  summary: 'Says what lines of a table mean; replaces what was said of the table before',
  needs: 'record-figures',
  input: oneImport.extend({
    table: z.string().regex(/^\d{1,4}-\d{1,4}$/),
    revision,
    decisions: TableDecisions,
  }),
  reply: ShownImport,
})

export const confirmFigureImport = route({
  method: 'POST',
  path: '/figure-imports/:id/confirmations',
  summary: 'Confirms how the tables are read; their layouts are recognised from now on',
  needs: 'record-figures',
  input: oneImport.extend({ revision }),
  reply: ShownImport,
})

export const applyFigureImport = route({
  method: 'POST',
  path: '/figure-imports/:id/applications',
  summary: 'Makes the figures of a file known, all or none',
  needs: 'record-figures',
  input: oneImport.extend({
    revision,
    /** Of the dry run that was looked at; another one now refuses (409). */
    digest: z.string().max(100),
    why: line.exactOptional(),
  }),
  reply: z.object({ figureImport: FigureImport, changed: z.int() }),
})

export const undoFigureImport = route({
  method: 'POST',
  path: '/figure-imports/:id/undoings',
  summary: 'Takes back what a file made known, as one act; what was corrected since stays',
  needs: 'record-figures',
  input: oneImport.extend({ revision, why: line }),
  reply: z.object({ figureImport: FigureImport, restored: z.int(), left: z.int() }),
})

export const discardFigureImport = route({
  method: 'POST',
  path: '/figure-imports/:id/discardings',
  summary: 'Lays a file aside that was not applied',
  needs: 'record-figures',
  input: oneImport.extend({ revision }),
  reply: FigureImport,
})

export const figureVocabulary = route({
  method: 'GET',
  path: '/figure-vocabulary',
  summary: 'The indicators and subjects that tables of figures can be about',
  needs: 'record-figures',
  input: z.object({}),
  reply: z.object({
    indicators: list(z.object({ code: z.string(), name: z.string(), unit: z.string() })),
    subjects: list(z.object({ subject: Subject, name: z.string() })),
  }),
})

export const SheetLayout = z
  .object({
    id: id('sheet-layout'),
    name: z.string(),
    uses: z.int(),
    confirmedBy: Person,
    confirmedAt: moment,
  })
  .meta({ id: 'SheetLayout' })
export type SheetLayout = z.output<typeof SheetLayout>

export const listSheetLayouts = route({
  method: 'GET',
  path: '/sheet-layouts',
  summary: 'The layouts of tables that are recognised',
  needs: 'record-figures',
  input: z.object({}),
  reply: z.object({ layouts: list(SheetLayout) }),
})

export const forgetSheetLayout = route({
  method: 'POST',
  path: '/sheet-layouts/:id/forgettings',
  summary: 'Forgets a layout: its tables are proposed anew next time',
  needs: 'record-figures',
  input: z.object({ id: id('sheet-layout') }),
  reply: z.object({}),
})

/** Which figures a table is made of, and where each dimension stands, the outermost first. */
const tableQuestion = z.object({
  /** `park:*` is every park there are figures of. */
  subject: queryList(SubjectText),
  indicator: queryList(IndicatorCode),
  period: queryList(PeriodText),
  asOf: z.union([moment, day]).exactOptional(),
  rows: queryList(z.enum(pivotDimensions)),
  columns: queryList(z.enum(pivotDimensions)),
  /** 同比 in place of the figures: such a table is not for editing. */
  show: z.enum(['value', 'growth']).default('value'),
})

export const figureTableXlsx = fileRoute({
  path: '/figure-tables.xlsx',
  summary: 'A table of figures as a workbook that can be edited and imported again as a difference',
  needs: 'read',
  input: tableQuestion,
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const figureTableCsv = fileRoute({
  path: '/figure-tables.csv',
  summary:
    'The same table as csv in UTF-8, laid out as it is asked for; without a layout a figure a line',
  needs: 'read',
  input: tableQuestion,
  mediaType: 'text/csv; charset=utf-8',
})
