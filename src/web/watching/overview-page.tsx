import type { Reply } from '#contract/route.ts'
import type { listStandings, Standing } from '#contract/watching.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import type { WatchingSearch } from '../search.ts'
import { AsOfBand } from '../ui/as-of.tsx'
import { Badge } from '../ui/badge.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { GrowthPulls } from './growth-pulls.tsx'
import { KeyTarget } from './key-target.tsx'
import { goalsFirst, keyTargets, needsAttention } from './key-targets.ts'
import { TargetLamp } from './lamp-of.tsx'
import { PeriodBar } from './period-bar.tsx'
import { standings } from './queries.ts'
import { StandingTable } from './standing-table.tsx'
import { TargetCurve } from './target-curve.tsx'
import { monthsOnly, usePeriodName } from './use-period-name.ts'
import styles from './watching.module.css'

const route = getRouteApi('/watching')

/** Where the plan stands this month: lamps, main targets, the curve of one, where growth comes from. */
export function OverviewPage() {
  const text = useTranslations('watching')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { period, asOf, planId } = search
  const query = useQuery(
    standings({
      ...(period && { period }),
      ...(asOf !== undefined && { asOf }),
      ...(planId !== undefined && { planId }),
    }),
  )
  const who = useQuery(session())
  const nameOf = usePeriodName(true)
  const choose = (next: WatchingSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  const shownPeriod = query.data?.period
  return (
    <>
      <PageHeader
        title={shownPeriod ? `${nameOf(shownPeriod)} ${text('overview')}` : text('overview')}
        note={
          <>
            {text('note')}
            {who.data?.region.simulated && <Badge tone="brand">{text('simulated')}</Badge>}
          </>
        }
        actions={
          <>
            <PeriodBar
              period={shownPeriod}
              periods={monthsOnly(query.data?.periods ?? [])}
              asOf={asOf}
              onPeriod={(next) => choose({ period: next })}
              onAsOf={(day) => choose({ asOf: day })}
            />
            <LinkButton to="/watching/lamps">{text('lampRule')}</LinkButton>
            <LinkButton to="/screen" search={{ ...(period && { period }), asOf }}>
              {text('screen')}
            </LinkButton>
          </>
        }
      />
      <AsOfBand asOf={asOf} onAsOf={(day) => choose({ asOf: day })} />
      <QueryState query={query}>
        {(reply) => (
          <Overview
            reply={reply}
            region={who.data?.region.code ?? ''}
            search={search}
            onTarget={(target) => choose({ target })}
          />
        )}
      </QueryState>
    </>
  )
}

function Overview({
  reply,
  region,
  search,
  onTarget,
}: {
  reply: Reply<typeof listStandings>
  region: string
  search: WatchingSearch
  onTarget: (id: string) => void
}) {
  const text = useTranslations('watching')
  const { targets, period, counts } = reply
  if (targets.length === 0 && period) {
    return <EmptyState title={text('noTargets')} hint={text('noTargetsHint')} />
  }
  if (!period) return <EmptyState title={text('nothing')} hint={text('nothingHint')} />
  const bound = targets.filter(({ measure }) => measure)
  const main = keyTargets(targets)
  const chosen = targets.find(({ id }) => id === search.target) ?? main[0]
  return (
    <>
      <LampCounts counts={counts} bound={bound.length} unbound={targets.length - bound.length} />
      <section className={styles.cards} aria-label={text('keyTargets')}>
        {main.map((standing) => (
          <KeyTarget
            key={standing.id}
            standing={standing}
            region={region}
            isChosen={standing.id === chosen?.id}
            onChoose={() => onTarget(standing.id)}
          />
        ))}
      </section>
      {chosen && <ChosenTarget standing={chosen} region={region} period={period} search={search} />}
      <Standings targets={targets} region={region} />
    </>
  )
}

const lamps = ['normal', 'warning', 'behind', 'unreported'] as const

function LampCounts({
  counts,
  bound,
  unbound,
}: {
  counts: Reply<typeof listStandings>['counts']
  bound: number
  unbound: number
}) {
  const text = useTranslations('watching')
  return (
    <div className={styles.counts}>
      <span>{text('counts', { count: bound })}</span>
      {lamps.map((lamp) => (
        <span key={lamp} className={styles.count}>
          <TargetLamp lamp={lamp} /> <b>{counts[lamp]}</b>
        </span>
      ))}
      {unbound > 0 && (
        <span>
          {text('unbound', { count: unbound })} <Link to="/targets">{text('bind')}</Link>
        </span>
      )}
    </div>
  )
}

function ChosenTarget({
  standing,
  region,
  period,
  search,
}: {
  standing: Standing
  region: string
  period: NonNullable<WatchingSearch['period']>
  search: WatchingSearch
}) {
  const text = useTranslations('watching')
  const { measure } = standing
  const kind = measure?.subject.kind
  const within =
    measure && (kind === 'park' || kind === 'town' || kind === 'industry' || kind === 'chain')
      ? { kind, code: measure.subject.code }
      : undefined
  return (
    <div className={styles.panels}>
      <section className={styles.panel}>
        <div className={styles.panelHead}>
          <h2>
            {standing.indicator}
            <small>
              {standing.unit} · {text('curve')}
            </small>
          </h2>
          <LinkButton
            look="link"
            to="/watching/targets/$region/$targetId"
            params={{ region, targetId: standing.id }}
          >
            {text('detail')}
          </LinkButton>
        </div>
        <TargetCurve region={region} id={standing.id} period={search.period} asOf={search.asOf} />
      </section>
      <section className={styles.panel}>
        <div className={styles.panelHead}>
          <h2>
            {text('growthOf')}
            <small>{text('pulls')}</small>
          </h2>
        </div>
        <GrowthPulls
          indicator="industrial-output"
          period={period}
          asOf={search.asOf}
          subject={within}
          height={292}
        />
      </section>
    </div>
  )
}

function Standings({ targets, region }: { targets: readonly Standing[]; region: string }) {
  const text = useTranslations('watching')
  const [show, setShow] = useState<'measured' | 'attention' | 'all'>('measured')
  const chosen = targets.filter(
    (standing) =>
      show === 'all' ||
      (show === 'attention' ? needsAttention(standing) : standing.measure !== undefined),
  )
  const rows = goalsFirst(chosen)
  return (
    <section>
      <div className={styles.tableHead}>
        <h2>{text('table')}</h2>
        <Segmented
          size="small"
          value={show}
          onChange={setShow}
          aria-label={text('table')}
          options={[
            { value: 'measured', label: text('measured') },
            { value: 'attention', label: text('attention') },
            { value: 'all', label: text('all') },
          ]}
        />
      </div>
      <p className={styles.scope}>{text('tableNote')}</p>
      <StandingTable standings={rows} region={region} empty={text('nothing')} />
    </section>
  )
}
