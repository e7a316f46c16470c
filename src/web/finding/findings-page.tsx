import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { documentContent } from '../document/queries.ts'
import { draft, draftFindings } from '../draft/queries.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { FindingsDesk } from './findings-desk.tsx'

const route = getRouteApi('/drafts/$draftId/findings')

/** Loads what the findings of a draft need. */
export function FindingsPage() {
  const text = useTranslations('menu')
  const { draftId } = route.useParams()
  const who = useQuery(session())
  const about = useQuery(draft(draftId))
  const findings = useQuery(draftFindings(draftId))
  const content = useQuery({
    ...documentContent(about.data?.documentId ?? ''),
    enabled: about.data !== undefined,
  })
  const isReady = who.data && about.data && content.data && findings.data
  return (
    <>
      {!isReady && <PageHeader title={text('pages.draftFindings')} />}
      <QueryState query={who}>
        {({ actions }) => (
          <QueryState query={about}>
            {(about) => (
              <QueryState query={content}>
                {(document) => (
                  <QueryState query={findings}>
                    {(findings) => (
                      <FindingsDesk
                        draft={about}
                        document={document}
                        findings={findings}
                        mayReview={actions.includes('review')}
                      />
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
