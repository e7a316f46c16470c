import { bindTarget, type TargetMeasure } from '#contract/target-binding.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { targetMeasures, useBindTarget } from '../target/queries.ts'
import { proposedMeasure } from '../target/measure-state.ts'
import { Badge } from '../ui/badge.tsx'
import { dayOf } from '../ui/china-day.ts'
import { DataTable } from '../ui/data-table.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { QueryState } from '../ui/query-state.tsx'
import styles from '../watching/watching.module.css'
import { useSubjectName } from './use-subject-name.ts'

/** The plan targets an indicator measures, and those it is proposed for. */
export function IndicatorTargets({ code, region }: { code: string; region: string }) {
  const text = useTranslations('measure')
  const query = useQuery(targetMeasures(region))
  return (
    <section className={styles.panel} style={{ marginBottom: 12 }}>
      <div className={styles.panelHead}>
        <h2>{text('ofIndicator')}</h2>
        <LinkButton look="link" to="/targets/measures">
          {text('title')}
        </LinkButton>
      </div>
      <QueryState query={query}>
        {(targets) => (
          <Bound targets={targets.filter((target) => isAbout(target, code))} region={region} />
        )}
      </QueryState>
    </section>
  )
}

function isAbout({ binding, proposals: [best] }: TargetMeasure, code: string): boolean {
  return (binding?.indicator ?? best?.indicator) === code
}

function Bound({ targets, region }: { targets: readonly TargetMeasure[]; region: string }) {
  const text = useTranslations('measure')
  const subjectName = useSubjectName()
  const mayBind = useMay(bindTarget)
  const bind = useBindTarget()
  if (targets.length === 0) return <p className={styles.scope}>{text('noTarget')}</p>
  return (
    <>
      {bind.error && <ErrorState error={bind.error} />}
      <DataTable<TargetMeasure>
        label={text('ofIndicator')}
        rows={targets}
        rowKey="id"
        size="small"
        empty={text('noTarget')}
        columns={[
          {
            title: text('target'),
            render: (_, { id, name, scope, planTitle }) => (
              <>
                <Link to="/watching/targets/$region/$targetId" params={{ region, targetId: id }}>
                  {scope === undefined || name.includes(scope) ? name : `${scope} · ${name}`}
                </Link>
                <div className={styles.scope}>{planTitle}</div>
              </>
            ),
          },
          { title: text('unit'), render: (_, { unit }) => unit ?? '—' },
          {
            title: text('subject'),
            render: (_, { binding, proposals: [best] }) => {
              const subject = binding?.subject ?? best?.subject
              return subject ? subjectName(subject) : text('noSubject')
            },
          },
          {
            title: text('state'),
            render: (_, target) =>
              target.binding ? (
                <>
                  <Badge tone="ok" shape="check">
                    {text('confirmed')}
                  </Badge>{' '}
                  <span className={styles.scope}>
                    {text('by', {
                      name: target.binding.confirmedBy.name,
                      day: dayOf(target.binding.confirmedAt),
                    })}
                  </span>
                </>
              ) : (
                <>
                  <Badge tone="warn">{text('states.proposed')}</Badge>{' '}
                  <span className={styles.scope}>{target.proposals[0]?.reasons.join('；')}</span>
                </>
              ),
          },
          {
            title: <span className="visually-hidden">{text('confirm')}</span>,
            render: (_, target) => {
              const measure = proposedMeasure(target)
              return mayBind && measure ? (
                <Button
                  size="small"
                  aria-label={text('confirmOf', { name: target.name })}
                  loading={bind.isPending}
                  onClick={() => bind.mutate({ region, id: target.id, measure })}
                >
                  {text('confirm')}
                </Button>
              ) : null
            },
          },
        ]}
      />
    </>
  )
}
