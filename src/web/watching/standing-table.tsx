import type { Standing } from '#contract/watching.ts'
import { Link } from '@tanstack/react-router'
import type { TableColumnsType } from 'antd'
import { useTranslations } from 'use-intl'
import { BulletBar } from '../ui/bullet-bar.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { readableDecimals, share, shown, signedShare } from './figure-words.ts'
import { lampStates, TargetLamp } from './lamp-of.tsx'
import { usePeriodName } from './use-period-name.ts'
import styles from './watching.module.css'

/** All targets against their paths, a row each. */
export function StandingTable({
  standings,
  region,
  empty,
}: {
  standings: readonly Standing[]
  region: string
  empty: string
}) {
  const text = useTranslations('watching')
  return (
    <DataTable<Standing>
      label={text('table')}
      rows={standings}
      rowKey="id"
      columns={useColumns(region)}
      empty={empty}
    />
  )
}

function useColumns(region: string): TableColumnsType<Standing> {
  const text = useTranslations('watching')
  const nameOf = usePeriodName()
  return [
    {
      title: text('columns.indicator'),
      key: 'indicator',
      render: (_, standing) => (
        <>
          <Link to="/watching/targets/$region/$targetId" params={{ region, targetId: standing.id }}>
            {standing.indicator}
          </Link>{' '}
          <small className={styles.unit}>{standing.unit}</small>
          {standing.scope && <div className={styles.scope}>{standing.scope}</div>}
        </>
      ),
    },
    {
      title: text('columns.actual'),
      key: 'actual',
      align: 'right',
      render: (_, { actual, decimals }) => (
        <b>{shown(actual, readableDecimals(actual, decimals))}</b>
      ),
    },
    {
      title: text('columns.planned'),
      key: 'planned',
      align: 'right',
      render: (_, { planned, decimals }) => shown(planned, readableDecimals(planned, decimals)),
    },
    {
      title: text('columns.deviation'),
      key: 'deviation',
      align: 'right',
      render: (_, { deviation }) => signedShare(deviation),
    },
    {
      title: text('columns.progress'),
      key: 'progress',
      width: 236,
      render: (_, standing) => <Progress standing={standing} />,
    },
    {
      title: text('columns.growth'),
      key: 'growth',
      align: 'right',
      render: (_, { growth }) => signedShare(growth),
    },
    {
      title: text('columns.outlook'),
      key: 'outlook',
      align: 'right',
      render: (_, { outlook, decimals }) =>
        outlook && (
          <>
            {shown(outlook.mean, readableDecimals(outlook.mean, decimals))}
            {outlook.probability !== undefined && (
              <div className={styles.scope}>
                {text('probability', { share: share(outlook.probability) })}
              </div>
            )}
          </>
        ),
    },
    {
      title: text('columns.lamp'),
      key: 'lamp',
      render: (_, { lamp, reasons, measure }) => (
        <>
          <TargetLamp lamp={lamp} />
          {lamp === 'unreported' && reasons[0] && (
            <div className={styles.scope}>{text(`reason.${reasons[0]}`)}</div>
          )}
          {!measure && lamp !== 'unreported' && (
            <div className={styles.scope}>{text('reason.not-bound')}</div>
          )}
        </>
      ),
    },
    {
      title: text('columns.period'),
      key: 'period',
      render: (_, { period }) => (
        <span className={styles.unit}>{period === undefined ? '—' : nameOf(period)}</span>
      ),
    },
  ]
}

function Progress({ standing }: { standing: Standing }) {
  const text = useTranslations('watching')
  const { actual, planned, yearGoal, outlook, lamp, indicator, unit, decimals } = standing
  if (yearGoal === undefined || yearGoal <= 0) {
    return <span className={styles.scope}>{text('noGoal')}</span>
  }
  return (
    <BulletBar
      state={lampStates[lamp]}
      label={text('chartLabel', {
        name: indicator,
        period: standing.period ?? '',
        actual: shown(actual, decimals),
        planned: shown(planned, decimals),
        unit,
      })}
      bullet={{
        target: yearGoal,
        ...(actual !== undefined && { actual }),
        ...(planned !== undefined && { due: planned }),
        ...(outlook && {
          forecast: { low: outlook.lower80, middle: outlook.mean, high: outlook.upper80 },
        }),
      }}
    />
  )
}
