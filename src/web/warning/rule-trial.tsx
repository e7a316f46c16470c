import type { Reply } from '#contract/route.ts'
import type { tryWarningRule } from '#contract/warning.ts'
import type { Period } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { usePeriodName } from '../watching/use-period-name.ts'
import styles from '../watching/watching.module.css'
import { GradeBadge } from './grade-badge.tsx'
import { warnings } from './queries.ts'
import type { Rule } from './rule-edit.ts'
import { trialScore, verdictOf } from './trial-score.ts'
import { figureWords } from './warning-figures.ts'

type Outcome = Reply<typeof tryWarningRule>

/** What the rule would have found, month by month, and what people said of the same findings. */
export function RuleTrial({
  rule,
  outcome,
  periods,
}: {
  rule: Rule
  outcome: Outcome
  periods: readonly string[]
}) {
  const text = useTranslations('warning')
  const nameOf = usePeriodName()
  const { data } = useQuery(warnings({ state: 'all', rule: rule.code, limit: 500 }))
  const known = data?.warnings ?? []
  const { hits, looked } = outcome
  const score = trialScore(hits, known, periods as readonly Period[])
  return (
    <section className={styles.trial} aria-label={text('page.trial')}>
      <h3>{text('page.tried', { looked, hits: hits.length })}</h3>
      <p>
        {text('page.score', { ...score })}
        {score.lost > 0 && ` ${text('page.lost', { lost: score.lost })}`}
      </p>
      <DataTable<Outcome['hits'][number]>
        label={text('page.trial')}
        rows={hits}
        rowKey={({ period, subject }) => `${period} ${subject.code}`}
        size="small"
        pagination={{ pageSize: 20, hideOnSinglePage: true, size: 'small' }}
        empty={text('page.noHits')}
        columns={[
          { title: text('columns.span'), render: (_, { period }) => nameOf(period) },
          { title: text('columns.subject'), dataIndex: 'subjectName' },
          { title: text('columns.grade'), render: (_, { grade }) => <GradeBadge grade={grade} /> },
          {
            title: text('columns.figures'),
            render: (_, { figures }) =>
              Object.entries(figures).map(([name, value]) => (
                <div key={name}>{figureWords(name, value)}</div>
              )),
          },
          {
            title: text('judge'),
            render: (_, hit) => {
              const verdict = verdictOf(hit, known)
              if (verdict === undefined) return text('page.notJudged')
              return (
                <Badge tone={verdict ? 'ok' : 'bad'} shape={verdict ? 'check' : 'cross'}>
                  {text(verdict ? 'right' : 'wrong')}
                </Badge>
              )
            },
          },
        ]}
      />
    </section>
  )
}
