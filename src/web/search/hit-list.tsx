import type { SearchGroup } from '#contract/search.ts'
import { useTranslations } from 'use-intl'
import { PathLink } from '../ui/path-link.tsx'
import styles from './hit-list.module.css'
import { Marked } from './marked.tsx'

/** What was found of one kind, each a link. */
export function HitList({ group }: { group: SearchGroup }) {
  const text = useTranslations('search')
  return (
    <ul className={styles.hits} aria-label={text(`kinds.${group.kind}`)}>
      {group.hits.map((hit) => (
        <li key={`${hit.region} ${hit.id}`}>
          <PathLink path={hit.link} className={styles.title}>
            <Marked of={hit.title} />
          </PathLink>
          {hit.context && <p className={styles.context}>{hit.context}</p>}
          {hit.excerpt && (
            <p className={styles.excerpt}>
              <Marked of={hit.excerpt} />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
