import type { Period } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Reply } from '#contract/route.ts'
import type { growthCauses } from '#contract/analysis.ts'
import type { ChartLook } from '../ui/chart-look.ts'
import { Chart } from '../ui/chart.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { causesOfGrowth } from './queries.ts'
import { pullBars, pullsChart } from './pulls-chart.ts'
import styles from './watching.module.css'

const ways = ['industry', 'park', 'town', 'chain', 'enterprise'] as const

/** Which industries, parks, chains or enterprises the growth of a sum comes from. */
export function GrowthPulls({
  indicator,
  period,
  asOf,
  subject,
  height = 330,
}: {
  indicator: string
  period: Period
  asOf?: string | undefined
  subject?:
    | { readonly kind: 'park' | 'town' | 'industry' | 'chain'; readonly code: string }
    | undefined
  height?: number
}) {
  const text = useTranslations('watching')
  const [by, setBy] = useState<(typeof ways)[number]>('industry')
  const query = useQuery(
    causesOfGrowth({
      indicator,
      period,
      by,
      ...(asOf !== undefined && { asOf }),
      ...(subject && { subject: subject.kind, code: subject.code }),
    }),
  )
  return (
    <>
      <Segmented
        size="small"
        value={by}
        onChange={setBy}
        options={ways.map((way) => ({ value: way, label: text(`by.${way}`) }))}
        aria-label={text('growthOf')}
        className={styles.ways ?? ''}
      />
      <QueryState query={query}>
        {(causes) => <PullsChart causes={causes} height={height} />}
      </QueryState>
    </>
  )
}

/** The pulls as bars lying on their side, all of them adding up to the growth. */
export function PullsChart({
  causes,
  height,
  look,
  most,
}: {
  causes: Reply<typeof growthCauses>
  height: number
  look?: ChartLook
  most?: number
}) {
  const text = useTranslations('watching')
  const bars = useMemo(
    () =>
      pullBars([...causes.pulls, ...(causes.others ? [causes.others] : [])], text('others'), most),
    [causes, text, most],
  )
  const option = useMemo(() => pullsChart(bars, text('total'), look), [bars, text, look])
  if (causes.growthPoints === undefined) return <p className={styles.scope}>{text('nothing')}</p>
  const label = bars.map(({ name, points }) => `${name} ${points}`).join('，')
  return <Chart option={option} height={height} label={`${text('pulls')}：${label}`} />
}
