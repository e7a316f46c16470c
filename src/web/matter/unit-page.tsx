import type { UnitLoad } from '#contract/matter-report.ts'
import { addDays } from '#core/calendar/day.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { MatterSearch } from '../search.ts'
import { today } from '../ui/china-day.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { LoadSpan } from './load-span.tsx'
import { MatterTable } from './matter-table.tsx'
import { matterPages, type MatterQuestion, unitLoad } from './queries.ts'
import styles from './matters.module.css'

const route = getRouteApi('/matters/units/$unitId')
const explained = [
  'open',
  'supporting',
  'dueSoon',
  'late',
  'done',
  'returned',
  'reopened',
  'asks',
] as const

/** All that one unit owes, how it went, and how the figures are counted. */
export function UnitPage() {
  const text = useTranslations('matters')
  const { unitId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const now = today()
  const from = search.from ?? `${now.slice(0, 4)}-01-01`
  const to = search.to ?? now
  const query = useQuery(unitLoad({ from, to }))
  return (
    <QueryState query={query}>
      {({ units }) => {
        const load = units.find(({ unit }) => unit.id === unitId)
        return (
          <>
            <PageHeader
              title={load?.unit.name ?? text('load')}
              note={text('loads.note')}
              actions={<LinkButton to="/matters/load">{text('unitPage.whole')}</LinkButton>}
            />
            <LoadSpan
              from={from}
              to={to}
              onChange={(next) =>
                void navigate({ search: (before) => ({ ...before, ...next }), replace: true })
              }
            />
            {load ? (
              <Unit load={load} />
            ) : (
              <EmptyState title={text('none')} hint={text('unitPage.unknown')} />
            )}
          </>
        )
      }}
    </QueryState>
  )
}

function Unit({ load }: { load: UnitLoad }) {
  const text = useTranslations('matters')
  const { id } = load.unit
  const now = today()
  const leads: MatterSearch = { lead: [id], phase: ['open'] }
  return (
    <>
      <div className={styles.figures}>
        <Figure label={text('loads.open')} search={leads}>
          {load.open}
        </Figure>
        <Figure label={text('loads.late')} search={{ ...leads, dueTo: addDays(now, -1) }}>
          {load.late}
        </Figure>
        <Figure label={text('loads.dueSoon')} search={{ ...leads, dueFrom: now }}>
          {load.dueSoon}
        </Figure>
        <Figure label={text('loads.supporting')} search={{ unit: [id], phase: ['open'] }}>
          {load.supporting}
        </Figure>
        <InTime load={load} />
        <Figure label={text('loads.returned')} before={load.before.returned}>
          {load.returned}
        </Figure>
        <Figure label={text('loads.reopened')}>{load.reopened}</Figure>
        <Figure label={text('loads.asks')} before={load.before.asks}>
          {load.asks}
        </Figure>
      </div>
      <Section title={text('unitPage.leads')} question={{ lead: [id], phase: ['open', 'held'] }} />
      <Section
        title={text('unitPage.supports')}
        question={{ unit: [id], phase: ['open', 'held'] }}
        isOf={(lead) => lead !== id}
      />
      <section className={styles.panel}>
        <h2>{text('unitPage.how')}</h2>
        <dl className={styles.how}>
          {explained.map((key) => [
            <dt key={key}>{text(`loads.${key}`)}</dt>,
            <dd key={`${key} told`}>{text(`unitPage.explained.${key}`)}</dd>,
          ])}
        </dl>
      </section>
    </>
  )
}

function Figure({
  label,
  search,
  before,
  children,
}: {
  label: string
  /** The matters the figure counts. */
  search?: MatterSearch
  before?: number
  children: ReactNode
}) {
  const text = useTranslations('matters.unitPage')
  return (
    <div className={styles.figure}>
      <span className={styles.note}>{label}</span>
      <b>
        {search ? (
          <Link to="/matters" search={search}>
            {children}
          </Link>
        ) : (
          children
        )}
      </b>
      {before !== undefined && (
        <span className={styles.note}>{text('before', { figure: before })}</span>
      )}
    </div>
  )
}

/** The share with both of its figures, and the time before. */
function InTime({ load: { done, doneInTime, before } }: { load: UnitLoad }) {
  const text = useTranslations('matters.unitPage')
  return (
    <div className={styles.figure}>
      <span className={styles.note}>{text('inTime')}</span>
      <b>{share(doneInTime, done)}</b>
      <span className={styles.note}>
        {done === 0 ? text('noneDone') : text('inTimeOf', { done, inTime: doneInTime })}
        {before.done > 0 &&
          ` · ${text('before', { figure: share(before.doneInTime, before.done) })}`}
      </span>
    </div>
  )
}

function Section({
  title,
  question,
  isOf,
}: {
  title: string
  question: MatterQuestion
  /** Which of them belong here, by their lead. */
  isOf?: (lead: string | undefined) => boolean
}) {
  const text = useTranslations('matters')
  const query = useInfiniteQuery(matterPages(question))
  return (
    <section>
      <h2 className={styles.head}>{title}</h2>
      <QueryState query={query}>
        {({ pages }) => (
          <>
            <MatterTable
              matters={pages
                .flatMap(({ matters }) => matters)
                .filter(({ lead }) => isOf?.(lead?.id) ?? true)}
              empty={<EmptyState title={text('none')} />}
            />
            {query.hasNextPage && (
              <div className={styles.more}>
                <Button
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {text('more')}
                </Button>
              </div>
            )}
          </>
        )}
      </QueryState>
    </section>
  )
}

function share(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`
}
