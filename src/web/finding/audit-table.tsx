import { type Draft, findingsFile, redpenFile } from '#contract/draft.ts'
import { Link } from '@tanstack/react-router'
import type { TableColumnsType } from 'antd'
import { useTranslations } from 'use-intl'
import { addressOf } from '../api/call.ts'
import { draftTitle } from '../draft/publishing.ts'
import { DraftStatusBadge } from '../draft/draft-status-badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { severities } from './severity.ts'

/** Open findings of each document by severity, with the files to take away. */
export function AuditTable({ drafts }: { drafts: readonly Draft[] }) {
  const text = useTranslations('audits')
  const names = useTranslations('severity')
  const columns: TableColumnsType<Draft> = [
    {
      title: text('plan'),
      key: 'plan',
      render: (_, draft) => (
        <>
          <Link to="/drafts/$draftId/findings" params={{ draftId: draft.id }}>
            {draftTitle(draft)}
          </Link>
          <div style={{ color: 'var(--ink-3)', fontSize: 12 }}>
            {[draft.meta.region.name, draft.meta.documentNumber].filter(Boolean).join(' · ')}
          </div>
        </>
      ),
    },
    {
      title: text('status'),
      key: 'status',
      render: (_, { status }) => <DraftStatusBadge status={status} />,
    },
    ...severities.map((severity) => ({
      title: names(severity),
      key: severity,
      align: 'right' as const,
      render: (_: unknown, { openFindings }: Draft) => openFindings[severity],
    })),
    {
      title: text('files'),
      key: 'files',
      render: (_, { id }) => (
        <span style={{ display: 'inline-flex', gap: 12 }}>
          <a href={addressOf(redpenFile, { id })} download>
            {text('redpen')}
          </a>
          <a href={addressOf(findingsFile, { id })} download>
            {text('xlsx')}
          </a>
        </span>
      ),
    },
  ]
  return (
    <DataTable
      label={text('title')}
      rowKey="id"
      rows={drafts}
      columns={columns}
      empty={text('none')}
    />
  )
}
