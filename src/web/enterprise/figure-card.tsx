import type { EnterpriseId } from '#core/id.ts'
import type { enterpriseFigures } from '#contract/enterprise.ts'
import type { Reply } from '#contract/route.ts'
import { periodName } from '#core/period/period-name.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Select, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { EstimatedMark, useEstimates } from '../figure/estimated.tsx'
import { Chart } from '../ui/chart.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { figureChart } from './figure-chart.ts'
import { type FigureMonth, figureMonths, growthOf } from './figure-months.ts'
import { figures } from './queries.ts'
import styles from './enterprise.module.css'

const usual = 'industrial-output'
const yearsShown = 3

/** What an enterprise reported: a chart of the months and the figures beneath it. */
export function FigureCard({ id, asOf }: { id: EnterpriseId; asOf: string | undefined }) {
  const text = useTranslations('enterprises')
  const [now] = useState(() => new Date().getFullYear())
  const [last, setLast] = useState(now)
  const query = useQuery(figures(id, last - yearsShown + 1, last, asOf))
  const [indicator, setIndicator] = useState(usual)
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2>{text('figures')}</h2>
        <Select
          aria-label={text('years')}
          value={last}
          options={Array.from({ length: 6 }, (_, back) => now - back).map((year) => ({
            value: year,
            label: text('yearSpan', { from: year - yearsShown + 1, to: year }),
          }))}
          onChange={setLast}
        />
        <Select
          className={styles.figureChoice ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={text('indicator')}
          value={indicator}
          options={(query.data?.indicators ?? []).map(({ code, name, unit }) => ({
            value: code,
            label: text('indicatorIn', { name, unit }),
          }))}
          onChange={setIndicator}
        />
      </div>
      <QueryState query={query}>
        {(told) => <Months id={id} told={told} indicator={indicator} asOf={asOf} />}
      </QueryState>
    </section>
  )
}

interface Place {
  readonly id: EnterpriseId
  readonly asOf: string | undefined
}

function Months({
  id,
  told,
  indicator,
  asOf,
}: Place & { told: Reply<typeof enterpriseFigures>; indicator: string }) {
  const text = useTranslations('enterprises')
  const chosen = told.indicators.find(({ code }) => code === indicator) ?? told.indicators[0]
  const months = useMemo(
    () => (chosen ? figureMonths(told.figures, chosen) : []),
    [told.figures, chosen],
  )
  const option = useMemo(
    () =>
      figureChart(months, {
        value: text(chosen?.kind === 'flow' ? 'single' : 'value'),
        base: text('lastYear'),
        growth: text('growth'),
        unit: chosen?.unit ?? '',
      }),
    [months, chosen, text],
  )
  if (!chosen || months.length === 0) {
    return <EmptyState title={text('noFigures')} hint={text('noFiguresHint')} />
  }
  return (
    <>
      <Chart option={option} label={text('chartLabel', { name: chosen.name })} />
      <div className={styles.figureTable}>
        <FigureTable id={id} asOf={asOf} months={months} chosen={chosen} />
      </div>
    </>
  )
}

function FigureTable({
  id,
  asOf,
  months,
  chosen: { code, kind, decimals },
}: Place & {
  months: readonly FigureMonth[]
  chosen: Reply<typeof enterpriseFigures>['indicators'][number]
}) {
  const isFlow = kind === 'flow'
  const subject = { kind: 'enterprise', code: id } as const
  const periods = months.map(({ period }) => period)
  const estimatesOf = useEstimates({ indicators: [code], periods, asOf })
  const text = useTranslations('enterprises')
  const format = useFormatter()
  const number = (value: number | undefined): string =>
    value === undefined
      ? '—'
      : format.number(value, { maximumFractionDigits: decimals, minimumFractionDigits: decimals })
  const percent = (value: number | undefined): string =>
    value === undefined
      ? '—'
      : format.number(value, {
          style: 'percent',
          minimumFractionDigits: 1,
          signDisplay: 'exceptZero',
        })
  const columns: TableColumnsType<FigureMonth> = [
    { title: text('period'), key: 'period', render: (_, { period }) => periodName(period) },
    ...(isFlow
      ? [
          {
            title: text('single'),
            key: 'single',
            align: 'right' as const,
            render: (_: unknown, { single }: FigureMonth) => number(single),
          },
        ]
      : []),
    {
      title: text(isFlow ? 'cumulative' : 'value'),
      key: 'value',
      align: 'right',
      render: (_, { period, value }) => (
        <Link
          to="/figures/lineage"
          search={{ subject: `enterprise:${id}`, indicator: code, period, asOf }}
        >
          {number(value)}
          <EstimatedMark
            subject={subject}
            count={estimatesOf({ subject, indicator: code, period })}
          />
        </Link>
      ),
    },
    {
      title: text('lastYear'),
      key: 'base',
      align: 'right',
      render: (_, { base }) => number(base),
    },
    {
      title: text('growth'),
      key: 'growth',
      align: 'right',
      render: (_, { value, base }) => percent(growthOf(value, base)),
    },
  ]
  return (
    <DataTable
      label={text('figures')}
      rowKey="period"
      size="small"
      rows={months.toReversed().slice(0, 12)}
      columns={columns}
      empty={<EmptyState title={text('noFigures')} />}
    />
  )
}
