import type { MeasuredTarget } from '#contract/target-binding.ts'
import type { LedgerTarget } from '#contract/target.ts'
import type { TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { LedgerSearch } from '../search.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { type LedgerRow, ledgerRows, milestoneYears } from './ledger-rows.ts'
import styles from './ledger-table.module.css'
import { useLedgerColumns } from './use-ledger-columns.tsx'

const sorts = ['document', 'indicator', 'category', 'scope', 'region'] as const

/** The ledger with a column for every year that occurs. */
export function LedgerTable({
  targets,
  search,
  measured,
  onChange,
}: {
  targets: readonly LedgerTarget[]
  search: LedgerSearch
  measured: ReadonlyMap<string, MeasuredTarget> | undefined
  onChange: (next: LedgerSearch) => void
}) {
  const text = useTranslations('ledger')
  const rows = useMemo(() => ledgerRows(targets, search.group), [targets, search.group])
  const years = useMemo(() => milestoneYears(targets), [targets])
  const columns: TableColumnsType<LedgerRow> = useLedgerColumns({
    years,
    search,
    measured,
    severalRegions: new Set(targets.map(({ region }) => region.code)).size > 1,
    onOpen: (id) => onChange({ target: id }),
  })
  return (
    <DataTable<LedgerRow>
      label={text('title')}
      rowKey="key"
      rows={rows}
      columns={columns}
      size="small"
      isLong
      rowClassName={(row) => (row.kind === 'group' ? (styles.groupRow ?? '') : '')}
      pagination={rows.length > 200 ? { pageSize: 200, showSizeChanger: false } : false}
      onChange={(_, __, sorter) => {
        const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter
        onChange(
          order
            ? {
                sort: sorts.find((one) => one === columnKey),
                order: order === 'descend' ? 'down' : undefined,
              }
            : { sort: undefined, order: undefined },
        )
      }}
      empty={
        <EmptyState
          title={text('none')}
          hint={text('noneHint')}
          action={
            <LinkButton to="/import" look="primary">
              {text('import')}
            </LinkButton>
          }
        />
      }
    />
  )
}
