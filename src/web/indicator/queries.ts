import { breakdown, figureLineage, figuresHanging, listFigures } from '#contract/figure.ts'
import { indicatorHistory, listIndicators } from '#contract/indicator.ts'
import type { Input } from '#contract/route.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../api/call.ts'

export function library() {
  return queryOptions({
    queryKey: ['indicators'],
    queryFn: async ({ signal }) => (await call(listIndicators, {}, signal)).indicators,
  })
}

export function oneIndicator(code: string) {
  return queryOptions({
    queryKey: ['indicators', code],
    queryFn: ({ signal }) => call(indicatorHistory, { code }, signal),
  })
}

export function figures(input: Input<typeof listFigures>) {
  return queryOptions({
    queryKey: ['figures', 'list', input],
    queryFn: ({ signal }) => call(listFigures, input, signal),
    placeholderData: keepPreviousData,
  })
}

export function members(input: Input<typeof breakdown>) {
  return queryOptions({
    queryKey: ['figures', 'breakdown', input],
    queryFn: ({ signal }) => call(breakdown, input, signal),
    placeholderData: keepPreviousData,
  })
}

export function lineage(input: Input<typeof figureLineage>) {
  return queryOptions({
    queryKey: ['figures', 'lineage', input],
    queryFn: ({ signal }) => call(figureLineage, input, signal),
  })
}

export function hanging(input: Input<typeof figuresHanging>) {
  return queryOptions({
    queryKey: ['figures', 'hanging', input],
    queryFn: ({ signal }) => call(figuresHanging, input, signal),
  })
}
