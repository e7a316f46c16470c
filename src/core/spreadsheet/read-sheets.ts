import { type Grid, sheetOf } from './grid.ts'
import type { Decisions, TableMapping } from './mapping.ts'
import { type NameIndex, nameIndex, type Vocabulary } from './names.ts'
import { proposeTable } from './propose.ts'
import { sheetFigures, type SheetReading } from './sheet-figures.ts'
import { findTables } from './tables.ts'

/** A file and all that decides how its tables are read; plain data, so that it can be read in a thread of its own. */
export interface SheetsToRead {
  readonly grids: readonly Grid[]
  /** As it was uploaded: some say their period only there. */
  readonly fileName: string
  readonly vocabulary: Vocabulary
  /** What was said of a table now and in an earlier month, by the id of the table. */
  readonly decisions: Readonly<Record<string, Decisions>>
  readonly remembered: Readonly<Record<string, Decisions>>
  /** What is wanted beside the mappings. */
  readonly wants: 'mappings' | 'fingerprints' | 'figures'
}

/** A table of a file as it is read. */
export interface SheetTable {
  readonly sheetName: string
  readonly mapping: TableMapping
  /** By the table as it is proposed without anybody's word: so it will be met next month. */
  readonly plainFingerprint?: string
  readonly reading?: SheetReading
}

/** The tables of all sheets with what their lines mean and, where wanted, the figures that follow. */
export function readSheets(given: SheetsToRead): readonly SheetTable[] {
  const index = nameIndex(given.vocabulary)
  return given.grids.flatMap((grid, position) => tablesOf(grid, position, given, index))
}

function tablesOf(
  grid: Grid,
  position: number,
  { fileName, decisions, remembered, wants }: SheetsToRead,
  index: NameIndex,
): readonly SheetTable[] {
  const sheet = sheetOf(grid)
  return findTables(sheet).map((shape, table): SheetTable => {
    const place = { sheet: position, table }
    const id = `${position}-${table}`
    const plain = { index, fileName }
    const said = decisions[id]
    const before = remembered[id] ?? (grid.isHidden ? { isSkipped: true } : undefined)
    const mapping = proposeTable(sheet, shape, place, {
      ...plain,
      ...(before && { remembered: before }),
      ...(said && { decisions: said }),
    })
    return {
      sheetName: grid.name,
      mapping,
      ...(wants === 'fingerprints' && {
        plainFingerprint: proposeTable(sheet, shape, place, plain).fingerprint,
      }),
      ...(wants === 'figures' && { reading: sheetFigures(sheet, mapping, index) }),
    }
  })
}
