import type { DraftFinding } from '#contract/draft.ts'
import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import { CitationChip } from '../ui/citation-chip.tsx'
import { quoteHead, quoteWords } from '../plan/quote-words.ts'
import { useProblemText } from '../ui/use-problem-text.ts'
import { DismissDialog } from './dismiss-dialog.tsx'
import styles from './finding-card.module.css'
import { useDecideFinding } from './queries.ts'
import { useRuleName } from './use-rule-name.ts'
import { severityLooks } from './severity.ts'

/** A finding: what is wrong, its arithmetic, the places it rests on, and what one makes of it. */
export function FindingCard({
  finding,
  draftId,
  active,
  mayReview,
  onOpen,
}: {
  finding: DraftFinding
  draftId: string
  active: boolean
  mayReview: boolean
  /** Brings the place of a citation into view. */
  onOpen: (place: number) => void
}) {
  const text = useTranslations('finding')
  const severities = useTranslations('severity')
  const ruleName = useRuleName()
  const problems = useProblemText()
  const { message } = App.useApp()
  const place = useRef<HTMLElement>(null)
  const [dismissIsOpen, setDismissIsOpen] = useState(false)
  const decide = useDecideFinding(draftId)
  const { severity, status, citations, revision } = finding

  useEffect(() => {
    if (active) place.current?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const act = (action: 'know' | 'dismiss' | 'reopen', reason?: string) =>
    decide.mutate(
      { findingId: finding.id, revision, action, ...(reason && { reason }) },
      { onError: (error) => void message.error(problems(error).message) },
    )

  return (
    <article
      ref={place}
      className={styles.card}
      data-severity={severity}
      data-status={status}
      aria-current={active || undefined}
    >
      <div className={styles.top}>
        <Badge {...severityLooks[severity]}>{severities(severity)}</Badge>
        <span className={styles.rule}>{ruleName(finding.rule)}</span>
        {status !== 'open' && <Badge tone="none">{text(`status.${status}`)}</Badge>}
      </div>
      <button
        type="button"
        className={styles.message}
        onClick={() => onOpen(citations[0]?.start ?? 0)}
      >
        {finding.message}
      </button>
      {finding.arithmetic && <pre className={styles.arithmetic}>{finding.arithmetic}</pre>}
      <div className={styles.places}>
        {citations.map((citation, index) => (
          <CitationChip
            key={`${citation.file ?? ''}-${citation.start}-${index}`}
            place={quoteHead(citation.quote)}
            quote={[citation.section, citation.table, quoteWords(citation.quote)]
              .filter(Boolean)
              .join(' · ')}
            onOpen={() => onOpen(citation.start)}
          />
        ))}
        {mayReview && (
          <span className={styles.actions}>
            {status === 'open' ? (
              <>
                <Button size="small" onClick={() => act('know')}>
                  {text('know')}
                </Button>
                <Button size="small" onClick={() => setDismissIsOpen(true)}>
                  {text('dismiss')}
                </Button>
              </>
            ) : (
              <Button size="small" onClick={() => act('reopen')}>
                {text('reopen')}
              </Button>
            )}
          </span>
        )}
      </div>
      {finding.reason && (
        <p className={styles.reason}>
          {text('reason', { name: finding.changedBy?.name ?? '', reason: finding.reason })}
        </p>
      )}
      <DismissDialog
        open={dismissIsOpen}
        onClose={() => setDismissIsOpen(false)}
        onDismiss={(reason) => {
          setDismissIsOpen(false)
          act('dismiss', reason)
        }}
      />
    </article>
  )
}
