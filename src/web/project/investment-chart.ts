import type { ProjectContent, ProjectView } from '#contract/project.ts'
import { monthsOf, yearOf } from '#core/period/period.ts'
import type { EChartsOption } from 'echarts'
import { colors } from '../theme.ts'

export interface InvestmentWords {
  readonly told: string
  readonly plan: string
  readonly unit: string
}

/** What was invested since January of each year, and what of the plan was due by the share of the year gone. */
export function investmentChart(
  months: ProjectView['months'],
  yearPlans: ProjectContent['yearPlans'],
  words: InvestmentWords,
): EChartsOption {
  const plans = new Map(yearPlans.map(({ year, amount }) => [year, Number(amount)]))
  return {
    grid: { left: 72, right: 24, top: 40, bottom: 28 },
    legend: { top: 0, right: 0, data: [words.told, words.plan] },
    xAxis: { type: 'category', data: months.map(({ period }) => period) },
    yAxis: { type: 'value', name: words.unit, nameTextStyle: { align: 'left' } },
    series: [
      {
        name: words.told,
        type: 'bar',
        itemStyle: { color: colors.brand },
        data: months.map(({ value }) => value),
      },
      {
        name: words.plan,
        type: 'line',
        symbol: 'none',
        lineStyle: { type: 'dashed', width: 1.6, color: '#52607A' },
        itemStyle: { color: '#52607A' },
        // The chart leaves a gap at `null`, where a year has no plan.
        data: months.map(({ period }) => {
          const plan = plans.get(yearOf(period))
          return plan === undefined ? null : Math.round((plan * monthsOf(period).to) / 12)
        }),
      },
    ],
  }
}
