import { uploadDocuments } from '#contract/document.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { DocumentTable } from './document-table.tsx'
import { DropZone } from './drop-zone.tsx'
import { documentsOfRegion } from './queries.ts'
import { UploadRows } from './upload-rows.tsx'
import { useUploads } from './use-uploads.ts'

/** Drop plan documents in and see them being read. */
export function ImportPage() {
  const text = useTranslations('import')
  const { uploads, add, clear } = useUploads()
  const mayImport = useMay(uploadDocuments)
  const documents = useQuery(documentsOfRegion())
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} />
      {mayImport && <DropZone onFiles={add} />}
      <UploadRows uploads={uploads} onClear={clear} />
      <h2 style={{ margin: '20px 0 8px', fontSize: 15 }}>{text('documents')}</h2>
      <QueryState query={documents}>{(list) => <DocumentTable documents={list} />}</QueryState>
    </>
  )
}
