import type { Reply } from '#contract/route.ts'
import type { targetStanding, tryPath } from '#contract/watching.ts'
import { useTranslations } from 'use-intl'
import { DataTable } from '../ui/data-table.tsx'
import { readableDecimals, shown, signedShare } from './figure-words.ts'
import { TargetLamp } from './lamp-of.tsx'
import { usePeriodName } from './use-period-name.ts'
import styles from './watching.module.css'

type Target = Reply<typeof targetStanding>

/** What the path tried would ask for, beside what the one in use asks for. */
export function PathTrial({ target, trial }: { target: Target; trial: Reply<typeof tryPath> }) {
  const text = useTranslations('trajectory')
  const words = useTranslations('watching')
  const nameOf = usePeriodName(true)
  const { standing } = target
  const figure = (value: number | undefined): string =>
    shown(value, readableDecimals(value, standing.decimals))
  const rows = [
    ...trial.curve.map(({ period, planned }) => ({
      key: period as string,
      name: nameOf(period),
      now: target.curve.find((point) => point.period === period)?.planned,
      tried: planned,
    })),
    ...trial.years.map(({ year, planned }) => ({
      key: `year ${year}`,
      name: text('yearEnd', { year }),
      now: target.years.find((each) => each.year === year)?.planned,
      tried: planned,
    })),
  ]
  return (
    <section className={styles.trial} aria-label={text('trial')}>
      <h3>{text('trial')}</h3>
      <p>
        {words('columns.deviation')} {signedShare(standing.deviation)} →{' '}
        <b>{signedShare(trial.standing.deviation)}</b>　
        <TargetLamp lamp={standing.lamp} /> → <TargetLamp lamp={trial.standing.lamp} />
      </p>
      {trial.standing.reasons.map((reason) => (
        <p key={reason} className={styles.scope}>
          {words(`reason.${reason}`)}
        </p>
      ))}
      <DataTable
        label={text('trial')}
        rows={rows}
        rowKey="key"
        size="small"
        empty={words('nothing')}
        columns={[
          { title: text('period'), dataIndex: 'name' },
          { title: text('now'), align: 'right', render: (_, { now }) => figure(now) },
          {
            title: text('tried'),
            align: 'right',
            render: (_, { now, tried }) => (now === tried ? figure(tried) : <b>{figure(tried)}</b>),
          },
        ]}
      />
    </section>
  )
}
