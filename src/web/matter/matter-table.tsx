import type { MatterSummary } from '#contract/matter.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { DataTable } from '../ui/data-table.tsx'
import { ColourBadge } from './colour-badge.tsx'
import { DueWords } from './due-words.tsx'
import styles from './matters.module.css'

/** Matters, a row each. */
export function MatterTable({
  matters,
  empty,
}: {
  matters: readonly MatterSummary[]
  empty: ReactNode
}) {
  const text = useTranslations('matters')
  return (
    <DataTable<MatterSummary>
      label={text('title')}
      rows={matters}
      rowKey="id"
      empty={empty}
      columns={[
        {
          title: text('columns.number'),
          render: (_, { number }) => (
            <span className={`${styles.note} ${styles.number}`}>{number}</span>
          ),
        },
        {
          title: text('columns.title'),
          render: (_, { id, title, source, chapter }) => (
            <>
              <Link to="/matters/$matterId" params={{ matterId: id }}>
                {title}
              </Link>
              <div className={styles.note}>
                {text(`sources.${source.kind}`)}
                {chapter && ` · ${chapter}`}
              </div>
            </>
          ),
        },
        { title: text('columns.state'), dataIndex: 'stateName' },
        {
          title: text('columns.lead'),
          render: (_, { lead, responsible }) => (
            <>
              {lead?.name ?? text('noLead')}
              {responsible.length > 0 && (
                <div className={styles.note}>{responsible.map(({ name }) => name).join('、')}</div>
              )}
            </>
          ),
        },
        { title: text('columns.due'), render: (_, matter) => <DueWords matter={matter} /> },
        {
          title: text('columns.progress'),
          align: 'right',
          render: (_, { progress }) => (progress === undefined ? '—' : `${progress}%`),
        },
        {
          title: text('columns.lamp'),
          render: (_, { lamp, slip }) => (
            <>
              {lamp && <ColourBadge colour={lamp} />}
              {slip && <ColourBadge colour={slip.code} kind="slips" />}
            </>
          ),
        },
      ]}
    />
  )
}
