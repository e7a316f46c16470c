import type { EChartsOption } from 'echarts'
import { type ChartLook, lightLook } from '../ui/chart-look.ts'

export interface PullBar {
  readonly name: string
  /** 百分点. */
  readonly points: number
}

/** How many bars a chart holds before the rest goes into one. */
const usualMost = 11

/** The strongest pulls, upwards first, the rest as one bar, so that all of them still add up. */
export function pullBars(
  pulls: readonly PullBar[],
  others: string,
  most = usualMost,
): readonly PullBar[] {
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
export function pullsChart(
  bars: readonly PullBar[],
  total: string,
  look: ChartLook = lightLook,
): EChartsOption {
  const size = (pixels: number): number => Math.round(pixels * look.scale)
  const axisLabel = { color: look.ink2, fontSize: size(12) }
  const ends: number[] = []
  for (const { points } of bars) ends.push((ends.at(-1) ?? 0) + points)
  const sum = Number((ends.at(-1) ?? 0).toFixed(2))
  const starts = bars.map((_, i) => (i === 0 ? 0 : (ends[i - 1] ?? 0)))
  const names = [...bars.map(({ name }) => name), total]
  const label = (points: number): string =>
    `${points > 0 ? '+' : ''}${points.toFixed(2)}`.replace('-', '−')
  return {
    grid: { left: 8, right: size(56), top: 6, bottom: size(26) },
    tooltip: { show: false },
    xAxis: {
      type: 'value',
      splitNumber: 4,
      axisLabel,
      splitLine: { lineStyle: { color: look.grid } },
    },
    yAxis: {
      type: 'category',
      data: names,
      inverse: true,
      axisTick: { show: false },
      axisLabel: { ...axisLabel, color: look.ink },
    },
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
        barMaxWidth: size(16),
        data: [
          ...bars.map(({ points }) => ({
            value: Math.abs(points),
            itemStyle: { color: points >= 0 ? look.brand : look.down, borderRadius: 2 },
            label: {
              show: true,
              position: 'right' as const,
              formatter: label(points),
              color: look.ink,
              fontSize: size(12),
            },
          })),
          {
            value: sum,
            itemStyle: { color: look.ink2, borderRadius: 2 },
            label: {
              show: true,
              position: 'right' as const,
              formatter: label(sum),
              fontWeight: 600,
              color: look.ink,
              fontSize: size(12),
            },
          },
        ],
      },
    ],
  }
}
