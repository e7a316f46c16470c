import type { ProjectRow } from '#contract/project.ts'
import type { ProjectSearch } from '../search.ts'

/** The projects that have the words in their name or code, and are of the stage asked for. */
export function chosenProjects(
  rows: readonly ProjectRow[],
  { text = '', stage, pace }: ProjectSearch,
): readonly ProjectRow[] {
  const wanted = text.trim().toLowerCase()
  return rows.filter(
    (row) =>
      (wanted === '' || `${row.name} ${row.code ?? ''}`.toLowerCase().includes(wanted)) &&
      (stage === undefined || row.stage === stage) &&
      (pace === undefined || row.progress.pace === pace),
  )
}

/** Sums over projects, of what is known of them; in ten thousand yuan. */
export function sumsOf(rows: readonly ProjectRow[]) {
  const sum = (of: (row: ProjectRow) => number | undefined): number =>
    rows.reduce((all, row) => all + (of(row) ?? 0), 0)
  const planned = rows.filter(({ progress }) => progress.yearPlan !== undefined)
  const yearPlan = sum(({ progress }) => progress.yearPlan)
  const ofPlan = planned.reduce((all, { progress }) => all + (progress.thisYear ?? 0), 0)
  return {
    all: rows.length,
    building: rows.filter(({ stage }) => stage === 'building').length,
    total: sum(({ total }) => Number(total)),
    yearPlan,
    thisYear: sum(({ progress }) => progress.thisYear),
    ...(yearPlan > 0 && { share: ofPlan / yearPlan }),
  }
}
