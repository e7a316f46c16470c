import type { Happening } from '#contract/log.ts'
import { actionText, changeLines } from '#contract/texts/event-texts.zh.ts'
import type { UseQueryResult } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { QueryState } from './query-state.tsx'
import styles from './card.module.css'

const mostLines = 6

/** What was entered about something, by whom, when and why. */
export function HistoryCard({
  query,
  empty,
  readable,
}: {
  query: UseQueryResult<readonly Happening[]>
  /** Said where nothing was changed yet. */
  empty: string
  /** What was held before or after a change, with names for its codes and without what no reader misses. */
  readable: (held: unknown) => unknown
}) {
  const text = useTranslations('historyCard')
  const format = useFormatter()
  return (
    <section className={styles.card}>
      <h2>{text('title')}</h2>
      <QueryState query={query}>
        {(happenings) =>
          happenings.length === 0 ? (
            <p className={styles.quiet}>{empty}</p>
          ) : (
            <ul className={styles.list}>
              {happenings.map((one) => (
                <li key={one.id}>
                  <strong>{actionText(one.action)}</strong>
                  <span>{one.by.name}</span>
                  <span>
                    {format.dateTime(new Date(one.at), { dateStyle: 'medium', timeStyle: 'short' })}
                  </span>
                  {one.why !== undefined && <small>{text('reason', { why: one.why })}</small>}
                  {one.before !== null &&
                    changeLines(readable(one.before), readable(one.after))
                      .slice(0, mostLines)
                      .map((line) => <small key={line}>{line}</small>)}
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </section>
  )
}
