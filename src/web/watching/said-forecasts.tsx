import type { Reply } from '#contract/route.ts'
import { sayForecast, type targetStanding } from '#contract/watching.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { dayOf } from '../ui/china-day.ts'
import { DataTable } from '../ui/data-table.tsx'
import { ForecastDialog } from './forecast-dialog.tsx'
import { readableDecimals, shown, signedShare } from './figure-words.ts'
import { useWithdrawForecast } from './queries.ts'
import { usePeriodName } from './use-period-name.ts'
import styles from './watching.module.css'

type Target = Reply<typeof targetStanding>
type Forecast = Target['forecasts'][number]

/** What people forecast beside what was computed then; when the figure comes, both are scored. */
export function SaidForecasts({ target, region }: { target: Target; region: string }) {
  const text = useTranslations('saidForecast')
  const nameOf = usePeriodName(true)
  const [isSaying, setSaying] = useState(false)
  const maySay = useMay(sayForecast)
  const withdraw = useWithdrawForecast()
  const { standing, forecasts, forecastScore: score } = target
  const figure = (value: number | undefined): string =>
    shown(value, readableDecimals(value, standing.decimals))
  return (
    <section className={styles.panel} style={{ marginBottom: 12 }}>
      <div className={styles.panelHead}>
        <h2>
          {text('title')} <small>{standing.unit}</small>
        </h2>
        {maySay && target.curve.length > 0 && (
          <Button size="small" onClick={() => setSaying(true)}>
            {text('say')}
          </Button>
        )}
      </div>
      <p className={styles.scope}>
        {text('note')}
        {score &&
          ` ${text('score', { count: score.count, said: percent(score.said) })}${
            score.computed === undefined
              ? ''
              : text('scoreComputed', { computed: percent(score.computed) })
          }`}
      </p>
      <DataTable<Forecast>
        label={text('title')}
        rows={forecasts}
        rowKey="id"
        size="small"
        empty={text('none')}
        columns={[
          { title: text('period'), render: (_, { period }) => nameOf(period) },
          {
            title: text('value'),
            align: 'right',
            render: (_, { value }) => <b>{figure(value)}</b>,
          },
          {
            title: text('computed'),
            align: 'right',
            render: (_, { computed }) =>
              computed
                ? `${figure(computed.mean)}（${figure(computed.lower80)}—${figure(computed.upper80)}）`
                : '—',
          },
          { title: text('actual'), align: 'right', render: (_, { actual }) => figure(actual) },
          {
            title: text('errors'),
            align: 'right',
            render: (_, { error, computedError }) =>
              error === undefined
                ? text('notYet')
                : `${signedShare(error)} / ${signedShare(computedError)}`,
          },
          {
            title: text('why'),
            render: (_, { why, by, at }) => (
              <>
                {why}
                <div className={styles.scope}>
                  {by.name} · {dayOf(at)}
                </div>
              </>
            ),
          },
          {
            title: text('withdraw'),
            render: (_, { id, actual }) =>
              maySay &&
              actual === undefined && (
                <Button
                  size="small"
                  type="link"
                  loading={withdraw.isPending}
                  onClick={() => withdraw.mutate({ id })}
                >
                  {text('withdraw')}
                </Button>
              ),
          },
        ]}
      />
      {isSaying && (
        <ForecastDialog target={target} region={region} onClose={() => setSaying(false)} />
      )}
    </section>
  )
}

function percent(ratio: number): string {
  return `${shown(ratio * 100, 1)}%`
}
