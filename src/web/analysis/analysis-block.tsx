import type { AnalysisBlock } from '#contract/analysis.ts'
import type { EChartsOption } from 'echarts'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { colors } from '../theme.ts'
import { Chart } from '../ui/chart.tsx'
import { PathLink } from '../ui/path-link.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { pullsChart } from '../watching/pulls-chart.ts'
import styles from './analysis-page.module.css'

type Parts = Extract<AnalysisBlock, { kind: 'paragraph' }>['parts']

/** A title, heading, paragraph, table or chart of the analysis. */
export function AnalysisBlockView({
  block,
  asOf,
}: {
  block: AnalysisBlock
  asOf: string | undefined
}) {
  switch (block.kind) {
    case 'title':
      return (
        <h2 className={styles.title}>
          <Words parts={block.parts} asOf={asOf} />
        </h2>
      )
    case 'heading':
      return (
        <h3 className={styles.heading}>
          <Words parts={block.parts} asOf={asOf} />
        </h3>
      )
    case 'paragraph':
      return (
        <p className={styles.paragraph}>
          <Words parts={block.parts} asOf={asOf} />
        </p>
      )
    case 'table':
      return <TableBlock block={block} asOf={asOf} />
    case 'chart':
      return <ChartBlock block={block} />
  }
}

function Words({ parts, asOf }: { parts: Parts; asOf: string | undefined }) {
  const text = useTranslations('analysis')
  return parts.map((part, i) => {
    const path = pathOf(part, asOf)
    if (path === undefined) return part.text
    return (
      <PathLink key={`${part.text} ${i}`} path={path} className={styles.figure}>
        <span title={text('source')}>{part.text}</span>
      </PathLink>
    )
  })
}

/** Where a stretch leads: what its figure came from, or the page that shows how it was computed. */
function pathOf({ figure, page }: Parts[number], asOf: string | undefined): string | undefined {
  if (!figure) return page
  const query = new URLSearchParams({ ...figure, ...(asOf !== undefined && { asOf }) })
  return `/figures/lineage?${query.toString()}`
}

function TableBlock({
  block,
  asOf,
}: {
  block: Extract<AnalysisBlock, { kind: 'table' }>
  asOf: string | undefined
}) {
  return (
    <figure className={styles.table}>
      <figcaption>{block.caption}</figcaption>
      <ScrollRegion label={block.caption} className={styles.frame}>
        <table>
          <thead>
            <tr>
              {block.head.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, i) => (
              <tr key={`${i} ${row[0]?.map(({ text }) => text).join('')}`}>
                {row.map((parts, column) => (
                  <td key={block.head[column]}>
                    <Words parts={parts} asOf={asOf} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </figure>
  )
}

function ChartBlock({ block }: { block: Extract<AnalysisBlock, { kind: 'chart' }> }) {
  const text = useTranslations('analysis')
  const option = useMemo(() => optionOf(block, text('allAbove')), [block, text])
  return (
    <figure className={styles.chart}>
      <Chart
        option={option}
        height={block.chart === 'pulls' ? Math.max(200, 60 + block.categories.length * 28) : 260}
        label={block.caption}
      />
      <figcaption>{block.caption}</figcaption>
    </figure>
  )
}

function optionOf(
  { chart, categories, series }: Extract<AnalysisBlock, { kind: 'chart' }>,
  total: string,
): EChartsOption {
  if (chart === 'pulls') {
    const values = series[0]?.values ?? []
    const bars = categories.map((name, i) => ({ name, points: values[i] ?? 0 }))
    return pullsChart(bars, total)
  }
  const shades = [colors.brand, colors.target] as const
  return {
    legend: { top: 0, left: 0 },
    grid: { left: 48, right: 16, top: 36, bottom: 28 },
    xAxis: { type: 'category', data: [...categories] },
    yAxis: { type: 'value', scale: true },
    series: series.map(({ name, values }, i) => ({
      type: 'line' as const,
      name,
      symbol: 'none',
      data: [...values],
      lineStyle: { color: shades[i] ?? colors.ink2, width: 2 },
      itemStyle: { color: shades[i] ?? colors.ink2 },
    })),
  }
}
