import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { DraftTable } from './draft-table.tsx'
import { drafts } from './queries.ts'

export function DraftsPage() {
  const text = useTranslations('drafts')
  const query = useQuery(drafts())
  return (
    <>
      <PageHeader
        title={text('title')}
        actions={
          <LinkButton to="/import" look="primary">
            {text('import')}
          </LinkButton>
        }
      />
      <QueryState query={query}>{(list) => <DraftTable drafts={list} />}</QueryState>
    </>
  )
}
