import { figureEstimates } from '#contract/figure.ts'
import { type FigureKey, figureKey } from '#core/indicator/figure.ts'
import type { Period } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { call } from '../api/call.ts'
import { Badge } from '../ui/badge.tsx'

interface Question {
  readonly indicators: readonly string[]
  readonly periods: readonly Period[]
  readonly asOf: string | undefined
}

/** On the estimates of how many enterprises a figure rests; most on none. */
export function useEstimates({ indicators, periods, asOf }: Question): (key: FigureKey) => number {
  const input = {
    indicator: [...indicators],
    period: [...periods],
    ...(asOf !== undefined && { asOf }),
  }
  const { data } = useQuery({
    queryKey: ['figures', 'estimates', input],
    queryFn: ({ signal }) => call(figureEstimates, input, signal),
    enabled: indicators.length > 0 && periods.length > 0,
  })
  return useMemo(() => {
    const counts = new Map(data?.estimates.map(({ count, ...key }) => [figureKey(key), count]))
    return (key) => counts.get(figureKey(key)) ?? 0
  }, [data])
}

/** Says of a figure that it is an estimate, or how many of those it is made of are. */
export function EstimatedMark({
  subject,
  count,
}: Pick<FigureKey, 'subject'> & { readonly count: number }) {
  const text = useTranslations('reports')
  if (count === 0) return null
  const isOwn = subject.kind === 'enterprise'
  return (
    <>
      {' '}
      <Badge tone="warn" shape="info">
        {isOwn ? text('estimated') : text('estimatedOf', { count })}
      </Badge>
    </>
  )
}
