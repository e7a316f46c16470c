import { id, list } from './fields.ts'
import { PeriodText, Subject } from './figure-fields.ts'
import { IndicatorCode } from './indicator.ts'
import { labelKinds, measures } from '#core/spreadsheet/label.ts'
import { matchReasons } from '#core/spreadsheet/names.ts'
import * as z from 'zod'

const PeriodWords = z.object({
  year: z.int().exactOptional(),
  part: z
    .union([
      z.object({ kind: z.enum(['year', 'first-two-months']) }),
      z.object({ kind: z.enum(['month', 'quarter', 'half']), number: z.int() }),
    ])
    .exactOptional(),
  span: z.enum(['single', 'cumulative', 'end']).exactOptional(),
  relative: z.enum(['current', 'year-before', 'before']).exactOptional(),
})

const Facets = z.object({
  subject: Subject.exactOptional(),
  indicator: z.string().exactOptional(),
  period: PeriodWords.exactOptional(),
  measure: z.enum(measures).exactOptional(),
  unit: z.string().exactOptional(),
})

/** Why a line is understood as it is; see `#core/spreadsheet/mapping.ts`. */
const LineReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('decided') }),
  z.object({ code: z.literal('remembered') }),
  z.object({
    code: z.literal('matched'),
    what: z.enum(['indicator', 'subject']),
    by: z.enum(matchReasons),
    name: z.string(),
  }),
  z.object({ code: z.literal('inherited'), name: z.string() }),
  z.object({ code: z.literal('year-before-by-growth') }),
  z.object({ code: z.literal('total') }),
  z.object({ code: z.literal('group') }),
  z.object({ code: z.literal('hidden') }),
  z.object({ code: z.literal('not-kept'), measure: z.enum(measures) }),
  z.object({ code: z.literal('unknown-name'), name: z.string() }),
  z.object({ code: z.literal('nothing-told') }),
])
export type LineReason = z.output<typeof LineReason>

const Line = z.object({
  index: z.int(),
  label: z.string(),
  key: z.string(),
  use: z.enum(['figures', 'total', 'ignored', 'open']),
  facets: Facets,
  confidence: z.number(),
  reasons: list(LineReason),
  level: z.number(),
})
export type MappedLine = z.output<typeof Line>

const LoneText = z.object({ row: z.int(), column: z.int(), text: z.string() })

const shortText = z.string().min(1).max(300)

const LineDecision = z.object({
  use: z.enum(['figures', 'total', 'ignored']).exactOptional(),
  subject: Subject.exactOptional(),
  indicator: IndicatorCode.exactOptional(),
  measure: z.enum(measures).exactOptional(),
  unit: z.string().max(40).exactOptional(),
})

/** What a person says of a table; what is absent stays as it was proposed. */
export const TableDecisions = z.object({
  isSkipped: z.boolean().exactOptional(),
  period: PeriodText.exactOptional(),
  subject: Subject.exactOptional(),
  indicator: IndicatorCode.exactOptional(),
  unit: z.string().max(40).exactOptional(),
  labels: z.record(shortText, z.enum(labelKinds)).exactOptional(),
  rows: z.record(shortText, LineDecision).exactOptional(),
  columns: z.record(shortText, LineDecision).exactOptional(),
})
export type TableDecisions = z.output<typeof TableDecisions>

/** How one table of a sheet is read, and how sure that is. */
export const MappedTable = z
  .object({
    id: z.string(),
    sheet: z.int(),
    bounds: z.object({ top: z.int(), left: z.int(), bottom: z.int(), right: z.int() }),
    headRows: list(z.int()),
    titles: list(LoneText),
    notes: list(LoneText),
    labels: list(
      z.object({
        index: z.int(),
        label: z.string(),
        key: z.string(),
        holds: z.enum(labelKinds),
        isDecided: z.boolean(),
      }),
    ),
    rows: list(Line),
    columns: list(Line),
    defaults: z.object({
      subject: Subject,
      indicator: z.string().exactOptional(),
      unit: z.string().exactOptional(),
      period: PeriodText.exactOptional(),
      periodFrom: z.enum(['decided', 'title', 'sheet-name', 'file-name', 'head']).exactOptional(),
    }),
    isSkipped: z.boolean(),
    /** What a person said of the table so far. */
    decisions: TableDecisions,
    /** A line is open or unsure, or the period is not told. */
    needsLook: z.boolean(),
    /** Somebody confirmed this mapping, or it is that of a layout confirmed before. */
    isConfirmed: z.boolean(),
    layout: z.object({ id: id('sheet-layout'), name: z.string() }).exactOptional(),
  })
  .meta({ id: 'MappedTable' })
export type MappedTable = z.output<typeof MappedTable>
