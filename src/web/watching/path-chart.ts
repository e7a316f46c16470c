import type { CurvePoint } from '#contract/watching.ts'
import type { EChartsOption } from 'echarts'
import type * as z from 'zod'
import { type ChartLook, lightLook } from '../ui/chart-look.ts'

type Point = z.output<typeof CurvePoint>

export interface PathChartWords {
  readonly actual: string
  readonly plan: string
  readonly forecast: string
  readonly lastYear: string
  readonly band50: string
  readonly band80: string
  readonly deviation: string
  readonly said: string
}

/** What somebody forecast for a period. */
export interface SaidMark {
  readonly period: Point['period']
  readonly value: number
}

/**
 * Two grids with one time: above actual, path and forecast; below the deviation from the path with
 * the fan, for on a cumulative curve two per cent cannot be seen.
 */
export function pathChart(
  curve: readonly Point[],
  lastYear: readonly Point[],
  words: PathChartWords,
  periodLabel: (period: Point['period']) => string,
  { look = lightLook, said = [] }: { look?: ChartLook; said?: readonly SaidMark[] } = {},
): EChartsOption {
  const { scale } = look
  const size = (pixels: number): number => Math.round(pixels * scale)
  const axisLabel = { color: look.ink2, fontSize: size(12) }
  const splitLine = { lineStyle: { color: look.grid } }
  const labels = curve.map(({ period }) => periodLabel(period))
  const last = curve.findLastIndex(({ actual }) => actual !== undefined)
  const forecast = curve.map(({ mean, actual }, i) => (i === last ? actual : mean) ?? null)
  return {
    legend: {
      top: 0,
      left: 0,
      itemHeight: size(8),
      itemWidth: size(18),
      textStyle: { color: look.ink2, fontSize: size(12) },
      // The clear lines below the bands are nobody's business.
      data: [
        words.actual,
        words.plan,
        words.forecast,
        words.lastYear,
        words.band50,
        words.band80,
        ...(said.length > 0 ? [words.said] : []),
      ],
    },
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    grid: [
      { left: size(64), right: size(18), top: size(58), height: size(132) },
      { left: size(64), right: size(18), top: size(222), height: size(80) },
    ],
    xAxis: [
      { type: 'category', data: labels, boundaryGap: false, axisLabel: { show: false } },
      { type: 'category', data: labels, boundaryGap: false, gridIndex: 1, axisLabel },
    ],
    yAxis: [
      { type: 'value', splitNumber: 3, scale: true, axisLabel, splitLine },
      {
        type: 'value',
        gridIndex: 1,
        splitNumber: 2,
        scale: true,
        name: words.deviation,
        nameGap: size(8),
        nameTextStyle: axisLabel,
        axisLabel,
        splitLine,
      },
    ],
    series: [
      line(
        words.lastYear,
        lastYear.map(({ actual }) => actual ?? null),
        {
          color: look.faint,
          width: 1.4 * scale,
        },
      ),
      line(
        words.plan,
        curve.map(({ planned }) => planned ?? null),
        {
          color: look.target,
          width: 1.8 * scale,
          type: 'dashed',
        },
      ),
      line(
        words.actual,
        curve.map(({ actual }) => actual ?? null),
        {
          color: look.brand,
          width: 2.4 * scale,
          isMarked: true,
        },
      ),
      line(words.forecast, forecast, { color: look.brand, width: 1.8 * scale, type: 'dotted' }),
      ...(said.length > 0
        ? [
            {
              name: words.said,
              // Points without a line: drawing code for scattered points would be loaded for these alone.
              type: 'line' as const,
              lineStyle: { opacity: 0 },
              symbol: 'diamond',
              symbolSize: size(10),
              itemStyle: { color: look.down },
              data: curve.map(
                ({ period }) => said.find((mark) => mark.period === period)?.value ?? null,
              ),
            },
          ]
        : []),
      ...band(
        words.band80,
        look.outer,
        curve,
        (p) => off(p.lower80, p.planned),
        (p) => off(p.upper80, p.planned),
      ),
      ...band(
        words.band50,
        look.inner,
        curve,
        (p) => off(p.lower50, p.planned),
        (p) => off(p.upper50, p.planned),
      ),
      {
        ...line(
          words.deviation,
          curve.map((p) => off(p.actual, p.planned)),
          {
            color: look.brand,
            width: 1.8 * scale,
            isMarked: true,
          },
        ),
        xAxisIndex: 1,
        yAxisIndex: 1,
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: look.target, type: 'dashed' },
          data: [{ yAxis: 0 }],
        },
      },
    ],
  }
}

function off(value: number | undefined, planned: number | undefined): number | null {
  return value === undefined || planned === undefined ? null : value - planned
}

function line(
  name: string,
  data: readonly (number | null)[],
  {
    color,
    width,
    type = 'solid',
    isMarked = false,
  }: {
    readonly color: string
    readonly width: number
    readonly type?: 'solid' | 'dashed' | 'dotted'
    readonly isMarked?: boolean
  },
) {
  return {
    name,
    type: 'line' as const,
    data: [...data],
    symbol: isMarked ? 'circle' : 'none',
    symbolSize: 2 + width * 1.4,
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
