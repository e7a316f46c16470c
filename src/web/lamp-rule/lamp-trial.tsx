import type { Reply } from '#contract/route.ts'
import type { tryLampRule } from '#contract/lamp-rule.ts'
import type { Period } from '#core/period/period.ts'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { TargetLamp } from '../watching/lamp-of.tsx'
import { usePeriodName } from '../watching/use-period-name.ts'
import styles from '../watching/watching.module.css'
import own from './lamp-rule.module.css'

type Outcome = Reply<typeof tryLampRule>
type TriedTarget = Outcome['targets'][number]

const lamps = ['normal', 'warning', 'behind', 'unreported'] as const

/** What past months would have shown: counts month by month, then the targets whose lamp changes. */
export function LampTrial({ outcome }: { outcome: Outcome }) {
  const text = useTranslations('lampRule')
  const nameOf = usePeriodName()
  const [show, setShow] = useState<'changed' | 'all'>('changed')
  const changes = outcome.periods.reduce((sum, { changed }) => sum + changed.length, 0)
  const targets = outcome.targets.filter(
    ({ lamps: own }) => show === 'all' || own.some(({ now, tried }) => now !== tried),
  )
  return (
    <section className={own.trial} aria-label={text('trial')}>
      <h3>
        {text('trial')}：{changes === 0 ? text('none') : text('changed', { count: changes })}
      </h3>
      <DataTable<Outcome['periods'][number]>
        label={text('trial')}
        rows={outcome.periods}
        rowKey="period"
        size="small"
        empty={text('empty')}
        columns={[
          { title: text('month'), render: (_, { period }) => nameOf(period) },
          ...lamps.map((lamp) => ({
            title: <TargetLamp lamp={lamp} />,
            align: 'right' as const,
            key: lamp,
            render: (_: unknown, { now, tried }: Outcome['periods'][number]) => (
              <Count from={now[lamp]} to={tried[lamp]} />
            ),
          })),
          {
            title: text('change'),
            align: 'right',
            render: (_, { changed }) => changed.length,
          },
        ]}
      />
      <div className={styles.tableHead}>
        <h3>{text('change')}</h3>
        <Segmented
          size="small"
          value={show}
          onChange={setShow}
          aria-label={text('change')}
          options={[
            { value: 'changed', label: text('onlyChanged') },
            { value: 'all', label: text('allTargets') },
          ]}
        />
      </div>
      <DataTable<TriedTarget>
        label={text('change')}
        rows={targets}
        rowKey="id"
        size="small"
        empty={text('none')}
        columns={[
          {
            title: text('target'),
            render: (_, { indicator, scope, isBinding }) => (
              <>
                {scope && !indicator.startsWith(scope) ? `${scope}${indicator}` : indicator}{' '}
                {isBinding && <Badge tone="brand">{text('binding')}</Badge>}
              </>
            ),
          },
          ...outcome.periods.map(({ period }) => ({
            title: nameOf(period),
            key: period,
            render: (_: unknown, { lamps: own }: TriedTarget) => (
              <Change lamps={own} period={period} />
            ),
          })),
        ]}
      />
    </section>
  )
}

function Count({ from, to }: { from: number; to: number }) {
  if (from === to) return from
  return (
    <>
      {from} → <b>{to}</b>
    </>
  )
}

function Change({ lamps: all, period }: { lamps: TriedTarget['lamps']; period: Period }) {
  const one = all.find((each) => each.period === period)
  if (!one) return '—'
  if (one.now === one.tried) return <TargetLamp lamp={one.now} />
  return (
    <span className={own.change}>
      <TargetLamp lamp={one.now} />
      <span aria-hidden="true">→</span>
      <TargetLamp lamp={one.tried} />
    </span>
  )
}
