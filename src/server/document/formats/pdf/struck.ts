import type { PageContent } from './page-content.ts'

/**
 * How many runs of text have a line drawn through their middle: a file printed with its tracked
 * changes shows the old figure struck out beside the new one.
 */
export function struckRuns({ runs, rulings }: PageContent): number {
  const lines = rulings.filter((ruling) => ruling.direction === 'horizontal')
  return runs.filter((run) => {
    if (run.text.trim() === '') return false
    // The line may strike but a part of the run.
    return lines.some((line) => {
      const height = (run.baseline - line.at) / run.size
      const covered = Math.min(line.to, run.right) - Math.max(line.from, run.left)
      return (
        height > 0.15 &&
        height < 0.5 &&
        covered > 0.8 * Math.min(line.to - line.from, run.right - run.left)
      )
    })
  }).length
}
