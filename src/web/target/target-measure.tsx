import { bindTarget, type BindingProposal } from '#contract/target-binding.ts'
import type { LedgerTarget } from '#contract/target.ts'
import { subjectKey } from '#core/indicator/figure.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { useMay } from '../api/use-may.ts'
import { useIndicatorName } from '../indicator/use-indicator-name.ts'
import { useSubjectName } from '../indicator/use-subject-name.ts'
import { Badge } from '../ui/badge.tsx'
import { dayOf } from '../ui/china-day.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { bindingOfTarget, useBindTarget } from './queries.ts'
import styles from './target-drawer.module.css'

/** By which indicator a target is measured; where nobody said so yet, what it may be, to be confirmed. */
export function TargetMeasure({ target }: { target: LedgerTarget }) {
  const text = useTranslations('measure')
  const who = useQuery(session())
  const mayBind = useMay(bindTarget) && who.data?.region.code === target.region.code
  const query = useQuery(bindingOfTarget(target.region.code, target.id))
  const bind = useBindTarget()
  const indicatorName = useIndicatorName()
  const subjectName = useSubjectName()
  const place = { region: target.region.code, id: target.id }
  return (
    <QueryState query={query}>
      {({ binding, proposals }) => (
        <>
          {bind.error && <ErrorState error={bind.error} />}
          {binding ? (
            <div className={styles.measure}>
              <span>
                <Badge tone="ok" shape="check">
                  {text('confirmed')}
                </Badge>{' '}
                <Link to="/indicators/$code" params={{ code: binding.indicator }}>
                  {indicatorName(binding.indicator)}
                </Link>
                <small>
                  {subjectName(binding.subject)} ·{' '}
                  {text('by', {
                    name: binding.confirmedBy.name,
                    day: dayOf(binding.confirmedAt),
                  })}
                </small>
              </span>
              {mayBind && (
                <Button size="small" loading={bind.isPending} onClick={() => bind.mutate(place)}>
                  {text('undo')}
                </Button>
              )}
            </div>
          ) : proposals.length === 0 ? (
            <p>{text('noProposal')}</p>
          ) : (
            proposals
              .slice(0, 3)
              .map((proposal) => (
                <Proposed
                  key={`${proposal.indicator} ${proposal.subject ? subjectKey(proposal.subject) : ''}`}
                  proposal={proposal}
                  mayBind={mayBind}
                  isBusy={bind.isPending}
                  onConfirm={(measure) => bind.mutate({ ...place, measure })}
                />
              ))
          )}
        </>
      )}
    </QueryState>
  )
}

function Proposed({
  proposal: { indicator, name, subject, reasons },
  mayBind,
  isBusy,
  onConfirm,
}: {
  proposal: BindingProposal
  mayBind: boolean
  isBusy: boolean
  onConfirm: (measure: {
    indicator: string
    subject: NonNullable<BindingProposal['subject']>
  }) => void
}) {
  const text = useTranslations('measure')
  const subjectName = useSubjectName()
  return (
    <div className={styles.measure}>
      <span>
        <Badge tone="none">{text('proposed')}</Badge>{' '}
        <Link to="/indicators/$code" params={{ code: indicator }}>
          {name}
        </Link>
        <small>
          {subject ? subjectName(subject) : text('noSubject')}
          {reasons.length > 0 && ` · ${reasons.join('；')}`}
        </small>
      </span>
      {mayBind && subject && (
        <Button size="small" disabled={isBusy} onClick={() => onConfirm({ indicator, subject })}>
          {text('confirm')}
        </Button>
      )}
    </div>
  )
}
