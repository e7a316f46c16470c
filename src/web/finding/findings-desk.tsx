import type { Draft, DraftFinding } from '#contract/draft.ts'
import type { Document } from '#core/document/document.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { FindingSearch } from '../search.ts'
import { DocumentView } from '../document/document-view.tsx'
import type { Aim } from '../document/use-scroll-to-place.ts'
import { findingMarks } from '../draft/review-list.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { FindingCard } from './finding-card.tsx'
import { FindingFilters } from './finding-filters.tsx'
import { filteredFindings, findingsBySeverity } from './finding-list.ts'
import { FindingsHeader } from './findings-header.tsx'
import styles from './findings-desk.module.css'

const route = getRouteApi('/drafts/$draftId/findings')

/** The findings beside the text they are about. */
export function FindingsDesk({
  draft,
  document,
  findings,
  mayReview,
}: {
  draft: Draft
  document: Document
  findings: readonly DraftFinding[]
  mayReview: boolean
}) {
  const text = useTranslations('finding')
  const severities = useTranslations('severity')
  const filter = route.useSearch()
  const navigate = route.useNavigate()
  const [aim, setAim] = useState<Aim>()
  const marks = useMemo(() => findingMarks(findings, draft.fileName), [findings, draft.fileName])
  const groups = useMemo(
    () => findingsBySeverity(filteredFindings(findings, filter)),
    [findings, filter],
  )
  const choose = (next: FindingSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })

  return (
    <div className={styles.desk}>
      <FindingsHeader draft={draft} mayReview={mayReview} />
      <FindingFilters findings={findings} filter={filter} onChange={choose} />
      <div className={styles.panes}>
        <ScrollRegion className={styles.list} label={text('list')}>
          {groups.map((group) => (
            <section key={group.severity} aria-labelledby={`severity-${group.severity}`}>
              <h2 className={styles.group} id={`severity-${group.severity}`}>
                {severities(group.severity)} {group.findings.length}
              </h2>
              {group.findings.map((finding) => (
                <FindingCard
                  key={finding.id}
                  finding={finding}
                  draftId={draft.id}
                  active={finding.id === filter.item}
                  mayReview={mayReview}
                  onOpen={(place) => {
                    choose({ item: finding.id })
                    setAim((last) => ({ place, ticket: (last?.ticket ?? 0) + 1 }))
                  }}
                />
              ))}
            </section>
          ))}
          {groups.length === 0 && <EmptyState title={text('none')} hint={text('noneHint')} />}
        </ScrollRegion>
        <div className={styles.text}>
          <DocumentView
            document={document}
            marks={marks}
            activeId={filter.item}
            aim={aim}
            onMark={(id) =>
              choose({ item: id, status: 'all', rule: undefined, severity: undefined })
            }
          />
        </div>
      </div>
    </div>
  )
}
