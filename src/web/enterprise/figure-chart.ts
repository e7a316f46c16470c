import type { EChartsOption } from 'echarts'
import { colors } from '../theme.ts'
import { type FigureMonth, growthOf } from './figure-months.ts'

export interface ChartWords {
  readonly value: string
  readonly base: string
  readonly growth: string
  readonly unit: string
}

/** What each period alone brought beside last year's, and its growth as a line. */
export function figureChart(months: readonly FigureMonth[], words: ChartWords): EChartsOption {
  const labels = months.map(({ period }) => period.replace('M1-2', '02'))
  return {
    grid: { left: 64, right: 52, top: 40, bottom: 28 },
    legend: { top: 0, right: 0, data: [words.value, words.base, words.growth] },
    xAxis: { type: 'category', data: labels },
    yAxis: [
      { type: 'value', name: words.unit, nameTextStyle: { align: 'left' } },
      {
        type: 'value',
        splitLine: { show: false },
        axisLabel: { formatter: '{value}%' },
      },
    ],
    series: [
      {
        name: words.base,
        type: 'bar',
        barGap: '0%',
        itemStyle: { color: '#C9D3E2' },
        // The chart leaves a gap at `null`.
        data: months.map(({ singleBase }) => singleBase ?? null),
      },
      {
        name: words.value,
        type: 'bar',
        itemStyle: { color: colors.brand },
        data: months.map(({ single }) => single ?? null),
      },
      {
        name: words.growth,
        type: 'line',
        yAxisIndex: 1,
        symbol: 'circle',
        symbolSize: 5,
        lineStyle: { color: colors.down, width: 1.8 },
        itemStyle: { color: colors.down },
        data: months.map(({ single, singleBase }) => {
          const growth = growthOf(single, singleBase)
          return growth === undefined ? null : Math.round(growth * 1000) / 10
        }),
      },
    ],
  }
}
