import type { Problem } from '#contract/problem.ts'
import { err, type Result } from '#core/result.ts'
import { limits } from '#server/document/formats/limits.ts'
import { runApart } from '#server/document/formats/read-apart.ts'
import type { Workbook, WorkbookFile } from './read-workbook.ts'

/** Reads a workbook in a thread of its own, so that a hostile one costs no more than the thread. */
export async function readWorkbookApart(file: WorkbookFile): Promise<Result<Workbook, Problem>> {
  const script = new URL('worker.ts', import.meta.url)
  const read = await runApart<Workbook>(script, file, limits.readMilliseconds)
  return read.ok ? read : err({ ...read.error, place: { file: file.name, ...read.error.place } })
}
