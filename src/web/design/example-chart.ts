import type { EChartsOption } from 'echarts'
import { colors } from '../theme.ts'

/** Fact against plan over five months, as the charts of the product show it. */
export function exampleChart(fact: string, plan: string): EChartsOption {
  return {
    grid: { left: 44, right: 16, top: 36, bottom: 28 },
    legend: { top: 0, left: 0, data: [fact, plan] },
    xAxis: { type: 'category', data: ['1', '2', '3', '4', '5'], boundaryGap: false },
    yAxis: { type: 'value' },
    series: [
      {
        name: plan,
        type: 'line',
        symbol: 'none',
        data: [30, 60, 90, 120, 150],
        lineStyle: { type: 'dashed', color: colors.target },
        itemStyle: { color: colors.target },
      },
      {
        name: fact,
        type: 'line',
        data: [26, 54, 88, 115, 142],
        lineStyle: { width: 2.6, color: colors.brand },
        itemStyle: { color: colors.brand },
      },
    ],
  }
}
