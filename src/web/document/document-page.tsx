import { DownloadOutlined } from '@ant-design/icons'
import { documentFile } from '#contract/document.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslations } from 'use-intl'
import { addressOf } from '../api/call.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { documentContent, documentSummary } from './queries.ts'
import { DocumentReader } from './document-reader.tsx'

const route = getRouteApi('/documents/$documentId')

/** A document to read, at the place a citation points to. */
export function DocumentPage() {
  const text = useTranslations('document')
  const { documentId } = route.useParams()
  const { start, end } = route.useSearch()
  const summary = useQuery(documentSummary(documentId))
  const content = useQuery(documentContent(documentId))
  const draftId = summary.data?.draftId
  return (
    <>
      <PageHeader
        title={summary.data?.fileName ?? text('title')}
        actions={
          <>
            {draftId && (
              <LinkButton to="/drafts/$draftId" params={{ draftId }}>
                {text('toReview')}
              </LinkButton>
            )}
            <Button
              icon={<DownloadOutlined aria-hidden />}
              href={addressOf(documentFile, { id: documentId })}
              download
            >
              {text('original')}
            </Button>
          </>
        }
      />
      <QueryState query={content}>
        {(document) => <DocumentReader document={document} start={start} end={end} />}
      </QueryState>
    </>
  )
}
