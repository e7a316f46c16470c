import type { LedgerTarget } from '#contract/target.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { FactList } from '../plan/fact-list.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { historyOfTarget } from './queries.ts'
import styles from './target-drawer.module.css'

/** The target in every published version of its plan. */
export function TargetHistory({ target }: { target: LedgerTarget }) {
  const text = useTranslations('target')
  const format = useFormatter()
  const query = useQuery(historyOfTarget(target.region.code, target.id))
  return (
    <QueryState query={query}>
      {(versions) => (
        <ol className={styles.history}>
          {versions.map(({ target: version, publishedAt, publishedBy }) => (
            <li key={version.number}>
              <p>
                {text('version', {
                  number: version.number,
                  name: publishedBy.name,
                  at: format.dateTime(new Date(publishedAt), { dateStyle: 'medium' }),
                })}
              </p>
              <FactList item={{ kind: 'target', content: version.content }} />
            </li>
          ))}
        </ol>
      )}
    </QueryState>
  )
}
