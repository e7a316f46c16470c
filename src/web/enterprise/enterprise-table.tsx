import type { EnterpriseRow, EnterpriseWords } from '#contract/enterprise.ts'
import { Link } from '@tanstack/react-router'
import { Table, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useTagName } from './use-tag-name.ts'
import { useTableRoom } from './use-table-room.ts'
import styles from './enterprise.module.css'

/** The list; only the rows in sight are drawn, however many there are. */
export function EnterpriseTable({
  rows,
  words,
  isEmpty,
}: {
  rows: readonly EnterpriseRow[]
  words: EnterpriseWords
  /** There is no enterprise at all, found or not. */
  isEmpty: boolean
}) {
  const text = useTranslations('enterprises')
  const { height, isNarrow } = useTableRoom()
  const columns = useColumns(words, isNarrow)
  if (rows.length === 0) {
    return (
      <EmptyState
        title={text(isEmpty ? 'empty' : 'none')}
        hint={text(isEmpty ? 'emptyHint' : 'noneHint')}
      />
    )
  }
  return (
    <ScrollRegion className={styles.table} label={text('title')}>
      <Table<EnterpriseRow>
        virtual
        size="small"
        rowKey="id"
        pagination={false}
        columns={columns}
        dataSource={rows}
        scroll={{ x: 1320, y: height }}
      />
    </ScrollRegion>
  )
}

function useColumns(words: EnterpriseWords, isNarrow: boolean): TableColumnsType<EnterpriseRow> {
  const text = useTranslations('enterprises')
  const tagName = useTagName(words)
  return useMemo(() => {
    const placeNames = new Map(words.places.map(({ id, name }) => [id, name]))
    const industries = new Map(words.industries.map(({ code, name }) => [code, name]))
    const chains = new Map(words.chains.map(({ code, name }) => [code, name]))
    const placeOf = ({ park, town }: EnterpriseRow): string =>
      [park, town].flatMap((id) => (id ? [placeNames.get(id) ?? ''] : [])).join('、')
    const industryOf = ({ industry }: EnterpriseRow): string =>
      industry === undefined ? '' : `${industry} ${industries.get(industry) ?? ''}`
    const chainsOf = (row: EnterpriseRow): string =>
      row.chains.map((code) => chains.get(code) ?? code).join('、')
    return [
      {
        title: text('name'),
        key: 'name',
        width: isNarrow ? 168 : 240,
        fixed: 'left',
        sorter: (a, b) => inOrder(a.name, b.name),
        render: (_, row) => (
          <span className={styles.name}>
            <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: row.id }}>
              {row.name}
            </Link>
            <Ending row={row} />
          </span>
        ),
      },
      {
        title: text('code'),
        key: 'code',
        width: 196,
        render: (_, { uscc }) => <span className={styles.code}>{uscc ?? '—'}</span>,
      },
      {
        title: text('place'),
        key: 'place',
        width: 168,
        ellipsis: true,
        sorter: (a, b) => inOrder(placeOf(a), placeOf(b)),
        render: (_, row) => placeOf(row),
      },
      {
        title: text('industry'),
        key: 'industry',
        width: 200,
        ellipsis: true,
        sorter: (a, b) => inOrder(a.industry ?? '', b.industry ?? ''),
        render: (_, row) => industryOf(row),
      },
      {
        title: text('size'),
        key: 'size',
        width: 76,
        render: (_, { size }) => (size ? text(`sizes.${size}`) : '—'),
      },
      {
        title: text('listed'),
        key: 'listed',
        width: 84,
        render: (_, { isListed }) =>
          isListed ? (
            <Badge tone="brand" shape="dot">
              {text('above')}
            </Badge>
          ) : (
            '—'
          ),
      },
      {
        title: text('chain'),
        key: 'chain',
        width: 110,
        ellipsis: true,
        render: (_, row) => chainsOf(row),
      },
      {
        title: text('tag'),
        key: 'tag',
        ellipsis: true,
        render: (_, { tags }) => tags.map(tagName).join('、'),
      },
    ] satisfies TableColumnsType<EnterpriseRow>
  }, [text, tagName, words, isNarrow])
}

function inOrder(a: string, b: string): number {
  return a.localeCompare(b, 'zh-CN')
}

function Ending({ row }: { row: EnterpriseRow }) {
  const text = useTranslations('enterprises')
  if (row.state === 'active') return null
  return (
    <Badge tone="none" shape="cross">
      {text(`endings.${row.state}`)}
    </Badge>
  )
}
