import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import type { ComparisonFilter } from './comparison-list.ts'
import { ComparisonView } from './comparison-view.tsx'
import { draftComparison } from './queries.ts'

const route = getRouteApi('/drafts/$draftId/comparison')

/** A draft against the version of its plan that is in force. */
export function DraftComparisonPage() {
  const text = useTranslations('compare')
  const { draftId } = route.useParams()
  const [filter, setFilter] = useState<ComparisonFilter>({})
  const query = useQuery(draftComparison(draftId))
  return (
    <>
      <PageHeader
        title={text('draftTitle')}
        actions={
          <LinkButton to="/drafts/$draftId" params={{ draftId }}>
            {text('toReview')}
          </LinkButton>
        }
      />
      <QueryState query={query}>
        {({ comparison }) =>
          comparison ? (
            <ComparisonView comparison={comparison} filter={filter} onFilter={setFilter} />
          ) : (
            <EmptyState title={text('first')} hint={text('firstHint')} />
          )
        }
      </QueryState>
    </>
  )
}
