import { analysisOf, whatChanged } from '#contract/analysis.ts'
import type { Input } from '#contract/route.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../api/call.ts'

export function analysis(input: Input<typeof analysisOf>) {
  return queryOptions({
    queryKey: ['figures', 'analysis', input],
    queryFn: ({ signal }) => call(analysisOf, input, signal),
    placeholderData: keepPreviousData,
  })
}

export function changes(days: Input<typeof whatChanged>) {
  return queryOptions({
    queryKey: ['figures', 'changes', days],
    queryFn: ({ signal }) => call(whatChanged, days, signal),
    placeholderData: keepPreviousData,
  })
}
