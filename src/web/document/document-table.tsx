import type { DocumentSummary } from '#contract/document.ts'
import { Link } from '@tanstack/react-router'
import type { TableColumnsType } from 'antd'
import { useFormatter, useTranslations } from 'use-intl'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ImportStateCell } from './import-state-cell.tsx'
import { sizeWords } from './upload-list.ts'

/** Documents that were taken in, with how far their reading is. */
export function DocumentTable({ documents }: { documents: readonly DocumentSummary[] }) {
  const text = useTranslations('import')
  const format = useFormatter()
  const columns: TableColumnsType<DocumentSummary> = [
    {
      title: text('file'),
      key: 'file',
      render: (_, { id, fileName, state }) =>
        state === 'read' ? (
          <Link to="/documents/$documentId" params={{ documentId: id }}>
            {fileName}
          </Link>
        ) : (
          fileName
        ),
    },
    {
      title: text('state'),
      key: 'state',
      render: (_, document) => <ImportStateCell document={document} />,
    },
    {
      title: text('next'),
      key: 'next',
      render: (_, { draftId }) =>
        draftId && (
          <span style={{ display: 'inline-flex', gap: 12, whiteSpace: 'nowrap' }}>
            <Link to="/drafts/$draftId" params={{ draftId }}>
              {text('review')}
            </Link>
            <Link to="/drafts/$draftId/findings" params={{ draftId }}>
              {text('findings')}
            </Link>
          </span>
        ),
    },
    {
      title: text('size'),
      key: 'size',
      align: 'right',
      className: 'nowrap',
      render: (_, { size }) => sizeWords(size),
    },
    {
      title: text('by'),
      key: 'by',
      className: 'nowrap',
      render: (_, { uploadedBy }) => uploadedBy.name,
    },
    {
      title: text('at'),
      key: 'at',
      className: 'nowrap',
      render: (_, { uploadedAt }) =>
        format.dateTime(new Date(uploadedAt), { dateStyle: 'medium', timeStyle: 'short' }),
    },
  ]
  return (
    <DataTable
      label={text('documents')}
      rowKey="id"
      rows={documents}
      columns={columns}
      empty={<EmptyState title={text('none')} hint={text('noneHint')} />}
    />
  )
}
