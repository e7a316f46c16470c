import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { documentContent } from '../document/queries.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { draft, draftFindings, draftItems } from './queries.ts'
import { ReviewDesk } from './review-desk.tsx'

const route = getRouteApi('/drafts/$draftId')

/** Loads what the review of a draft needs. */
export function ReviewPage() {
  const text = useTranslations('menu')
  const { draftId } = route.useParams()
  const who = useQuery(session())
  const about = useQuery(draft(draftId))
  const items = useQuery(draftItems(draftId))
  const findings = useQuery(draftFindings(draftId))
  const content = useQuery({
    ...documentContent(about.data?.documentId ?? ''),
    enabled: about.data !== undefined,
  })
  const isReady = who.data && about.data && content.data && items.data && findings.data
  return (
    <>
      {!isReady && <PageHeader title={text('pages.review')} />}
      <QueryState query={who}>
        {({ user, actions }) => (
          <QueryState query={about}>
            {(about) => (
              <QueryState query={content}>
                {(document) => (
                  <QueryState query={items}>
                    {(items) => (
                      <QueryState query={findings}>
                        {(findings) => (
                          <ReviewDesk
                            key={about.id}
                            userId={user.id}
                            actions={actions}
                            draft={about}
                            document={document}
                            items={items}
                            findings={findings}
                          />
                        )}
                      </QueryState>
                    )}
                  </QueryState>
                )}
              </QueryState>
            )}
          </QueryState>
        )}
      </QueryState>
    </>
  )
}
