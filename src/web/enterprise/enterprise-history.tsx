import type { EnterpriseWords } from '#contract/enterprise.ts'
import { actionText, changeLines } from '#contract/texts/event-texts.zh.ts'
import type { EnterpriseId } from '#core/id.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { QueryState } from '../ui/query-state.tsx'
import { history } from './queries.ts'
import { readable } from './readable-change.ts'
import styles from './enterprise.module.css'

const mostLines = 6

/** What was entered about an enterprise, by whom, when and why. */
export function EnterpriseHistory({ id, words }: { id: EnterpriseId; words: EnterpriseWords }) {
  const text = useTranslations('enterprises')
  const format = useFormatter()
  const query = useQuery(history(id))
  return (
    <section className={styles.card}>
      <h2>{text('history')}</h2>
      <QueryState query={query}>
        {(happenings) =>
          happenings.length === 0 ? (
            <p className={styles.quiet}>{text('noHistory')}</p>
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
                    changeLines(readable(one.before, words), readable(one.after, words))
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
