import type { MatterSummary } from '#contract/matter.ts'
import type { MatterId } from '#core/id.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { MatterSearch } from '../search.ts'
import { DataTable } from '../ui/data-table.tsx'
import { ColourBadge } from './colour-badge.tsx'
import { DueWords } from './due-words.tsx'
import styles from './matters.module.css'

type Sort = NonNullable<MatterSearch['sort']>

/** Matters, a row each; marked rows can be acted on together. */
export function MatterTable({
  matters,
  empty,
  marked,
  sort,
  order,
  onMark,
  onSort,
}: {
  matters: readonly MatterSummary[]
  empty: ReactNode
  marked?: readonly MatterId[]
  sort?: Sort
  order?: 'up' | 'down'
  onMark?: (marked: readonly MatterId[]) => void
  onSort?: (next: Pick<MatterSearch, 'sort' | 'order'>) => void
}) {
  const text = useTranslations('matters')
  const sorted = (key: Sort) =>
    onSort && {
      key,
      sorter: true,
      showSorterTooltip: false,
      sortOrder:
        sort === key ? (order === 'down' ? ('descend' as const) : ('ascend' as const)) : null,
    }
  return (
    <DataTable<MatterSummary>
      label={text('title')}
      rows={matters}
      rowKey="id"
      empty={empty}
      {...(onMark && {
        rowSelection: {
          selectedRowKeys: [...(marked ?? [])],
          onChange: (keys) => onMark(keys.map((key) => key as MatterId)),
          getCheckboxProps: ({ title }) => ({ name: title, 'aria-label': title }),
        },
      })}
      onChange={(_pages, _filters, by) => {
        const { columnKey, order: way } = Array.isArray(by) ? (by[0] ?? {}) : by
        const key = (['due', 'number'] as const).find((one) => one === columnKey)
        onSort?.({ sort: way ? key : undefined, order: way === 'descend' ? 'down' : undefined })
      }}
      columns={[
        {
          title: text('columns.number'),
          ...sorted('number'),
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
        { title: text('columns.state'), dataIndex: 'stateName', className: 'nowrap' },
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
        {
          title: text('columns.due'),
          ...sorted('due'),
          render: (_, matter) => <DueWords matter={matter} />,
        },
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
