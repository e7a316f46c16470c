import type { Draft } from '#contract/draft.ts'
import type { Action } from '#contract/session.ts'
import { Link } from '@tanstack/react-router'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { SeverityCounts } from '../finding/severity-counts.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { draftTitle } from './publishing.ts'
import { DraftStatusBadge } from './draft-status-badge.tsx'
import { MetaDrawer } from './edit/meta-drawer.tsx'
import { PublishDialog } from './publish-dialog.tsx'

/** Which draft this is, how far it is, and what can be done with it as a whole. */
export function ReviewHeader({
  draft,
  actions,
  onHelp,
  onHistory,
}: {
  draft: Draft
  actions: readonly Action[]
  onHelp: () => void
  onHistory: () => void
}) {
  const text = useTranslations('review')
  const [metaIsOpen, setMetaIsOpen] = useState(false)
  const [publishIsOpen, setPublishIsOpen] = useState(false)
  const { meta, published } = draft
  const params = { draftId: draft.id }
  return (
    <>
      <PageHeader
        title={draftTitle(draft)}
        note={
          <>
            <DraftStatusBadge status={draft.status} />
            <span>{meta.region.name}</span>
            {meta.documentNumber && <span>{meta.documentNumber}</span>}
            <span>{text('period', { start: meta.period.start, end: meta.period.end })}</span>
            <Link to="/drafts/$draftId/findings" params={params}>
              <SeverityCounts counts={draft.openFindings} />
            </Link>
          </>
        }
        actions={
          <>
            <Tooltip title={text('help')}>
              <Button aria-label={text('help')} onClick={onHelp}>
                ?
              </Button>
            </Tooltip>
            <Button onClick={onHistory}>{text('history')}</Button>
            <Button onClick={() => setMetaIsOpen(true)}>{text('meta')}</Button>
            <LinkButton to="/drafts/$draftId/comparison" params={params}>
              {text('compare')}
            </LinkButton>
            {published ? (
              <LinkButton
                look="primary"
                to="/plans/$region/$planId"
                params={{ region: published.regionCode, planId: published.planId }}
                search={{ version: published.number }}
              >
                {text('toPlan', { number: published.number })}
              </LinkButton>
            ) : (
              actions.includes('publish') &&
              draft.status === 'reviewing' && (
                <Button type="primary" onClick={() => setPublishIsOpen(true)}>
                  {text('publish')}
                </Button>
              )
            )}
          </>
        }
      />
      <MetaDrawer
        draft={draft}
        open={metaIsOpen}
        mayReview={actions.includes('review') && draft.status === 'reviewing'}
        onClose={() => setMetaIsOpen(false)}
      />
      <PublishDialog draft={draft} open={publishIsOpen} onClose={() => setPublishIsOpen(false)} />
    </>
  )
}
