import type { Period } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { wallLook } from '../ui/chart-look.ts'
import { QueryState } from '../ui/query-state.tsx'
import { PullsChart } from '../watching/growth-pulls.tsx'
import { causesOfGrowth } from '../watching/queries.ts'
import styles from './screen.module.css'

/** Which industries the growth of output comes from. */
export function ScreenPulls({ period, asOf }: { period: Period; asOf: string | undefined }) {
  const text = useTranslations('watching')
  const query = useQuery(
    causesOfGrowth({
      indicator: 'industrial-output',
      period,
      by: 'industry',
      ...(asOf !== undefined && { asOf }),
    }),
  )
  return (
    <div className={styles.panel}>
      <h2>
        {text('growthOf')} · {text('pulls')}
      </h2>
      <QueryState query={query}>
        {(causes) => <PullsChart causes={causes} height={740} look={wallLook} most={9} />}
      </QueryState>
    </div>
  )
}
