import type { prosperityIndex } from '#contract/analysis.ts'
import type { Reply } from '#contract/route.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { EChartsOption } from 'echarts'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { colors } from '../theme.ts'
import { Chart } from '../ui/chart.tsx'
import { AsOfBand, AsOfPicker } from '../ui/as-of.tsx'
import { Badge } from '../ui/badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { shown, signedShare } from '../watching/figure-words.ts'
import { usePeriodName } from '../watching/use-period-name.ts'
import styles from '../watching/watching.module.css'
import { prosperity } from './queries.ts'

const route = getRouteApi('/prosperity')

type Points = Reply<typeof prosperityIndex>['points']

/** How many grow, and how hot the main indicators are. */
export function ProsperityPage() {
  const text = useTranslations('prosperity')
  const { asOf } = route.useSearch()
  const navigate = route.useNavigate()
  const onAsOf = (day: string | undefined) =>
    void navigate({ search: { asOf: day }, replace: true, resetScroll: false })
  const query = useQuery(prosperity(asOf))
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={<AsOfPicker asOf={asOf} onAsOf={onAsOf} />}
      />
      <AsOfBand asOf={asOf} onAsOf={onAsOf} />
      <QueryState query={query}>
        {({ points }) =>
          points.length === 0 ? <EmptyState title={text('none')} /> : <Body points={points} />
        }
      </QueryState>
    </>
  )
}

function Body({ points }: { points: Points }) {
  const text = useTranslations('prosperity')
  const nameOf = usePeriodName()
  const option = useMemo(
    () => chartOf(points, text('diffusion'), text('composite'), nameOf),
    [points, text, nameOf],
  )
  const last = points.at(-1)
  return (
    <>
      <section className={styles.panel} style={{ marginBottom: 12 }}>
        <div className={styles.facts} style={{ marginBottom: 0 }}>
          <div className={styles.fact}>
            <span>
              {last && nameOf(last.period)} {text('diffusion')}
            </span>
            <strong>{shown(last?.diffusion, 1)}</strong>
            <span>{text('counted', { count: last?.counted ?? 0 })}</span>
          </div>
          <div className={styles.fact}>
            <span>{text('composite')}</span>
            <strong>{shown(last?.index, 1)}</strong>
            {last?.heat && <HeatBadge heat={last.heat} />}
          </div>
        </div>
      </section>
      <section className={styles.panel} style={{ marginBottom: 12 }}>
        <Chart
          option={option}
          height={300}
          label={`${text('diffusion')} ${shown(last?.diffusion, 1)}，${text('composite')} ${shown(last?.index, 1)}`}
        />
      </section>
      <h2 className={styles.scope}>{text('parts')}</h2>
      <DataTable<Part>
        label={text('parts')}
        rows={last?.parts ?? []}
        rowKey="indicator"
        empty={text('none')}
        columns={[
          { title: text('indicator'), dataIndex: 'name' },
          {
            title: text('growth'),
            align: 'right',
            render: (_, { growth }) => signedShare(growth),
          },
          ...points.slice(-signalMonths).map(({ period, parts }) => ({
            title: nameOf(period),
            key: period,
            render: (_: unknown, { indicator }: Part) => {
              const part = parts.find((each) => each.indicator === indicator)
              return part ? <HeatBadge heat={part.heat} /> : '—'
            },
          })),
        ]}
      />
    </>
  )
}

/** How many months of signals stand beside each other. */
const signalMonths = 6

type Part = Points[number]['parts'][number]

const heats = {
  overheated: { tone: 'bad', shape: 'triangle' },
  warm: { tone: 'warn', shape: 'dot' },
  steady: { tone: 'ok', shape: 'check' },
  cool: { tone: 'brand', shape: 'dot' },
  cold: { tone: 'brand', shape: 'dashed' },
} as const

/** How hot an indicator runs, in word, shape and colour; red is too hot here, not bad. */
function HeatBadge({ heat }: { heat: Part['heat'] }) {
  const text = useTranslations('prosperity.heat')
  return <Badge {...heats[heat]}>{text(heat)}</Badge>
}

function chartOf(
  points: Points,
  diffusion: string,
  composite: string,
  nameOf: (period: Points[number]['period']) => string,
): EChartsOption {
  const line = { type: 'line' as const, symbol: 'none' }
  return {
    legend: { top: 0, left: 0 },
    grid: { left: 44, right: 44, top: 36, bottom: 28 },
    xAxis: { type: 'category', data: points.map(({ period }) => nameOf(period)) },
    yAxis: [
      // 50 of one and 100 of the other are the same line.
      { type: 'value', min: 0, max: 100, interval: 25 },
      { type: 'value', min: 30, max: 170, interval: 35, splitLine: { show: false } },
    ],
    series: [
      {
        ...line,
        name: diffusion,
        data: points.map((point) => point.diffusion ?? null),
        lineStyle: { color: colors.brand, width: 2.4 },
        itemStyle: { color: colors.brand },
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: colors.target, type: 'dashed' },
          data: [{ yAxis: 50 }],
        },
      },
      {
        ...line,
        name: composite,
        yAxisIndex: 1,
        data: points.map((point) => point.index ?? null),
        lineStyle: { color: colors.down, width: 2, type: 'dotted' },
        itemStyle: { color: colors.down },
      },
    ],
  }
}
