import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { ChartLook } from '../ui/chart-look.ts'
import { Chart } from '../ui/chart.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { shown } from './figure-words.ts'
import { pathChart } from './path-chart.ts'
import { standingOfTarget } from './queries.ts'
import { useShortPeriod } from './use-period-name.ts'
import type { Period } from '#core/period/period.ts'
import type { Standing } from '#contract/watching.ts'
import type { Reply } from '#contract/route.ts'
import type { targetStanding } from '#contract/watching.ts'

/** The curve of a target with its deviation, asked for by its id. */
export function TargetCurve(question: {
  region: string
  id: Standing['id']
  period?: Period | undefined
  asOf?: string | undefined
}) {
  const { region, id, period, asOf } = question
  const query = useQuery(
    standingOfTarget({
      region,
      id,
      ...(period && { period }),
      ...(asOf !== undefined && { asOf }),
    }),
  )
  return <QueryState query={query}>{(target) => <CurveChart target={target} />}</QueryState>
}

export function CurveChart({
  target,
  look,
  height = 330,
}: {
  target: Reply<typeof targetStanding>
  look?: ChartLook
  height?: number
}) {
  const text = useTranslations('watching')
  const shortPeriod = useShortPeriod()
  const { standing, curve, lastYear, forecasts } = target
  const option = useMemo(
    () =>
      pathChart(
        curve,
        lastYear,
        {
          actual: text('actual'),
          plan: text('plan'),
          forecast: text('forecast'),
          lastYear: text('lastYear'),
          band50: text('band50'),
          band80: text('band80'),
          deviation: text('deviation'),
          said: text('said'),
        },
        shortPeriod,
        { said: forecasts, ...(look && { look }) },
      ),
    [curve, lastYear, forecasts, text, shortPeriod, look],
  )
  return (
    <Chart
      option={option}
      height={height}
      label={text('chartLabel', {
        name: standing.indicator,
        period: standing.period ?? '',
        actual: shown(standing.actual, standing.decimals),
        planned: shown(standing.planned, standing.decimals),
        unit: standing.unit,
      })}
    />
  )
}
