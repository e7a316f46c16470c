import type { Draft } from '#contract/draft.ts'
import { Link } from '@tanstack/react-router'
import { Progress, type TableColumnsType } from 'antd'
import { useFormatter, useTranslations } from 'use-intl'
import { SeverityCounts } from '../finding/severity-counts.tsx'
import { Term } from '../help/term.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DraftStatusBadge } from './draft-status-badge.tsx'
import { doubtfulCount, draftTitle, pendingCount, reviewedShare } from './publishing.ts'

/** Drafts with how far their review is. */
export function DraftTable({ drafts }: { drafts: readonly Draft[] }) {
  const text = useTranslations('drafts')
  const format = useFormatter()
  const columns: TableColumnsType<Draft> = [
    {
      title: text('plan'),
      key: 'plan',
      render: (_, draft) => (
        <>
          <Link to="/drafts/$draftId" params={{ draftId: draft.id }}>
            {draftTitle(draft)}
          </Link>
          <div style={{ color: 'var(--ink-3)', fontSize: 12 }}>
            {[draft.meta.region.name, draft.meta.documentNumber, draft.fileName]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </>
      ),
    },
    {
      title: text('status'),
      key: 'status',
      render: (_, { status }) => <DraftStatusBadge status={status} />,
    },
    {
      title: text('progress'),
      key: 'progress',
      width: 160,
      render: (_, draft) => {
        const share = reviewedShare(draft)
        if (share === undefined) return text('nothingRead')
        return (
          <Progress
            percent={Math.floor(share * 100)}
            size="small"
            strokeColor="#1B5BC4"
            aria-label={text('progress')}
          />
        )
      },
    },
    {
      title: text('pending'),
      key: 'pending',
      align: 'right',
      render: (_, draft) => pendingCount(draft),
    },
    {
      title: <Term name="doubt">{text('doubtful')}</Term>,
      key: 'doubtful',
      align: 'right',
      render: (_, draft) => doubtfulCount(draft),
    },
    {
      title: text('findings'),
      key: 'findings',
      render: (_, { id, openFindings }) => (
        <Link to="/drafts/$draftId/findings" params={{ draftId: id }}>
          <SeverityCounts counts={openFindings} />
        </Link>
      ),
    },
    {
      title: text('changedAt'),
      key: 'changedAt',
      className: 'nowrap',
      render: (_, { changedAt }) =>
        format.dateTime(new Date(changedAt), { dateStyle: 'medium', timeStyle: 'short' }),
    },
  ]
  return (
    <DataTable
      label={text('title')}
      rowKey="id"
      rows={drafts}
      columns={columns}
      empty={<EmptyState title={text('none')} hint={text('noneHint')} />}
    />
  )
}
