import type { growthCauses } from '#contract/analysis.ts'
import type { Reply } from '#contract/route.ts'
import type { Period } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useTranslations } from 'use-intl'
import type { CausesSearch } from '../search.ts'
import { AsOfBand } from '../ui/as-of.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { shown, signedShare } from '../watching/figure-words.ts'
import { GrowthPulls } from '../watching/growth-pulls.tsx'
import { PeriodBar } from '../watching/period-bar.tsx'
import { causesOfGrowth, standings } from '../watching/queries.ts'
import { monthsOnly } from '../watching/use-period-name.ts'
import styles from '../watching/watching.module.css'
import { ratioCauses } from './queries.ts'
import { type Scope, scopeOf, ScopeSelect } from './scope-select.tsx'

const route = getRouteApi('/causes')

/** Sums whose growth is asked about most. */
const indicators = [
  'industrial-output',
  'operating-revenue',
  'total-profit',
  'export-delivery-value',
  'electricity-use',
] as const

/** Why a sum grew: by member, entries and exits apart; why a ratio moved: own and weight. */
export function CausesPage() {
  const text = useTranslations('causes')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data } = useQuery(standings({}))
  const periods = monthsOnly(data?.periods ?? [])
  const period = search.period ?? periods[0]
  const indicator = search.indicator ?? 'industrial-output'
  const choose = (next: CausesSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          <>
            <Select
              className={styles.period ?? ''}
              value={indicator}
              onChange={(next) => choose({ indicator: next })}
              popupMatchSelectWidth={false}
              aria-label={text('indicator')}
              options={indicators.map((value) => ({
                value,
                label: text(`indicators.${value}`),
              }))}
            />
            <ScopeSelect value={search.scope} onChange={(scope) => choose({ scope })} />
            <PeriodBar
              period={period}
              periods={periods}
              asOf={search.asOf}
              onPeriod={(next) => choose({ period: next })}
              onAsOf={(day) => choose({ asOf: day })}
            />
          </>
        }
      />
      <AsOfBand asOf={search.asOf} onAsOf={(day) => choose({ asOf: day })} />
      {period ? (
        <Body
          period={period}
          indicator={indicator}
          asOf={search.asOf}
          scope={scopeOf(search.scope)}
        />
      ) : (
        <EmptyState title={text('empty')} />
      )}
    </>
  )
}

function Body({
  period,
  indicator,
  asOf,
  scope,
}: {
  period: Period
  indicator: string
  asOf: string | undefined
  scope: Scope | undefined
}) {
  const text = useTranslations('causes')
  const query = useQuery(
    causesOfGrowth({
      period,
      indicator,
      by: 'enterprise',
      ...(asOf !== undefined && { asOf }),
      ...(scope && { subject: scope.kind, code: scope.code }),
    }),
  )
  return (
    <>
      <div className={styles.panels}>
        <section className={styles.panel}>
          <GrowthPulls
            indicator={indicator}
            period={period}
            asOf={asOf}
            subject={scope}
            height={420}
          />
        </section>
        <QueryState query={query}>{(causes) => <Bridge causes={causes} />}</QueryState>
      </div>
      <div className={styles.panels}>
        <QueryState query={query}>{(causes) => <Movers causes={causes} />}</QueryState>
        <section className={styles.panel}>
          <h2>{text('ratio')}</h2>
          <p className={styles.scope}>{text('ratioNote')}</p>
          <Ratio period={period} asOf={asOf} />
        </section>
      </div>
    </>
  )
}

/** The enterprises that moved the growth most: change, 拉动 and share of the whole growth. */
function Movers({ causes }: { causes: Reply<typeof growthCauses> }) {
  const text = useTranslations('causes')
  const { pulls, growthPoints, unit } = causes
  const strongest = pulls
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, 12)
    .toSorted((a, b) => b.points - a.points)
  return (
    <section className={styles.panel}>
      <h2>{text('movers')}</h2>
      <p className={styles.scope}>{text('moversNote', { unit })}</p>
      <DataTable
        label={text('movers')}
        rows={strongest}
        rowKey={({ subject }) => subject.code}
        size="small"
        empty={text('empty')}
        columns={[
          {
            title: text('member'),
            render: (_, { subject, name }) => (
              <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: subject.code }}>
                {name}
              </Link>
            ),
          },
          { title: text('change'), align: 'right', render: (_, { change }) => signed(change, 0) },
          { title: text('points'), align: 'right', render: (_, { points }) => signed(points, 2) },
          {
            title: text('contribution'),
            align: 'right',
            render: (_, { points }) =>
              growthPoints ? `${shown((points / growthPoints) * 100, 1)}%` : '—',
          },
        ]}
      />
    </section>
  )
}

function signed(value: number, digits: number): string {
  return `${value > 0 ? '+' : ''}${shown(value, digits)}`
}

function Bridge({ causes }: { causes: Reply<typeof growthCauses> }) {
  const text = useTranslations('causes')
  const { bridge, growth, unit, silent, silentCount, priceAndVolume } = causes
  if (!bridge) return <EmptyState title={text('empty')} />
  const steps = [
    'published',
    'takenOut',
    'baseBroughtIn',
    'corrected',
    'continuing',
    'entered',
    'value',
  ] as const
  return (
    <section className={styles.panel}>
      <h2>{text('bridge')}</h2>
      <p className={styles.scope}>{text('bridgeNote')}</p>
      <DataTable
        label={text('bridge')}
        rows={steps.map((step) => ({ step, amount: bridge[step] }))}
        rowKey="step"
        size="small"
        fits
        showHeader={false}
        empty={text('empty')}
        columns={[
          { render: (_, { step }) => text(step) },
          {
            align: 'right',
            render: (_, { step, amount }) => (
              <span>
                {step !== 'published' && step !== 'value' && amount > 0 ? '+' : ''}
                {shown(amount, 0)} <small className={styles.unit}>{unit}</small>
              </span>
            ),
          },
        ]}
      />
      <p>
        {text('growth')} <b>{signedShare(growth)}</b>
      </p>
      <p className={styles.scope}>
        {text('naive')} {signedShare(bridge.value / bridge.published - 1)}
      </p>
      {priceAndVolume && (
        <p>
          {text('prices', {
            index: shown(priceAndVolume.priceIndex, 1),
            price: signed(priceAndVolume.price * 100, 2),
            volume: signed(priceAndVolume.volume * 100, 2),
          })}
        </p>
      )}
      {silentCount > 0 && (
        <p className={styles.scope}>
          {text('silent', { count: silentCount })}
          {silent.slice(0, 8).join('、')}
        </p>
      )}
    </section>
  )
}

function Ratio({ period, asOf }: { period: Period; asOf: string | undefined }) {
  const text = useTranslations('causes')
  const query = useQuery(
    ratioCauses({
      above: 'total-profit',
      below: 'operating-revenue',
      period,
      by: 'industry',
      ...(asOf !== undefined && { asOf }),
    }),
  )
  const percent = (value: number | undefined): string =>
    value === undefined ? '—' : `${shown(value * 100, 2)}%`
  const points = (value: number): string => `${value > 0 ? '+' : ''}${shown(value * 100, 2)}`
  return (
    <QueryState query={query}>
      {({ ratio, before, parts }) => (
        <>
          <p>{text('from', { before: percent(before), now: percent(ratio) })}</p>
          <DataTable
            label={text('ratio')}
            rows={parts
              .toSorted((a, b) => Math.abs(b.rate + b.mix) - Math.abs(a.rate + a.mix))
              .slice(0, 8)}
            rowKey="code"
            size="small"
            empty={text('empty')}
            columns={[
              { title: text('part'), dataIndex: 'name' },
              { title: text('rate'), align: 'right', render: (_, { rate }) => points(rate) },
              { title: text('mix'), align: 'right', render: (_, { mix }) => points(mix) },
            ]}
          />
        </>
      )}
    </QueryState>
  )
}
