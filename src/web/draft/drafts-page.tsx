import { uploadDocuments } from '#contract/document.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { DraftTable } from './draft-table.tsx'
import { drafts } from './queries.ts'

export function DraftsPage() {
  const text = useTranslations('drafts')
  const query = useQuery(drafts())
  const mayImport = useMay(uploadDocuments)
  return (
    <>
      <PageHeader
        title={text('title')}
        actions={
          mayImport && (
            <LinkButton to="/import" look="primary">
              {text('import')}
            </LinkButton>
          )
        }
      />
      <QueryState query={query}>{(list) => <DraftTable drafts={list} />}</QueryState>
    </>
  )
}
