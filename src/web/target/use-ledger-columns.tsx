import type { MeasuredTarget } from '#contract/target-binding.ts'
import type { LedgerTarget } from '#contract/target.ts'
import type { TableColumnsType, TableColumnType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Term } from '../help/term.tsx'
import type { LedgerSearch } from '../search.ts'
import { GrowthCells } from './growth-cells.tsx'
import { baselineWords, type LedgerRow } from './ledger-rows.ts'
import styles from './ledger-table.module.css'
import { MeasuredCell } from './measured-cell.tsx'
import { SourceChip } from './source-chip.tsx'
import { YearCells } from './year-cells.tsx'

/** The columns of the ledger; a group's line spans them all. */
export function useLedgerColumns({
  years,
  search,
  severalRegions,
  measured,
  onOpen,
}: {
  years: readonly number[]
  search: LedgerSearch
  severalRegions: boolean
  /** The latest figures by the id of the target; nothing while they are not known. */
  measured: ReadonlyMap<string, MeasuredTarget> | undefined
  onOpen: (id: string) => void
}): TableColumnsType<LedgerRow> {
  const text = useTranslations('ledger')
  const paths = useTranslations('path')
  const order = search.order === 'down' ? ('descend' as const) : ('ascend' as const)

  const sortable = (key: string): TableColumnType<LedgerRow> => ({
    sorter: true,
    sortOrder: search.sort === key ? order : null,
  })
  const right = { align: 'right' as const, className: styles.figure ?? '' }

  const rest = [
    ...(severalRegions && search.group !== 'region'
      ? [column('region', text('region'), ({ region }) => region.name, sortable('region'))]
      : []),
    ...(search.group === 'category'
      ? []
      : [
          column(
            'category',
            text('category'),
            ({ content }) => (
              <span className={styles.clamped} title={content.category}>
                {content.category ?? '—'}
              </span>
            ),
            {
              ...sortable('category'),
              className: styles.category ?? '',
            },
          ),
        ]),
    column('unit', text('unit'), ({ content }) => content.unit ?? '—'),
    column('attribute', text('attribute'), ({ content }) => content.attribute ?? '—', {
      title: <Term name="attribute">{text('attribute')}</Term>,
      className: styles.figure ?? '',
    }),
    column(
      'baseline',
      text('baseline'),
      ({ content }) => (
        <>
          {baselineWords(content)}
          {content.baseline && <small className={styles.year}>{content.baseline.year}</small>}
        </>
      ),
      right,
    ),
    ...(measured && measured.size > 0
      ? [
          column(
            'measured',
            text('measured'),
            ({ id }) => <MeasuredCell measured={measured.get(id)} asOf={search.asOf} />,
            right,
          ),
        ]
      : []),
    ...years.map((year) =>
      column(
        `year-${year}`,
        String(year),
        ({ content }) => <YearCells content={content} year={year} />,
        right,
      ),
    ),
    column('growth', text('growth'), ({ content }) => <GrowthCells content={content} />, right),
    column('path', text('path'), ({ path, pathChosen }) => (
      <>
        {paths(path)}
        {pathChosen && <small className={styles.year}>{text('chosen')}</small>}
      </>
    )),
    column('source', text('source'), (target) => (
      <SourceChip target={target} onOpen={() => onOpen(target.id)} />
    )),
  ]
  const first: TableColumnType<LedgerRow> = {
    key: 'indicator',
    title: text('indicator'),
    className: styles.indicator ?? '',
    ...sortable('indicator'),
    onCell: (row) => (row.kind === 'group' ? { colSpan: rest.length + 1 } : {}),
    render: (_, row) =>
      row.kind === 'group' ? (
        <strong className={styles.group}>
          {row.name || text('withoutGroup')} <span>{row.count}</span>
        </strong>
      ) : (
        <button type="button" className={styles.name} onClick={() => onOpen(row.target.id)}>
          {row.target.content.indicator}
          {row.target.content.scope && <small>{row.target.content.scope.name}</small>}
        </button>
      ),
  }
  return [first, ...rest]
}

function column(
  key: string,
  title: string,
  show: (target: LedgerTarget) => ReactNode,
  more: TableColumnType<LedgerRow> = {},
): TableColumnType<LedgerRow> {
  return {
    key,
    title,
    ...more,
    onCell: (row) => (row.kind === 'group' ? { colSpan: 0 } : {}),
    render: (_, row) => (row.kind === 'group' ? undefined : show(row.target)),
  }
}
