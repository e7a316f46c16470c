import type { AnalysisBlock } from '#contract/analysis.ts'
import { Resvg } from '@resvg/resvg-js'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, GridComponent, LegendComponent, LineChart, SVGRenderer])

type ChartBlock = Extract<AnalysisBlock, { kind: 'chart' }>

export interface ChartImage {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

const width = 900
const colours = { up: '#1B5BC4', down: '#E08A2E', second: '#7A869C' } as const
const fontFamily =
  // Without quotes: the picture is read as XML, where they would end the attribute.
  'Noto Sans CJK SC,Source Han Sans SC,Microsoft YaHei,PingFang SC,WenQuanYi Zen Hei,sans-serif'

/** A chart of the analysis as lines; letters are large, for it is shown at half its size. */
export function chartDrawing(block: ChartBlock): {
  readonly svg: string
  readonly height: number
} {
  const height = block.chart === 'pulls' ? Math.max(220, 60 + block.categories.length * 34) : 360
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption(block.chart === 'pulls' ? pullsOption(block) : linesOption(block))
  const svg = chart.renderToSVGString()
  chart.dispose()
  return { svg, height }
}

/** The same as a picture for paper. */
export function chartImage(block: ChartBlock): ChartImage {
  const { svg, height } = chartDrawing(block)
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    background: '#ffffff',
    font: { loadSystemFonts: true, defaultFontFamily: 'Noto Sans CJK SC' },
  })
  return { png: new Uint8Array(image.render().asPng()), width, height }
}

const text = { fontSize: 18, color: '#17233A', fontFamily } as const

function pullsOption({ categories, series }: ChartBlock): EChartsCoreOption {
  const values = series[0]?.values ?? []
  return {
    animation: false,
    textStyle: text,
    grid: { left: 8, right: 90, top: 8, bottom: 8 },
    xAxis: { type: 'value', axisLabel: { ...text, color: '#52607A' } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...categories],
      axisLabel: text,
      axisTick: { show: false },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 20,
        data: values.map((value) => ({
          value,
          itemStyle: { color: (value ?? 0) >= 0 ? colours.up : colours.down },
          label: {
            show: true,
            position: (value ?? 0) >= 0 ? 'right' : 'left',
            formatter: `${(value ?? 0) > 0 ? '+' : ''}${(value ?? 0).toFixed(2)}`,
            ...text,
          },
        })),
      },
    ],
  }
}

function linesOption({ categories, series }: ChartBlock): EChartsCoreOption {
  return {
    animation: false,
    textStyle: text,
    legend: { top: 0, left: 0, textStyle: text },
    grid: { left: 8, right: 16, top: 44, bottom: 8 },
    xAxis: { type: 'category', data: [...categories], axisLabel: { ...text, color: '#52607A' } },
    yAxis: { type: 'value', scale: true, axisLabel: { ...text, color: '#52607A' } },
    series: series.map(({ name, values }, i) => ({
      type: 'line',
      name,
      data: [...values],
      symbol: 'none',
      lineStyle: {
        width: 3,
        color: i === 0 ? colours.up : colours.second,
        type: i === 0 ? 'solid' : 'dashed',
      },
      itemStyle: { color: i === 0 ? colours.up : colours.second },
    })),
  }
}
