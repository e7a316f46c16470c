import { analysisOf } from '#contract/analysis.ts'
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
