import { useQuery } from '@tanstack/react-query'
import { App, Button, Space } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { DeliveriesDrawer } from './deliveries-drawer.tsx'
import {
  type Webhook,
  useChangeWebhook,
  useRemoveWebhook,
  useTestWebhook,
  webhooks,
} from './queries.ts'
import { useProblemWords } from './use-problem-words.ts'
import { WebhookDialog } from './webhook-dialog.tsx'
import styles from '../matter-rule/matter-rule.module.css'

/** Where the happenings of matters are sent, signed; what was not taken is tried again and stays visible. */
export function WebhooksPage() {
  const text = useTranslations('webhooks')
  const query = useQuery(webhooks())
  const words = useProblemWords()
  const [isAdding, setIsAdding] = useState(false)
  const [seen, setSeen] = useState<string>()
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          <>
            <LinkButton to="/help/$page" params={{ page: 'supervision' }}>
              {text('guide')}
            </LinkButton>
            <Button type="primary" onClick={() => setIsAdding(true)}>
              {text('add')}
            </Button>
          </>
        }
      />
      <QueryState query={query}>
        {(rows) => (
          <>
            <DataTable<Webhook>
              label={text('title')}
              rows={rows}
              rowKey="id"
              empty={<EmptyState title={text('none')} hint={text('noneHint')} />}
              columns={[
                {
                  title: text('url'),
                  render: (_, { url, lastProblem }) => (
                    <>
                      <code>{url}</code>
                      {lastProblem && (
                        <div className={styles.note}>
                          {text('lastProblem', { lastProblem: words(lastProblem) })}
                        </div>
                      )}
                    </>
                  ),
                },
                {
                  title: text('events'),
                  render: (_, { events }) =>
                    events.length === 0 ? text('allEvents') : events.join('、'),
                },
                {
                  title: text('state'),
                  render: (_, { active }) => (
                    <Badge tone={active ? 'ok' : 'none'} shape={active ? 'check' : 'dashed'}>
                      {text(active ? 'active' : 'paused')}
                    </Badge>
                  ),
                },
                { title: text('delivered'), dataIndex: 'delivered', align: 'right' },
                {
                  title: text('dead'),
                  align: 'right',
                  render: (_, { dead }) =>
                    dead === 0 ? (
                      0
                    ) : (
                      <Badge tone="bad" shape="cross">
                        {dead}
                      </Badge>
                    ),
                },
                {
                  title: text('act'),
                  render: (_, webhook) => (
                    <Acts webhook={webhook} onSee={() => setSeen(webhook.id)} />
                  ),
                },
              ]}
            />
            <DeliveriesDrawer
              webhook={rows.find(({ id }) => id === seen)}
              onClose={() => setSeen(undefined)}
            />
          </>
        )}
      </QueryState>
      {isAdding && <WebhookDialog onClose={() => setIsAdding(false)} />}
    </>
  )
}

function Acts({ webhook, onSee }: { webhook: Webhook; onSee: () => void }) {
  const text = useTranslations('webhooks')
  const { message, modal } = App.useApp()
  const problemText = useProblemText()
  const change = useChangeWebhook()
  const remove = useRemoveWebhook()
  const test = useTestWebhook()
  const { id, url, active, events } = webhook
  const onError = (error: Error) => void message.error(problemText(error).message)
  return (
    <Space wrap size={4}>
      <Button size="small" onClick={onSee} aria-label={text('deliveriesOf', { url })}>
        {text('deliveries')}
      </Button>
      <Button
        size="small"
        disabled={!active}
        loading={test.isPending}
        aria-label={text('testOf', { url })}
        onClick={() =>
          test.mutate(
            { id },
            {
              onError,
              onSuccess: () => {
                void message.success(text('tested'))
                onSee()
              },
            },
          )
        }
      >
        {text('test')}
      </Button>
      <Button
        size="small"
        loading={change.isPending}
        aria-label={text(active ? 'pauseOf' : 'resumeOf', { url })}
        onClick={() => change.mutate({ id, active: !active, events: [...events] }, { onError })}
      >
        {text(active ? 'pause' : 'resume')}
      </Button>
      <Button
        size="small"
        danger
        loading={remove.isPending}
        aria-label={text('removeOf', { url })}
        onClick={() =>
          void modal.confirm({
            title: text('remove'),
            content: text('removeNote', { url }),
            okText: text('remove'),
            cancelText: text('cancel'),
            onOk: () => remove.mutateAsync({ id }).catch(onError),
          })
        }
      >
        {text('remove')}
      </Button>
    </Space>
  )
}
