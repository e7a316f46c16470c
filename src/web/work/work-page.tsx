import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useOwnPages } from '../search/use-own-pages.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { PathLink } from '../ui/path-link.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { ownWork } from './queries.ts'
import { WorkCard } from './work-card.tsx'
import styles from './work-page.module.css'

/** The desk of everybody: what waits for them, and the pages they may use. */
export function WorkPage() {
  const text = useTranslations('work')
  const query = useQuery(ownWork())
  const pages = useOwnPages()
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} />
      <QueryState query={query}>
        {(work) =>
          work.length > 0 ? (
            <div className={styles.cards}>
              {work.map((one) => (
                <WorkCard key={one.kind} work={one} />
              ))}
            </div>
          ) : (
            <EmptyState title={text('none')} hint={text('noneHint')} />
          )
        }
      </QueryState>
      {pages.length > 0 && (
        <nav className={styles.ways} aria-labelledby="ways">
          <h2 id="ways">{text('ways')}</h2>
          <ul>
            {pages.map(({ label, link }) => (
              <li key={link}>
                <PathLink path={link}>{label}</PathLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}
