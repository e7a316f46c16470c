import type { IndicatorVersion } from '#contract/indicator.ts'
import { isPeriod, periodsOfYear, yearOf } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { EChartsOption } from 'echarts'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { subjectKey } from '#core/indicator/figure.ts'
import { EstimatedMark, useEstimates } from '../figure/estimated.tsx'
import { colors } from '../theme.ts'
import { Chart } from '../ui/chart.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { shown, signedShare } from '../watching/figure-words.ts'
import { usePeriodName } from '../watching/use-period-name.ts'
import styles from '../watching/watching.module.css'
import { figures, members, periodsKnown } from './queries.ts'
import { useSubjectName } from './use-subject-name.ts'

type Definition = IndicatorVersion['definition']

/** The figures of a subject over the last years; of the region, who they are made of. */
export function IndicatorFigures({
  definition,
  subject,
  asOf,
}: {
  definition: Definition
  subject: string
  asOf: string | undefined
}) {
  const text = useTranslations('indicators')
  const nameOf = usePeriodName()
  const there = useQuery(periodsKnown())
  const until = there.data?.at(-1)
  const year = until === undefined ? undefined : yearOf(until)
  const period =
    year === undefined
      ? []
      : [2, 1, 0].flatMap((back) => periodsOfYear(year - back, definition.frequency))
  const query = useQuery({
    ...figures({
      subject: [subject],
      indicator: [definition.code],
      period,
      ...(asOf !== undefined && { asOf }),
    }),
    enabled: period.length > 0,
  })
  const estimatesOf = useEstimates({ indicators: [definition.code], periods: period, asOf })
  const known = (query.data?.figures ?? [])
    .map(({ figure }) => figure)
    .filter(({ value }) => value !== null)
  const option = useMemo(
    () =>
      seriesChart(
        known.map((figure) => [nameOf(figure.period), Number(figure.value)]),
        definition.unit,
      ),
    [known, definition.unit, nameOf],
  )
  if (period.length === 0) return null
  const latest = known.at(-1)
  return (
    <QueryState query={query}>
      {() =>
        latest === undefined ? (
          <p className={styles.scope}>{text('noFigures')}</p>
        ) : (
          <div className={styles.panels} style={{ marginBottom: 12 }}>
            <section className={styles.panel}>
              <div className={styles.panelHead}>
                <h2>
                  {text('series')} <small>{definition.unit}</small>
                </h2>
                <span className={styles.scope}>{text('seriesNote')}</span>
              </div>
              <Chart
                option={option}
                height={240}
                label={`${definition.name} ${nameOf(latest.period)} ${latest.value ?? ''}`}
              />
              <DataTable
                label={text('series')}
                rows={known.toReversed().slice(0, 14)}
                rowKey="period"
                size="small"
                fits
                empty={text('noFigures')}
                columns={[
                  { title: text('period'), render: (_, figure) => nameOf(figure.period) },
                  {
                    title: text('value'),
                    align: 'right',
                    render: (_, figure) => (
                      <Link
                        to="/figures/lineage"
                        search={{
                          subject,
                          indicator: definition.code,
                          period: figure.period,
                          asOf,
                        }}
                      >
                        {shown(Number(figure.value), definition.decimals)}
                        <EstimatedMark subject={figure.subject} count={estimatesOf(figure)} />
                      </Link>
                    ),
                  },
                  {
                    title: text('growth'),
                    align: 'right',
                    render: (_, figure) => signedShare(figure.growth),
                  },
                ]}
              />
            </section>
            <section className={styles.panel}>
              <Members definition={definition} period={latest.period} asOf={asOf} />
            </section>
          </div>
        )
      }
    </QueryState>
  )
}

const dimensions = ['industry', 'park', 'town', 'chain', 'size', 'tag'] as const

function Members({
  definition,
  period,
  asOf,
}: {
  definition: Definition
  period: Parameters<typeof members>[0]['period']
  asOf: string | undefined
}) {
  const text = useTranslations('indicators')
  const words = useTranslations('watching.by')
  const [dimension, setDimension] = useState<(typeof dimensions)[number]>('industry')
  const query = useQuery(
    members({
      indicator: definition.code,
      period,
      dimension,
      ...(asOf !== undefined && { asOf }),
    }),
  )
  const nameOf = useSubjectName()
  const estimatesOf = useEstimates({
    indicators: [definition.code],
    periods: isPeriod(period) ? [period] : [],
    asOf,
  })
  return (
    <>
      <div className={styles.panelHead}>
        <h2>{text('breakdown')}</h2>
        <Segmented
          size="small"
          value={dimension}
          onChange={setDimension}
          aria-label={text('breakdown')}
          options={dimensions.map((each) => ({ value: each, label: words(each) }))}
        />
      </div>
      <QueryState query={query}>
        {(reply) => (
          <DataTable
            label={text('breakdown')}
            rows={reply.members}
            rowKey={({ figure }) => subjectKey(figure.subject)}
            size="small"
            fits
            empty={text('noFigures')}
            columns={[
              { title: words(dimension), render: (_, { figure }) => nameOf(figure.subject) },
              {
                title: text('value'),
                align: 'right',
                render: (_, { figure }) => (
                  <Link
                    to="/figures/lineage"
                    search={{
                      subject: subjectKey(figure.subject),
                      indicator: definition.code,
                      period,
                      asOf,
                    }}
                  >
                    {figure.value === null ? '—' : shown(Number(figure.value), definition.decimals)}
                    <EstimatedMark subject={figure.subject} count={estimatesOf(figure)} />
                  </Link>
                ),
              },
              {
                title: text('growth'),
                align: 'right',
                render: (_, { figure }) => signedShare(figure.growth),
              },
              {
                title: text('points'),
                align: 'right',
                render: (_, { points }) => (points === undefined ? '—' : signedPoints(points)),
              },
              {
                title: text('share'),
                align: 'right',
                render: (_, { share }) => (share === undefined ? '—' : `${shown(share * 100, 1)}%`),
              },
            ]}
          />
        )}
      </QueryState>
    </>
  )
}

/** 拉动 in percentage points, `+1.25`. */
function signedPoints(ratio: number): string {
  const points = shown(Math.abs(ratio) * 100, 2)
  return `${ratio < 0 ? '−' : '+'}${points}`
}

function seriesChart(points: readonly (readonly [string, number])[], unit: string): EChartsOption {
  return {
    grid: { left: 8, right: 16, top: 28, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: points.map(([period]) => period) },
    yAxis: { type: 'value', name: unit },
    series: [
      {
        type: 'bar',
        data: points.map(([, value]) => value),
        itemStyle: { color: colors.brand },
        barMaxWidth: 14,
      },
    ],
  }
}
