import { comparePeriods, type Period } from '../period/period.ts'
import type { ProjectStage, YearPlan } from '../project/project.ts'
import { chanceOf } from './chance.ts'
import type { DemonstrationProject } from './projects.ts'
import { firstYear, lastYear } from './rhythm.ts'

/** Of the total investment, where nothing was spent to go by. */
const stalledPlan = 0.4

/** How far a project is at the end of `last`. */
export function stageOf({ from, to }: DemonstrationProject, last: Period): ProjectStage {
  if (comparePeriods(to, last) <= 0) return 'producing'
  if (comparePeriods(from, last) <= 0) return 'building'
  const yearsAhead = Number(from.slice(0, 4)) - Number(last.slice(0, 4))
  return yearsAhead <= 1 ? 'signed' : 'reserve'
}

/** What was to be invested each year: near to what is, but for a project that stands still. */
export function yearPlansOf(seed: number, project: DemonstrationProject): readonly YearPlan[] {
  const { invested, total, stalledSince, id } = project
  return Array.from({ length: lastYear - firstYear + 1 }, (_, index) => index).flatMap((index) => {
    const spent = invested.slice(index * 12, index * 12 + 12).reduce((sum, one) => sum + one, 0)
    if (spent === 0) return []
    const year = firstYear + index
    const isStalled = stalledSince?.startsWith(String(year)) === true
    const wanted = isStalled
      ? total * stalledPlan
      : spent * chanceOf(seed, 'year-plan', id, year).between(0.9, 1.16)
    return [{ year, amount: String(Math.max(100, Math.round(wanted / 100) * 100)) }]
  })
}
