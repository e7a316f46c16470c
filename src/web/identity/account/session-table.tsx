import type { SignedInSession } from '#contract/identity.ts'
import { useQuery } from '@tanstack/react-query'
import { App, Button, type TableColumnsType } from 'antd'
import { useFormatter, useTranslations } from 'use-intl'
import { Badge } from '../../ui/badge.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { useProblemText } from '../../ui/use-problem-text.ts'
import styles from './account-page.module.css'
import { deviceWords } from './device-words.ts'
import { ownSessions, useEndSession } from '../queries.ts'

/** Where one is signed in; all but the present session can be ended from here. */
export function SessionTable() {
  const text = useTranslations('sessions')
  const format = useFormatter()
  const problems = useProblemText()
  const { message } = App.useApp()
  const query = useQuery(ownSessions())
  const end = useEndSession()
  const moment = (at: string) =>
    format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })
  const columns: TableColumnsType<SignedInSession> = [
    {
      title: text('device'),
      key: 'device',
      render: (_, { agent, isThis }) => (
        <>
          <span title={agent}>{deviceWords(agent) || text('unknownDevice')}</span>{' '}
          {isThis && <Badge tone="brand">{text('here')}</Badge>}
        </>
      ),
    },
    { title: text('address'), dataIndex: 'address' },
    { title: text('begun'), key: 'begun', render: (_, { createdAt }) => moment(createdAt) },
    { title: text('seen'), key: 'seen', render: (_, { lastSeen }) => moment(lastSeen) },
    {
      title: text('action'),
      key: 'action',
      align: 'right',
      render: (_, { id, isThis }) =>
        !isThis && (
          <Button
            size="small"
            onClick={() =>
              end.mutate(
                { id },
                {
                  onSuccess: () => void message.success(text('ended')),
                  onError: (error) => void message.error(problems(error).message),
                },
              )
            }
          >
            {text('end')}
          </Button>
        ),
    },
  ]
  return (
    <section className={styles.sessions}>
      <h2>{text('title')}</h2>
      <p className={styles.note}>{text('note')}</p>
      <QueryState query={query}>
        {(sessions) => (
          <DataTable
            label={text('title')}
            rowKey="id"
            rows={sessions}
            columns={columns}
            empty={text('unknownDevice')}
          />
        )}
      </QueryState>
    </section>
  )
}
