import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { HitList } from './hit-list.tsx'
import { found } from './queries.ts'
import styles from './search-page.module.css'

const route = getRouteApi('/search')

/** All that was found, kind by kind. */
export function SearchPage() {
  const text = useTranslations('search')
  const { text: asked = '', kind } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(found(asked, kind ? 100 : 10, kind))
  return (
    <>
      <PageHeader title={text('title')} note={text('hint')} />
      <Input.Search
        key={asked}
        className={styles.field ?? ''}
        aria-label={text('title')}
        placeholder={text('placeholder')}
        defaultValue={asked}
        maxLength={200}
        enterButton={text('open')}
        allowClear
        onSearch={(typed) => void navigate({ search: { text: typed.trim() } })}
      />
      {kind && (
        <Button type="link" onClick={() => void navigate({ search: { text: asked } })}>
          {text('all')}
        </Button>
      )}
      {asked !== '' && (
        <QueryState query={query}>
          {({ groups, isTooShort }) =>
            groups.length === 0 ? (
              <EmptyState
                title={isTooShort ? text('tooShort') : text('nothing', { text: asked })}
                {...(!isTooShort && { hint: text('nothingHint') })}
              />
            ) : (
              groups.map((group) => (
                <section key={group.kind} className={styles.group}>
                  <div className={styles.head}>
                    <h2>
                      {text(`kinds.${group.kind}`)}{' '}
                      <small>{text(group.isMore ? 'more' : 'total', { count: group.total })}</small>
                    </h2>
                    {group.total > group.hits.length && !kind && (
                      <Button
                        type="link"
                        onClick={() => void navigate({ search: { text: asked, kind: group.kind } })}
                      >
                        {text('moreOfKind')}
                      </Button>
                    )}
                  </div>
                  <HitList group={group} />
                </section>
              ))
            )
          }
        </QueryState>
      )}
    </>
  )
}
