import type { DraftFinding, DraftItem, listDraftEvents } from '#contract/draft.ts'
import type { Reply } from '#contract/route.ts'
import { useFormatter, useTranslations } from 'use-intl'
import type { zh } from '../messages/zh.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { eventSubject } from './event-subject.ts'
import styles from './history-list.module.css'

type KnownAction = keyof (typeof zh)['history']['actions']

/** Events as lines: when, who, what, on which item and why. */
export function HistoryList({
  events,
  items,
  findings,
}: {
  events: Reply<typeof listDraftEvents>['events']
  items: readonly DraftItem[]
  findings: readonly DraftFinding[]
}) {
  const text = useTranslations('history')
  const format = useFormatter()
  // The server may come to record more than the screen has words for.
  const words = (action: string) => {
    const known = `actions.${action as KnownAction}` as const
    return text.has(known) ? text(known) : action
  }
  if (events.length === 0) return <EmptyState title={text('none')} />
  return (
    <ol className={styles.list}>
      {events.map(({ id, at, by, action, entity, why }) => (
        <li key={id}>
          <p className={styles.when}>
            {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'medium' })} ·{' '}
            {by.name}
          </p>
          <p>
            <strong>{words(action)}</strong> {eventSubject(entity.id, items, findings)}
          </p>
          {why && <p className={styles.why}>{text('why', { why })}</p>}
        </li>
      ))}
    </ol>
  )
}
