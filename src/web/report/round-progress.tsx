import type { collectionProgress } from '#contract/report.ts'
import type { Reply } from '#contract/route.ts'
import { useTranslations } from 'use-intl'
import { DataTable } from '../ui/data-table.tsx'
import styles from './reports.module.css'

type Unit = Reply<typeof collectionProgress>['units'][number]

const counts = ['asked', 'open', 'submitted', 'returned', 'accepted', 'late', 'estimated'] as const

/** How far the round is, a row for each unit and one for all. */
export function RoundProgress({
  due,
  units,
  onUnit,
}: Reply<typeof collectionProgress> & { onUnit: (code: string) => void }) {
  const text = useTranslations('reports')
  const total = (key: (typeof counts)[number]) => units.reduce((sum, unit) => sum + unit[key], 0)
  return (
    <details className={styles.panel} open={units.length < 12}>
      <summary>
        {text('progressOf', {
          due,
          asked: total('asked'),
          told: total('submitted') + total('accepted'),
          accepted: total('accepted'),
          late: total('late'),
        })}
      </summary>
      <DataTable<Unit>
        label={text('progress')}
        size="small"
        rows={units}
        rowKey="code"
        empty={text('none')}
        columns={[
          {
            title: text('unit'),
            render: (_, { code, name }) => (
              <button type="button" className={styles.link} onClick={() => onUnit(code)}>
                {name}
              </button>
            ),
          },
          ...counts.map((key) => ({
            title: text(`counts.${key}`),
            align: 'right' as const,
            render: (_: unknown, unit: Unit) => unit[key],
          })),
        ]}
      />
    </details>
  )
}
