import type { EChartsOption } from 'echarts'
import { colors } from '../theme.ts'

export interface PullBar {
  readonly name: string
  /** 百分点. */
  readonly points: number
}

/** How many bars a chart holds before the rest goes into one. */
const most = 11

/** The strongest pulls, upwards first, the rest as one bar, so that all of them still add up. */
export function pullBars(pulls: readonly PullBar[], others: string): readonly PullBar[] {
  if (pulls.length <= most) return pulls
  const strongest = pulls
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, most - 1)
  const rest = pulls.filter((pull) => !strongest.includes(pull))
  const points = Number(rest.reduce((sum, pull) => sum + pull.points, 0).toFixed(2))
  return [
    ...strongest.toSorted((a, b) => b.points - a.points),
    { name: `${others} ${rest.length}`, points },
  ]
}

/** A waterfall lying on its side, as Chinese names want: each bar begins where the last ended. */
export function pullsChart(bars: readonly PullBar[], total: string): EChartsOption {
  const ends: number[] = []
  for (const { points } of bars) ends.push((ends.at(-1) ?? 0) + points)
  const sum = Number((ends.at(-1) ?? 0).toFixed(2))
  const starts = bars.map((_, i) => (i === 0 ? 0 : (ends[i - 1] ?? 0)))
  const names = [...bars.map(({ name }) => name), total]
  const label = (points: number): string =>
    `${points > 0 ? '+' : ''}${points.toFixed(2)}`.replace('-', '−')
  return {
    grid: { left: 8, right: 56, top: 6, bottom: 26 },
    tooltip: { show: false },
    xAxis: { type: 'value', splitNumber: 4 },
    yAxis: { type: 'category', data: names, inverse: true, axisTick: { show: false } },
    series: [
      {
        type: 'bar',
        stack: 'pulls',
        stackStrategy: 'all',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: [
          ...bars.map(({ points }, i) => Math.min(starts[i] ?? 0, (starts[i] ?? 0) + points)),
          0,
        ],
      },
      {
        type: 'bar',
        stack: 'pulls',
        stackStrategy: 'all',
        barMaxWidth: 16,
        data: [
          ...bars.map(({ points }) => ({
            value: Math.abs(points),
            itemStyle: { color: points >= 0 ? colors.brand : colors.down, borderRadius: 2 },
            label: { show: true, position: 'right' as const, formatter: label(points) },
          })),
          {
            value: sum,
            itemStyle: { color: colors.ink2, borderRadius: 2 },
            label: {
              show: true,
              position: 'right' as const,
              formatter: label(sum),
              fontWeight: 600,
            },
          },
        ],
      },
    ],
  }
}
