import type { figureLineage } from '#contract/figure.ts'
import type { Input } from '#contract/route.ts'
import { subjectKey } from '#core/indicator/figure.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { QueryState } from '../ui/query-state.tsx'
import { GradeBadge } from '../warning/grade-badge.tsx'
import styles from '../watching/watching.module.css'
import { hanging } from './queries.ts'
import { useSubjectName } from './use-subject-name.ts'

/** What changes when a figure does: sums, computed indicators, targets and warnings, each a link. */
export function Hanging({
  question: { subject, indicator, period, asOf },
}: {
  question: Input<typeof figureLineage>
}) {
  const text = useTranslations('lineage')
  const subjectName = useSubjectName()
  const who = useQuery(session())
  const region = who.data?.region.code ?? ''
  const query = useQuery(hanging({ subject, indicator, period }))
  return (
    <>
      <h2>{text('hanging')}</h2>
      <QueryState query={query}>
        {({ sums, indicators, targets, warnings }) =>
          sums.length + indicators.length + targets.length + warnings.length === 0 ? (
            <p className={styles.scope}>{text('nothing')}</p>
          ) : (
            <>
              <Listed
                title={text('sums')}
                items={sums.map((each) => ({
                  key: subjectKey(each),
                  label: (
                    <Link
                      to="/figures/lineage"
                      search={{ subject: subjectKey(each), indicator, period, asOf }}
                    >
                      {subjectName(each)}
                    </Link>
                  ),
                }))}
              />
              <Listed
                title={text('indicators')}
                items={indicators.map(({ code, name, formula }) => ({
                  key: code,
                  label: (
                    <>
                      <Link
                        to="/figures/lineage"
                        search={{ subject, indicator: code, period, asOf }}
                      >
                        {name}
                      </Link>{' '}
                      <span className={styles.scope}>= {formula}</span>
                    </>
                  ),
                }))}
              />
              <Listed
                title={text('targets')}
                items={targets.map(({ id, name }) => ({
                  key: id,
                  label: (
                    <Link
                      to="/watching/targets/$region/$targetId"
                      params={{ region, targetId: id }}
                      search={{ asOf }}
                    >
                      {name}
                    </Link>
                  ),
                }))}
              />
              <Listed
                title={text('warnings')}
                items={warnings.map(({ id, rule, subject: about, grade, isOpen }) => ({
                  key: id,
                  label: (
                    <>
                      <GradeBadge grade={grade} />{' '}
                      <Link
                        to="/warnings"
                        search={{
                          state: isOpen ? 'open' : 'all',
                          text: subjectName(about),
                        }}
                      >
                        {subjectName(about)} {rule}
                      </Link>
                    </>
                  ),
                }))}
              />
            </>
          )
        }
      </QueryState>
    </>
  )
}

function Listed({
  title,
  items,
}: {
  title: string
  items: readonly { readonly key: string; readonly label: ReactNode }[]
}) {
  if (items.length === 0) return null
  return (
    <>
      <p className={styles.scope}>{title}</p>
      <ul className={styles.said}>
        {items.map(({ key, label }) => (
          <li key={key}>{label}</li>
        ))}
      </ul>
    </>
  )
}
