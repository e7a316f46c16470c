import type { Organisation } from '#contract/organisation.ts'
import { Button, type TableColumnsType } from 'antd'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { formerNames, type OrganisationRow } from './organisation-rows.ts'
import styles from './organisations-page.module.css'

/** The tree of units; each opens beside it. */
export function OrganisationTable({
  rows,
  day,
  isEmpty,
  onChoose,
}: {
  rows: readonly OrganisationRow[]
  day: string
  /** There is no unit at all, found or not. */
  isEmpty: boolean
  onChoose: (id: string) => void
}) {
  const text = useTranslations('organisations')
  const columns: TableColumnsType<OrganisationRow> = [
    {
      title: text('name'),
      key: 'name',
      render: (_, unit) => (
        <span className={styles.name}>
          <Button
            type="link"
            size="small"
            className={styles.link ?? ''}
            aria-label={text('open', { name: unit.name })}
            onClick={() => onChoose(unit.id)}
          >
            {unit.name}
          </Button>
          <Ending unit={unit} day={day} />
        </span>
      ),
    },
    { title: text('kind'), key: 'kind', render: (_, { kind }) => text(`kinds.${kind}`) },
    { title: text('code'), dataIndex: 'code' },
    { title: text('aliases'), key: 'aliases', render: (_, { aliases }) => aliases.join('、') },
    { title: text('former'), key: 'former', render: (_, unit) => formerNames(unit).join('、') },
    { title: text('from'), key: 'from', render: (_, { stages }) => stages[0]?.from },
  ]
  return (
    <DataTable
      label={text('title')}
      rowKey="id"
      rows={rows}
      columns={columns}
      className={styles.tree ?? ''}
      expandable={{ defaultExpandAllRows: true, indentSize: 12 }}
      empty={
        isEmpty ? (
          <EmptyState title={text('empty')} hint={text('emptyHint')} />
        ) : (
          <EmptyState title={text('none')} hint={text('noneHint')} />
        )
      }
    />
  )
}

/** Says of a unit that is not there on the day shown why it is not. */
export function Ending({ unit, day }: { unit: Organisation; day: string }) {
  const text = useTranslations('organisations')
  if (unit.isThere) return null
  const isOver = unit.to !== undefined && unit.to < day
  return (
    <Badge tone="none" shape={isOver ? 'cross' : 'dashed'}>
      {text(isOver ? 'ended' : 'notYet')}
    </Badge>
  )
}
