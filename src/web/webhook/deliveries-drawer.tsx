import type { WebhookDelivery } from '#contract/matter-rule.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useFormatter, useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { SideDrawer } from '../ui/side-drawer.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { type Webhook, deliveries, useResend } from './queries.ts'
import { useProblemWords } from './use-problem-words.ts'
import styles from '../matter-rule/matter-rule.module.css'

const looks = {
  waiting: ['brand', 'dot'],
  running: ['brand', 'dot'],
  done: ['ok', 'check'],
  dead: ['bad', 'cross'],
  discarded: ['none', 'dashed'],
} as const

/** What was sent to an address, and what of it was not taken. */
export function DeliveriesDrawer({
  webhook,
  onClose,
}: {
  webhook: Webhook | undefined
  onClose: () => void
}) {
  const text = useTranslations('webhooks')
  return (
    <SideDrawer title={text('deliveries')} open={webhook !== undefined} onClose={onClose}>
      {webhook && <Deliveries webhook={webhook} />}
    </SideDrawer>
  )
}

function Deliveries({ webhook: { id, url, dead } }: { webhook: Webhook }) {
  const text = useTranslations('webhooks')
  const format = useFormatter()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const query = useQuery(deliveries(id))
  const resend = useResend()
  const again = (delivery?: WebhookDelivery['id']) =>
    resend.mutate(
      { id, ...(delivery !== undefined && { delivery }) },
      {
        onSuccess: ({ resent }) => void message.success(text('resent', { count: resent })),
        onError: (error) => void message.error(problemText(error).message),
      },
    )
  return (
    <>
      <p>
        <code>{url}</code>
      </p>
      <p className={styles.note}>{text('deliveriesNote')}</p>
      {dead > 0 && (
        <Button loading={resend.isPending} onClick={() => again()}>
          {text('resendAll', { count: dead })}
        </Button>
      )}
      <QueryState query={query}>
        {(rows) => (
          <DataTable<WebhookDelivery>
            label={text('deliveries')}
            rows={rows}
            rowKey="id"
            empty={text('noDeliveries')}
            columns={[
              {
                title: text('at'),
                render: (_, { createdAt, attempts }) => (
                  <>
                    {format.dateTime(new Date(createdAt), {
                      dateStyle: 'short',
                      timeStyle: 'short',
                    })}
                    <div className={styles.note}>{text('attempts', { count: attempts })}</div>
                  </>
                ),
              },
              {
                title: text('what'),
                render: (_, { name, matter }) => (
                  <>
                    {name}
                    {matter && (
                      <div className={styles.note}>
                        <Link to="/matters/$matterId" params={{ matterId: matter.id }}>
                          {matter.number} {matter.title}
                        </Link>
                      </div>
                    )}
                  </>
                ),
              },
              {
                title: text('state'),
                render: (_, delivery) => (
                  <State delivery={delivery} onResend={() => again(delivery.id)} />
                ),
              },
            ]}
          />
        )}
      </QueryState>
    </>
  )
}

function State({ delivery, onResend }: { delivery: WebhookDelivery; onResend: () => void }) {
  const text = useTranslations('webhooks')
  const words = useProblemWords()
  const { state, attempts, problem } = delivery
  const [tone, shape] = looks[state]
  const isRetried = state === 'waiting' && attempts > 0
  return (
    <>
      <Badge tone={isRetried ? 'warn' : tone} shape={isRetried ? 'triangle' : shape}>
        {text(isRetried ? 'retried' : `states.${state}`)}
      </Badge>
      {problem && state !== 'done' && <div className={styles.note}>{words(problem)}</div>}
      {state === 'dead' && (
        <Button size="small" onClick={onResend}>
          {text('resend')}
        </Button>
      )}
    </>
  )
}
