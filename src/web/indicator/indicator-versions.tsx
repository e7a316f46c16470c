import type { IndicatorVersion } from '#contract/indicator.ts'
import { useTranslations } from 'use-intl'
import { dayOf } from '../ui/china-day.ts'
import { DataTable } from '../ui/data-table.tsx'
import styles from '../watching/watching.module.css'

/** Every version of an indicator, latest first: who wrote it, why, and the formula it had. */
export function IndicatorVersions({ versions }: { versions: readonly IndicatorVersion[] }) {
  const text = useTranslations('indicators')
  return (
    <section className={styles.panel}>
      <h2>{text('history')}</h2>
      <DataTable<IndicatorVersion>
        label={text('history')}
        rows={versions}
        rowKey="version"
        size="small"
        empty={text('none')}
        columns={[
          {
            title: text('columns.version'),
            render: (_, { version }) => text('version', { version }),
          },
          { title: text('day'), render: (_, { at }) => dayOf(at) },
          {
            title: text('by'),
            render: (_, { shipped, by }) => (shipped ? text('shipped') : (by?.name ?? '—')),
          },
          {
            title: text('columns.formula'),
            render: (_, { definition }) =>
              definition.formula === undefined ? '—' : <code>{definition.formula}</code>,
          },
          { title: text('why'), render: (_, { why }) => why ?? '—' },
        ]}
      />
    </section>
  )
}
