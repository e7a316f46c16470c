import { listDocuments, showDocument, showDocumentContent } from '#contract/document.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../api/call.ts'

export function documentsOfRegion() {
  return queryOptions({
    queryKey: ['documents'],
    queryFn: ({ signal }) => call(listDocuments, {}, signal),
    select: (reply) => reply.documents,
  })
}

export function documentSummary(id: string) {
  return queryOptions({
    queryKey: ['documents', id],
    queryFn: ({ signal }) => call(showDocument, { id }, signal),
  })
}

/** The text and its structure, which never change once read. */
export function documentContent(id: string) {
  return queryOptions({
    queryKey: ['document-content', id],
    queryFn: ({ signal }) => call(showDocumentContent, { id }, signal),
    staleTime: Infinity,
  })
}
