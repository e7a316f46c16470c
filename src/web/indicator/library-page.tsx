import { defineIndicator, type IndicatorVersion } from '#contract/indicator.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import type { LibrarySearch } from '../search.ts'
import { Badge } from '../ui/badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import styles from '../watching/watching.module.css'
import { isMeant } from './library-filter.ts'
import { library } from './queries.ts'

const route = getRouteApi('/indicators')

/** All indicators as they are defined now; found, opened, changed and added without a release. */
export function LibraryPage() {
  const text = useTranslations('indicators')
  const query = useQuery(library())
  const mayDefine = useMay(defineIndicator)
  const search = route.useSearch()
  const found = useMemo(
    () => query.data?.filter((one) => isMeant(one, search)),
    [query.data, search],
  )
  return (
    <>
      <PageHeader
        title={text('title')}
        note={
          <>
            {text('note')}
            {found && <span>{text('total', { total: found.length })}</span>}
          </>
        }
        actions={
          mayDefine && (
            <LinkButton look="primary" to="/formulas">
              {text('add')}
            </LinkButton>
          )
        }
      />
      <Filters />
      <QueryState query={query}>{() => <Table indicators={found ?? []} />}</QueryState>
    </>
  )
}

function Filters() {
  const text = useTranslations('indicators')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (next: LibrarySearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  const one = { allowClear: true, popupMatchSelectWidth: false, className: styles.period ?? '' }
  return (
    <search className={styles.bar} style={{ marginBottom: 12 }}>
      <Input
        allowClear
        className={styles.search ?? ''}
        placeholder={text('search')}
        aria-label={text('search')}
        defaultValue={search.text ?? ''}
        onChange={({ target }) => choose({ text: target.value.trim() || undefined })}
      />
      <Select<NonNullable<LibrarySearch['kind']>>
        {...one}
        aria-label={text('filterKind')}
        placeholder={text('filterKind')}
        {...(search.kind && { value: search.kind })}
        onChange={(kind) => choose({ kind })}
        options={(['rate', 'flow', 'stock', 'index', 'count'] as const).map((value) => ({
          value,
          label: text(`kinds.${value}`),
        }))}
      />
      <Select<NonNullable<LibrarySearch['frequency']>>
        {...one}
        aria-label={text('filterFrequency')}
        placeholder={text('filterFrequency')}
        {...(search.frequency && { value: search.frequency })}
        onChange={(frequency) => choose({ frequency })}
        options={(['month', 'calendar-month', 'quarter', 'half', 'year'] as const).map((value) => ({
          value,
          label: text(`frequency.${value}`),
        }))}
      />
      <Select<NonNullable<LibrarySearch['origin']>>
        {...one}
        aria-label={text('filterFrom')}
        placeholder={text('filterFrom')}
        {...(search.origin && { value: search.origin })}
        onChange={(origin) => choose({ origin })}
        options={(['formula', 'given', 'own'] as const).map((value) => ({
          value,
          label: text(`origins.${value}`),
        }))}
      />
    </search>
  )
}

function Table({ indicators }: { indicators: readonly IndicatorVersion[] }) {
  const text = useTranslations('indicators')
  return (
    <DataTable<IndicatorVersion>
      label={text('title')}
      rows={indicators}
      rowKey={({ definition }) => definition.code}
      isLong
      virtual={false}
      empty={text('none')}
      columns={[
        {
          title: text('columns.name'),
          render: (_, { definition: { code, name } }) => (
            <>
              <Link to="/indicators/$code" params={{ code }}>
                {name}
              </Link>
              <div className={styles.scope}>{code}</div>
            </>
          ),
        },
        { title: text('columns.unit'), render: (_, { definition }) => definition.unit },
        {
          title: text('columns.kind'),
          render: (_, { definition }) => text(`kinds.${definition.kind}`),
        },
        {
          title: text('columns.frequency'),
          render: (_, { definition }) => text(`frequency.${definition.frequency}`),
        },
        {
          title: text('columns.formula'),
          render: (_, { definition: { code, formula } }) =>
            formula !== undefined && (
              <Link to="/formulas" search={{ code }}>
                <code>{formula}</code>
              </Link>
            ),
        },
        {
          title: text('columns.source'),
          render: (_, { definition }) => <span className={styles.scope}>{definition.source}</span>,
        },
        {
          title: text('columns.version'),
          render: (_, { version, shipped }) =>
            shipped ? (
              <span className={styles.unit}>{text('shipped')}</span>
            ) : (
              <Badge tone="brand">{text('version', { version })}</Badge>
            ),
        },
      ]}
    />
  )
}
