import { type Setting, showSettings } from '#contract/installation.ts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { TableColumnsType } from 'antd'
import { useFormatter, useTranslations } from 'use-intl'
import { call } from '../api/call.ts'
import { DataTable } from '../ui/data-table.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import styles from './settings-page.module.css'

function settings() {
  return queryOptions({
    queryKey: ['settings'],
    queryFn: ({ signal }) => call(showSettings, {}, signal),
  })
}

/** Every setting with its present value, and what the program runs on. */
export function SettingsPage() {
  const text = useTranslations('settings')
  const format = useFormatter()
  const query = useQuery(settings())
  const columns: TableColumnsType<Setting> = [
    {
      title: text('name'),
      key: 'name',
      render: (_, { name }) => <code className={styles.code}>{name}</code>,
    },
    { title: text('meaning'), dataIndex: 'meaning' },
    {
      title: text('value'),
      key: 'value',
      render: (_, { value, byDefault }) =>
        value === undefined ? (
          <span className={styles.quiet}>{`${byDefault}（${text('isDefault')}）`}</span>
        ) : (
          <strong className={styles.value}>{value}</strong>
        ),
    },
    { title: text('byDefault'), dataIndex: 'byDefault' },
  ]
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} />
      <QueryState query={query}>
        {({ settings: list, facts: { startedAt, ...facts } }) => (
          <>
            <dl className={styles.facts} aria-label={text('facts')}>
              {(['program', 'node', 'database', 'platform'] as const).map((name) => (
                <div key={name}>
                  <dt>{text(name)}</dt>
                  <dd>{facts[name]}</dd>
                </div>
              ))}
              <div>
                <dt>{text('startedAt')}</dt>
                <dd>
                  {format.dateTime(new Date(startedAt), {
                    dateStyle: 'medium',
                    timeStyle: 'short',
                  })}
                </dd>
              </div>
            </dl>
            <DataTable
              label={text('title')}
              rowKey="name"
              rows={list}
              columns={columns}
              empty={text('none')}
            />
          </>
        )}
      </QueryState>
    </>
  )
}
