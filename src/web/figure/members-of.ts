import { type FigureKey, subjectKey } from '#core/indicator/figure.ts'
import type { PivotMembers } from '#core/indicator/pivot.ts'

/** What figures are about, each once, in the order in which they come. */
export function membersOf(figures: readonly FigureKey[]): PivotMembers {
  const subjects = new Map(figures.map(({ subject }) => [subjectKey(subject), subject]))
  return {
    subject: [...subjects.values()],
    indicator: [...new Set(figures.map(({ indicator }) => indicator))],
    period: [...new Set(figures.map(({ period }) => period))],
  }
}
