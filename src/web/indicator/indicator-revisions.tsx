import type { listRevisions, revisionStatistics } from '#contract/figure.ts'
import type { Reply } from '#contract/route.ts'
import { periodsOfYear, yearOf } from '#core/period/period.ts'
import { subjectKey } from '#core/indicator/figure.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useGapWords } from '../figure/use-gap-words.ts'
import { dayOf } from '../ui/china-day.ts'
import { DataTable } from '../ui/data-table.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { shown, signedShare } from '../watching/figure-words.ts'
import { usePeriodName } from '../watching/use-period-name.ts'
import styles from '../watching/watching.module.css'
import type { Definition } from './definition-form.ts'
import { periodsKnown, revisions, statistics } from './queries.ts'
import { useSubjectName } from './use-subject-name.ts'

type Revised = Reply<typeof listRevisions>['periods'][number]

/** What was known of each period and when; and how often and how far each unit corrected what it had told. */
export function IndicatorRevisions({
  definition,
  subject,
}: {
  definition: Definition
  subject: string
}) {
  const text = useTranslations('indicators')
  const known = useQuery(periodsKnown())
  const last = known.data?.at(-1)
  const period = useMemo(
    () =>
      last === undefined
        ? []
        : [1, 0].flatMap((back) => periodsOfYear(yearOf(last) - back, definition.frequency)),
    [last, definition.frequency],
  )
  const table = useQuery({
    ...revisions({ subject, indicator: definition.code, period }),
    enabled: period.length > 0,
  })
  const units = useQuery(statistics({ indicator: definition.code }))
  return (
    <div className={styles.panels}>
      <section className={styles.panel}>
        <h2>{text('revisions')}</h2>
        <p className={styles.scope}>{text('revisionsNote')}</p>
        {period.length > 0 && (
          <QueryState query={table}>
            {(periods) => <RevisionTable periods={periods} decimals={definition.decimals} />}
          </QueryState>
        )}
      </section>
      <section className={styles.panel}>
        <h2>{text('statistics')}</h2>
        <p className={styles.scope}>{text('statisticsNote')}</p>
        <QueryState query={units}>{(each) => <StatisticsTable units={each} />}</QueryState>
      </section>
    </div>
  )
}

function RevisionTable({ periods, decimals }: { periods: readonly Revised[]; decimals: number }) {
  const text = useTranslations('indicators')
  const nameOf = usePeriodName()
  const gapWords = useGapWords()
  const rows = periods
    .toReversed()
    .flatMap(({ period, vintages }) =>
      vintages
        .map((vintage, index) => ({ period, vintage, before: vintages[index - 1] }))
        .toReversed(),
    )
  return (
    <DataTable
      label={text('revisions')}
      rows={rows}
      rowKey={({ period, vintage }) => `${period} ${vintage.knownFrom}`}
      size="small"
      fits
      empty={text('noRevisions')}
      pagination={rows.length > 15 ? { pageSize: 15, showSizeChanger: false } : false}
      columns={[
        { title: text('period'), render: (_, { period }) => nameOf(period) },
        { title: text('knownFrom'), render: (_, { vintage }) => dayOf(vintage.knownFrom) },
        {
          title: text('value'),
          align: 'right',
          render: (_, { vintage: { value, gap } }) =>
            value === null ? gapWords(gap) : shown(Number(value), decimals),
        },
        {
          title: text('revised'),
          align: 'right',
          render: (_, { vintage, before }) => signedShare(revisionOf(before?.value, vintage.value)),
        },
        {
          title: text('by'),
          render: (_, { vintage: { by, why } }) => (
            <>
              {by?.name ?? '—'}
              {why !== undefined && <div className={styles.scope}>{why}</div>}
            </>
          ),
        },
      ]}
    />
  )
}

/** How far a figure was corrected, as a ratio of what it was before. */
function revisionOf(before: string | null | undefined, now: string | null): number | undefined {
  if (before === undefined || before === null || now === null || Number(before) === 0) {
    return undefined
  }
  return Number(now) / Number(before) - 1
}

type Unit = Reply<typeof revisionStatistics>['units'][number]

function StatisticsTable({ units }: { units: readonly Unit[] }) {
  const text = useTranslations('indicators')
  const subjectName = useSubjectName()
  const rows = units.toSorted((a, b) => b.revised - a.revised || b.told - a.told)
  return (
    <DataTable<Unit>
      label={text('statistics')}
      rows={rows}
      rowKey={({ subject }) => subjectKey(subject)}
      size="small"
      empty={text('noRevisions')}
      pagination={rows.length > 15 ? { pageSize: 15, showSizeChanger: false } : false}
      columns={[
        { title: text('unit'), render: (_, { subject }) => subjectName(subject) },
        { title: text('told'), align: 'right', dataIndex: 'told' },
        { title: text('revisedCount'), align: 'right', dataIndex: 'revised' },
        {
          title: text('meanRevision'),
          align: 'right',
          render: (_, { meanRevision }) => signedShare(meanRevision),
        },
        {
          title: text('meanAbsolute'),
          align: 'right',
          render: (_, { meanAbsoluteRevision }) =>
            meanAbsoluteRevision === undefined ? '—' : `${shown(meanAbsoluteRevision * 100, 1)}%`,
        },
        {
          title: text('largest'),
          align: 'right',
          render: (_, { largestRevision }) => signedShare(largestRevision),
        },
      ]}
    />
  )
}
