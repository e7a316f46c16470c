import type { Reply } from '#contract/route.ts'
import type { search, SearchGroup } from '#contract/search.ts'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../ui/error-state.tsx'
import { PathLink } from '../ui/path-link.tsx'
import { Marked } from './marked.tsx'
import type { PageChoice } from './pages-named.ts'
import styles from './search-dialog.module.css'

/** What was found, grouped by kind, each a link. */
export function FoundGroups({
  asked,
  query,
  pages,
  onGo,
}: {
  asked: string
  query: UseQueryResult<Reply<typeof search>>
  pages: readonly PageChoice[]
  onGo: () => void
}) {
  const text = useTranslations('search')
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const groups = query.data?.groups ?? []
  const isEmpty = pages.length + groups.length === 0
  return (
    <>
      <div className={styles.list}>
        {pages.length > 0 && (
          <Group label={text('pages')}>
            {pages.map(({ label, link }) => (
              <li key={link}>
                <PathLink path={link} onGo={onGo}>
                  {label}
                </PathLink>
              </li>
            ))}
          </Group>
        )}
        {groups.map((group) => (
          <Group
            key={group.kind}
            label={text(`kinds.${group.kind}`)}
            count={text(group.isMore ? 'more' : 'total', { count: group.total })}
          >
            {group.hits.map((hit) => (
              <li key={`${hit.region} ${hit.id}`}>
                <PathLink path={hit.link} onGo={onGo}>
                  <Hit hit={hit} />
                </PathLink>
              </li>
            ))}
          </Group>
        ))}
      </div>
      {isEmpty && query.isSuccess && !query.isPlaceholderData && (
        <output className={styles.hint}>
          {query.data.isTooShort ? text('tooShort') : text('nothing', { text: asked })}
          <br />
          {!query.data.isTooShort && text('nothingHint')}
        </output>
      )}
    </>
  )
}

function Hit({ hit: { title, excerpt, context } }: { hit: SearchGroup['hits'][number] }) {
  return (
    <>
      <span className={styles.title}>
        <Marked of={title} />
      </span>
      <span className={styles.context}>
        {title.marks.length === 0 && excerpt ? <Marked of={excerpt} /> : context}
      </span>
    </>
  )
}

function Group({ label, count, children }: { label: string; count?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.kind}>
        {label} {count && <small>{count}</small>}
      </h2>
      <ul>{children}</ul>
    </section>
  )
}
