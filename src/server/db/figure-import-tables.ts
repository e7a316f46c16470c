import type { ImportCounts, ImportState } from '#contract/figure-import.ts'
import type { Person } from '#contract/session.ts'
import type { Id } from '#core/id.ts'
import type { GivenGap, Source, SubjectKind } from '#core/indicator/figure.ts'
import type { Period } from '#core/period/period.ts'
import type { Grid } from '#core/spreadsheet/grid.ts'
import type { Decisions } from '#core/spreadsheet/mapping.ts'

export interface FigureImportTables {
  readonly figureImport: FigureImportTable
  readonly figureImportSheet: FigureImportSheetTable
  readonly figureImportChange: FigureImportChangeTable
  readonly sheetLayout: SheetLayoutTable
}

interface FigureImportTable {
  readonly regionCode: string
  readonly id: Id<'figure-import'>
  readonly fileName: string
  readonly sha256: string
  readonly size: number
  readonly format: 'xlsx' | 'csv'
  readonly state: ImportState
  /** By id of the table. */
  readonly decisions: Readonly<Record<string, Decisions>>
  readonly confirmed: readonly string[]
  /** Layouts by id of the table. */
  readonly recognised: Readonly<Record<string, Id<'sheet-layout'>>>
  readonly counts: ImportCounts | null
  readonly revision: number
  readonly uploadedBy: Person
  readonly uploadedAt: string
  readonly endedBy: Person | null
  readonly endedAt: string | null
}

interface FigureImportSheetTable {
  readonly regionCode: string
  readonly importId: Id<'figure-import'>
  readonly position: number
  readonly grid: Grid
}

/** What was known of a figure before an import changed it. */
export interface FigureBefore {
  readonly value: string | null
  readonly base: string | null
  readonly gap: GivenGap | null
  readonly source: Source
}

interface FigureImportChangeTable {
  readonly regionCode: string
  readonly importId: Id<'figure-import'>
  readonly position: number
  readonly subjectKind: SubjectKind
  readonly subjectCode: string
  readonly indicator: string
  readonly period: Period
  readonly value: string | null
  readonly base: string | null
  readonly before: FigureBefore | null
}

interface SheetLayoutTable {
  readonly regionCode: string
  readonly id: Id<'sheet-layout'>
  readonly name: string
  readonly fingerprint: string
  readonly decisions: Decisions
  readonly rowKeys: readonly string[]
  readonly uses: number
  readonly confirmedBy: Person
  readonly confirmedAt: string
}
