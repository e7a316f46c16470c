import { demonstrationOf, usualDemonstration } from '#core/demonstration/demonstration.ts'
import type { OutlookQuestion } from '#core/forecast/year-outlook.ts'

/** So many series a district of 350 enterprises has forecast: their output, and revenue of the first. */
const wanted = 400

/** Cumulative monthly series of the invented district's enterprises, as their outlooks are asked. */
export function monthlySeries(): readonly Omit<OutlookQuestion, 'years'>[] {
  const demonstration = demonstrationOf(usualDemonstration)
  const told = demonstration.periods.flatMap((period) => demonstration.reportsOf(period))
  const byEnterprise = [...Map.groupBy(told, ({ enterprise }) => enterprise).values()]
  return (['output', 'revenue'] as const)
    .flatMap((column) =>
      byEnterprise.map((reports) => {
        const last = new Map(reports.map(({ period, values }) => [period, values[column]]))
        const readings = [...last].map(([period, value]) => ({ period, value }))
        return { readings, frequency: 'month', isFlow: true } as const
      }),
    )
    .slice(0, wanted)
}
