import type { IndicatorVersion } from '#contract/indicator.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DataTable } from '../ui/data-table.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import styles from '../watching/watching.module.css'
import { library } from './queries.ts'

/** All indicators as they are defined now. */
export function LibraryPage() {
  const text = useTranslations('indicators')
  const query = useQuery(library())
  const [words, setWords] = useState('')
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} />
      <search className={styles.bar} style={{ marginBottom: 12 }}>
        <Input
          allowClear
          style={{ width: 260 }}
          placeholder={text('search')}
          aria-label={text('search')}
          onChange={({ target }) => setWords(target.value.trim())}
        />
      </search>
      <QueryState query={query}>
        {(indicators) => <Table indicators={indicators.filter((one) => isMeant(one, words))} />}
      </QueryState>
    </>
  )
}

function isMeant({ definition }: IndicatorVersion, words: string): boolean {
  const { code, name, englishName, aliases } = definition
  return [code, name, englishName, ...aliases].some((text) =>
    text.toLowerCase().includes(words.toLowerCase()),
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
          render: (_, { definition }) => definition.formula && <code>{definition.formula}</code>,
        },
        {
          title: text('columns.source'),
          render: (_, { definition }) => <span className={styles.scope}>{definition.source}</span>,
        },
        {
          title: text('columns.version'),
          render: (_, { version, shipped }) => (
            <span className={styles.unit}>
              {shipped ? text('shipped') : text('version', { version })}
            </span>
          ),
        },
      ]}
    />
  )
}
