import type { OrganisationHappening } from '#contract/organisation.ts'
import type { OrganisationId } from '#core/id.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import type { zh } from '../messages/zh.ts'
import { QueryState } from '../ui/query-state.tsx'
import { historyOf } from './queries.ts'
import styles from './organisations-page.module.css'

type KnownAction = keyof (typeof zh)['organisations']['actions']

/** What was entered about a unit, by whom, when and why. */
export function OrganisationLog({ id }: { id: OrganisationId }) {
  const text = useTranslations('organisations')
  const query = useQuery(historyOf(id))
  return (
    <section className={styles.part}>
      <h2>{text('log')}</h2>
      <QueryState query={query}>
        {(happenings) =>
          happenings.length === 0 ? (
            <p>{text('noLog')}</p>
          ) : (
            <ul className={styles.list}>
              {happenings.map((one) => (
                <Entry key={one.id} happening={one} />
              ))}
            </ul>
          )
        }
      </QueryState>
    </section>
  )
}

function Entry({ happening }: { happening: OrganisationHappening }) {
  const text = useTranslations('organisations')
  const format = useFormatter()
  const { action, at, by, why } = happening
  const words = `actions.${action as KnownAction}` as const
  return (
    <li>
      <strong>{text.has(words) ? text(words) : action}</strong>
      <span>{by.name}</span>
      <span>{format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}</span>
      {why !== undefined && <small>{text('reason', { why })}</small>}
    </li>
  )
}
