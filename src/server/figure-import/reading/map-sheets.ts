import { ok } from '#core/result.ts'
import { readSheets, type SheetsToRead, type SheetTable } from '#core/spreadsheet/read-sheets.ts'
import { limits } from '#server/document/formats/limits.ts'
import { runApart } from '#server/document/formats/read-apart.ts'
import { Failure } from '#server/http/failure.ts'

/** Files with fewer cells are read sooner in place than sent to a thread, in well under 0.2 s. */
const cellsInPlace = 10_000

/** Reads the tables of a file; those of a large one in a thread of its own, within its bounds of time and memory. */
export async function mapSheets(given: SheetsToRead): Promise<readonly SheetTable[]> {
  const cells = given.grids.reduce(
    (sum, { rows }) => sum + rows.reduce((all, row) => all + row.length, 0),
    0,
  )
  const mapped =
    cells <= cellsInPlace
      ? ok(readSheets(given))
      : await runApart<readonly SheetTable[]>(
          new URL('map-worker.ts', import.meta.url),
          given,
          limits.readMilliseconds,
        )
  if (!mapped.ok) throw new Failure(mapped.error, 400)
  return mapped.value
}
