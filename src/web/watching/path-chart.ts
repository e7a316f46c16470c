import type { CurvePoint } from '#contract/watching.ts'
import type { EChartsOption } from 'echarts'
import type * as z from 'zod'
import { colors } from '../theme.ts'

type Point = z.output<typeof CurvePoint>

export interface PathChartWords {
  readonly actual: string
  readonly plan: string
  readonly forecast: string
  readonly lastYear: string
  readonly band50: string
  readonly band80: string
  readonly deviation: string
}

const bandColours = { outer: 'rgba(27, 91, 196, 0.14)', inner: 'rgba(27, 91, 196, 0.22)' } as const

/**
 * Two grids with one time: above actual, path and forecast; below the deviation from the path with
 * the fan, for on a cumulative curve two per cent cannot be seen.
 */
export function pathChart(
  curve: readonly Point[],
  lastYear: readonly Point[],
  words: PathChartWords,
  periodLabel: (period: Point['period']) => string,
): EChartsOption {
  const labels = curve.map(({ period }) => periodLabel(period))
  const off = (value: number | undefined, planned: number | undefined): number | null =>
    value === undefined || planned === undefined ? null : value - planned
  const last = curve.findLastIndex(({ actual }) => actual !== undefined)
  const forecast = curve.map(({ mean, actual }, i) => (i === last ? actual : mean) ?? null)
  return {
    legend: {
      top: 0,
      left: 0,
      itemHeight: 8,
      itemWidth: 18,
      // The clear lines below the bands are nobody's business.
      data: [words.actual, words.plan, words.forecast, words.lastYear, words.band50, words.band80],
    },
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    grid: [
      { left: 64, right: 18, top: 58, height: 132 },
      { left: 64, right: 18, top: 222, height: 80 },
    ],
    xAxis: [
      { type: 'category', data: labels, boundaryGap: false, axisLabel: { show: false } },
      { type: 'category', data: labels, boundaryGap: false, gridIndex: 1 },
    ],
    yAxis: [
      { type: 'value', splitNumber: 3, scale: true },
      {
        type: 'value',
        gridIndex: 1,
        splitNumber: 2,
        scale: true,
        name: words.deviation,
        nameGap: 8,
      },
    ],
    series: [
      line(
        words.lastYear,
        lastYear.map(({ actual }) => actual ?? null),
        {
          color: '#B8C2D3',
          width: 1.4,
        },
      ),
      line(
        words.plan,
        curve.map(({ planned }) => planned ?? null),
        {
          color: colors.target,
          type: 'dashed',
        },
      ),
      line(
        words.actual,
        curve.map(({ actual }) => actual ?? null),
        {
          color: colors.brand,
          width: 2.4,
          isMarked: true,
        },
      ),
      line(words.forecast, forecast, { color: colors.brand, type: 'dotted' }),
      ...band(
        words.band80,
        bandColours.outer,
        curve,
        (p) => off(p.lower80, p.planned),
        (p) => off(p.upper80, p.planned),
      ),
      ...band(
        words.band50,
        bandColours.inner,
        curve,
        (p) => off(p.lower50, p.planned),
        (p) => off(p.upper50, p.planned),
      ),
      {
        ...line(
          words.deviation,
          curve.map((p) => off(p.actual, p.planned)),
          {
            color: colors.brand,
            isMarked: true,
          },
        ),
        xAxisIndex: 1,
        yAxisIndex: 1,
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: colors.target, type: 'dashed' },
          data: [{ yAxis: 0 }],
        },
      },
    ],
  }
}

function line(
  name: string,
  data: readonly (number | null)[],
  {
    color,
    width = 1.8,
    type = 'solid',
    isMarked = false,
  }: {
    readonly color: string
    readonly width?: number
    readonly type?: 'solid' | 'dashed' | 'dotted'
    readonly isMarked?: boolean
  },
) {
  return {
    name,
    type: 'line' as const,
    data: [...data],
    symbol: isMarked ? 'circle' : 'none',
    symbolSize: 5,
    connectNulls: false,
    lineStyle: { color, width, type },
    itemStyle: { color },
  }
}

/** ECharts has no bands: a clear line below and a filled difference on top of it. */
function band(
  name: string,
  color: string,
  curve: readonly Point[],
  lower: (point: Point) => number | null,
  upper: (point: Point) => number | null,
) {
  const base = {
    type: 'line' as const,
    xAxisIndex: 1,
    yAxisIndex: 1,
    symbol: 'none',
    stack: name,
    stackStrategy: 'all' as const,
    lineStyle: { opacity: 0 },
    silent: true,
    tooltip: { show: false },
  }
  return [
    { ...base, name: `${name} `, data: curve.map(lower), itemStyle: { color: 'transparent' } },
    {
      ...base,
      name,
      data: curve.map((point) => {
        const [low, high] = [lower(point), upper(point)]
        return low === null || high === null ? null : high - low
      }),
      areaStyle: { color, opacity: 1 },
      itemStyle: { color },
    },
  ]
}
