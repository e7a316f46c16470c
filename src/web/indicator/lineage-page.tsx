import type { LineageNode } from '#contract/figure-fields.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { subjectKey } from '#core/indicator/figure.ts'
import { EstimatedMark, useEstimates } from '../figure/estimated.tsx'
import { withUnit } from '../plan/number-words.ts'
import { AsOfBand, AsOfPicker } from '../ui/as-of.tsx'
import { Badge } from '../ui/badge.tsx'
import { dayOf } from '../ui/china-day.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { shown, signedShare } from '../watching/figure-words.ts'
import { usePeriodName } from '../watching/use-period-name.ts'
import styles from '../watching/watching.module.css'
import { Hanging } from './hanging.tsx'
import { lineage } from './queries.ts'
import { SourceLink } from './source-link.tsx'
import { useSubjectName } from './use-subject-name.ts'

const route = getRouteApi('/figures/lineage')

/** Where a figure came from, and what hangs on it. */
export function LineagePage() {
  const text = useTranslations('lineage')
  const { subject, indicator, period, asOf } = route.useSearch()
  const navigate = route.useNavigate()
  const onAsOf = (day: string | undefined) =>
    void navigate({ search: (now) => ({ ...now, asOf: day }), replace: true, resetScroll: false })
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={<AsOfPicker asOf={asOf} onAsOf={onAsOf} />}
      />
      <AsOfBand asOf={asOf} onAsOf={onAsOf} />
      {subject === undefined || indicator === undefined || period === undefined ? (
        <EmptyState title={text('incomplete')} />
      ) : (
        <Lineage question={{ subject, indicator, period, ...(asOf !== undefined && { asOf }) }} />
      )}
    </>
  )
}

function Lineage({ question }: { question: Parameters<typeof lineage>[0] }) {
  const tree = useQuery(lineage(question))
  return (
    <div className={styles.panels}>
      <section className={styles.panel}>
        <QueryState query={tree}>
          {(node) => <Node node={node} asOf={question.asOf} isFirst />}
        </QueryState>
      </section>
      <section className={styles.panel}>
        <Hanging question={question} />
      </section>
    </div>
  )
}

function Node({
  node,
  asOf,
  isFirst = false,
}: {
  node: LineageNode
  asOf: string | undefined
  isFirst?: boolean
}) {
  const text = useTranslations('lineage')
  const nameOf = usePeriodName(true)
  const subjectName = useSubjectName()
  const { figure, name, unit, formula, inWords, source, by, knownFrom, share, omitted } = node
  const { indicator, period } = figure
  const estimatesOf = useEstimates({ indicators: [indicator], periods: [period], asOf })
  return (
    <div>
      <div>
        {isFirst ? (
          <b>
            {subjectName(figure.subject)} {nameOf(figure.period)}{' '}
            <Link to="/indicators/$code" params={{ code: figure.indicator }} search={{ asOf }}>
              {name}
            </Link>
          </b>
        ) : (
          <Link
            to="/figures/lineage"
            search={{
              subject: subjectKey(figure.subject),
              indicator: figure.indicator,
              period: figure.period,
              asOf,
            }}
          >
            {subjectName(figure.subject)} {name}
          </Link>
        )}{' '}
        <b>
          {figure.value === null
            ? text('missing')
            : withUnit(shown(Number(figure.value), decimalsOf(figure.value)), unit)}
        </b>{' '}
        {figure.growth !== undefined && (
          <span className={styles.scope}>{signedShare(figure.growth)}</span>
        )}{' '}
        <Badge tone="none">{text(`origin.${figure.origin}`)}</Badge>
        <EstimatedMark subject={figure.subject} count={estimatesOf(figure)} />{' '}
        {figure.origin === 'sum' && (
          <span className={styles.scope}>{text('count', { count: figure.count })}</span>
        )}
        {share !== undefined && share !== '1' && (
          <span className={styles.scope}>{text('share', { share })}</span>
        )}
      </div>
      {formula && (
        <div className={styles.scope}>
          {text('formula')}：{formula}
        </div>
      )}
      {inWords && (
        <div className={styles.scope}>
          {text('inWords')}：{inWords}
        </div>
      )}
      {source && (
        <div className={styles.scope}>
          {text('source')}：
          <SourceLink source={source} /> · {by?.name}
          {knownFrom && ` · ${text('knownFrom', { day: dayOf(knownFrom) })}`}
        </div>
      )}
      {node.inputs.length > 0 && (
        <ul className={styles.tree}>
          {node.inputs.map((input) => (
            <li
              key={`${subjectKey(input.figure.subject)} ${input.figure.indicator} ${input.figure.period}`}
            >
              <Node node={input} asOf={asOf} />
            </li>
          ))}
        </ul>
      )}
      {omitted !== undefined && omitted > 0 && (
        <div className={styles.scope}>{text('omitted', { count: omitted })}</div>
      )}
    </div>
  )
}

function decimalsOf(value: string): number {
  return Math.min((value.split('.')[1] ?? '').length, 2)
}
