import { DownloadOutlined, ReloadOutlined } from '@ant-design/icons'
import { type Draft, findingsFile, redpenFile } from '#contract/draft.ts'
import { App, Button } from 'antd'
import { useTranslations } from 'use-intl'
import { addressOf } from '../api/call.ts'
import { draftTitle } from '../draft/publishing.ts'
import { useAuditAgain } from '../draft/queries.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { SeverityCounts } from './severity-counts.tsx'

export function FindingsHeader({ draft, mayReview }: { draft: Draft; mayReview: boolean }) {
  const text = useTranslations('finding')
  const problems = useProblemText()
  const { message } = App.useApp()
  const audit = useAuditAgain(draft.id)
  const { id, openFindings } = draft
  return (
    <PageHeader
      title={text('title')}
      note={
        <>
          <span>{draftTitle(draft)}</span>
          <SeverityCounts counts={openFindings} />
        </>
      }
      actions={
        <>
          {mayReview && (
            <Button
              icon={<ReloadOutlined aria-hidden />}
              loading={audit.isPending}
              onClick={() =>
                audit.mutate(undefined, {
                  onError: (error) => void message.error(problems(error).message),
                })
              }
            >
              {text('auditAgain')}
            </Button>
          )}
          <LinkButton to="/drafts/$draftId" params={{ draftId: id }}>
            {text('toReview')}
          </LinkButton>
          <Button
            icon={<DownloadOutlined aria-hidden />}
            href={addressOf(findingsFile, { id })}
            download
          >
            {text('xlsx')}
          </Button>
          <Button
            type="primary"
            icon={<DownloadOutlined aria-hidden />}
            href={addressOf(redpenFile, { id })}
            download
          >
            {text('redpen')}
          </Button>
        </>
      }
    />
  )
}
