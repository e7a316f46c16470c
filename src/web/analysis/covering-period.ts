import type { TemplateCode } from '#core/analysis/template.ts'
import { type Period, quarterPeriod, yearOf, yearPeriod, monthsOf } from '#core/period/period.ts'

/** The quarter or year a month lies in, as far as it has gone. */
export function coveringPeriod(month: Period, kind: TemplateCode): Period {
  if (kind === 'year') return yearPeriod(yearOf(month))
  if (kind === 'quarter') return quarterPeriod(yearOf(month), Math.ceil(monthsOf(month).to / 3))
  return month
}
