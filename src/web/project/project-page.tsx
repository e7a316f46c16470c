import { changeProject, type ProjectView } from '#contract/project.ts'
import type { ProjectId } from '#core/id.ts'
import { periodName } from '#core/period/period-name.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { type AsOfChoice, AsOfBand, AsOfPicker } from '../ui/as-of.tsx'
import { Badge } from '../ui/badge.tsx'
import { Chart } from '../ui/chart.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { HistoryCard } from '../ui/history-card.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { investmentChart } from './investment-chart.ts'
import { PaceBadge } from './pace-badge.tsx'
import { ProjectDrawer } from './project-drawer.tsx'
import { ProjectLinks } from './project-links.tsx'
import { history, project, units } from './queries.ts'
import styles from './project.module.css'

const route = getRouteApi('/projects/$projectId')

/** One project: what it is, how far its investment has gone, what it is for, what was entered about it. */
export function ProjectPage() {
  const { projectId } = route.useParams()
  const { asOf } = route.useSearch()
  const navigate = route.useNavigate()
  const onAsOf = (day: string | undefined) =>
    void navigate({ search: { asOf: day }, replace: true, resetScroll: false })
  const one = useQuery(project(projectId as ProjectId, asOf))
  return (
    <>
      {one.isError && <AsOfBand asOf={asOf} onAsOf={onAsOf} />}
      <QueryState query={one}>
        {(shown) => <Shown one={shown} asOf={asOf} onAsOf={onAsOf} />}
      </QueryState>
    </>
  )
}

function Shown({ one, asOf, onAsOf }: { one: ProjectView } & AsOfChoice) {
  const text = useTranslations('projects')
  const mayChange = useMay(changeProject) && asOf === undefined
  const known = useQuery(units())
  const [isEditing, setIsEditing] = useState(false)
  const { content } = one
  return (
    <>
      <PageHeader
        title={content.name}
        note={
          <span className={styles.heading}>
            <Badge tone="brand">{text(`stages.${content.stage}`)}</Badge>
            {content.code}
          </span>
        }
        actions={
          <>
            <AsOfPicker asOf={asOf} onAsOf={onAsOf} />
            {mayChange && (
              <Button type="primary" onClick={() => setIsEditing(true)}>
                {text('edit')}
              </Button>
            )}
          </>
        }
      />
      <AsOfBand asOf={asOf} onAsOf={onAsOf} />
      <div className={styles.page}>
        <div>
          <Progress one={one} />
          <ProjectHistory id={one.id} />
        </div>
        <div>
          <Facts one={one} />
          <ProjectLinks one={one} mayChange={mayChange} />
        </div>
      </div>
      {isEditing && known.data && (
        <ProjectDrawer one={one} units={known.data} onClose={() => setIsEditing(false)} />
      )}
    </>
  )
}

function Progress({ one }: { one: ProjectView }) {
  const text = useTranslations('projects')
  const format = useFormatter()
  const { progress, months, content } = one
  const amount = (value: number) => format.number(value, { maximumFractionDigits: 0 })
  const percent = (value: number) =>
    format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  const option = useMemo(
    () =>
      investmentChart(months, content.yearPlans, {
        told: text('toDate'),
        plan: text('due'),
        unit: text('money'),
      }),
    [months, content.yearPlans, text],
  )
  return (
    <section className={styles.card} aria-label={text('progress')}>
      <div className={styles.cardHead}>
        <h2>{text('progress')}</h2>
        {progress.pace && <PaceBadge pace={progress.pace} />}
      </div>
      {progress.period !== undefined && progress.yearShare !== undefined && (
        <p className={styles.sentence}>
          {text('sentence', {
            period: periodName(progress.period),
            thisYear: amount(progress.thisYear ?? 0),
            yearPlan: amount(progress.yearPlan ?? 0),
            share: percent(progress.yearShare),
            gone: percent(progress.yearGone ?? 0),
          })}
        </p>
      )}
      {progress.totalShare !== undefined && (
        <p className={styles.sentence}>
          {text('wholeSentence', {
            sum: amount(progress.sinceStart ?? 0),
            share: percent(progress.totalShare),
          })}
        </p>
      )}
      {months.length === 0 ? (
        <EmptyState title={text('noMonths')} hint={text('noMonthsHint')} />
      ) : (
        <Chart option={option} label={text('chartLabel', { name: content.name })} />
      )}
    </section>
  )
}

function Facts({ one }: { one: ProjectView }) {
  const text = useTranslations('projects')
  const format = useFormatter()
  const { content, unit, place, enterprise } = one
  const span = [content.from, content.to].map((at) => (at ? periodName(at) : '')).join('—')
  return (
    <section className={styles.card}>
      <h2>{text('identity')}</h2>
      <dl className={styles.facts}>
        <Fact name={text('unit')}>{unit}</Fact>
        <Fact name={text('place')}>{place}</Fact>
        <Fact name={text('builder')}>{enterprise}</Fact>
        <Fact name={text('total')}>{format.number(Number(content.total))}</Fact>
        <Fact name={text('land')}>
          {content.land === undefined ? undefined : format.number(Number(content.land))}
        </Fact>
        <Fact name={text('span')}>{span === '—' ? undefined : span}</Fact>
        <Fact name={text('content')}>{content.content}</Fact>
        {content.yearPlans.map(({ year, amount }) => (
          <Fact key={year} name={text('planOf', { year: String(year) })}>
            {format.number(Number(amount))}
          </Fact>
        ))}
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === undefined || children === '') return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function ProjectHistory({ id }: { id: ProjectId }) {
  const text = useTranslations('projects')
  const query = useQuery(history(id))
  return <HistoryCard query={query} empty={text('noHistory')} readable={readable} />
}

// The number of a revision tells a reader nothing.
function readable(held: unknown): unknown {
  if (typeof held !== 'object' || held === null) return held
  return Object.fromEntries(Object.entries(held).filter(([field]) => field !== 'revision'))
}
