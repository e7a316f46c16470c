import { analysisOf, whatChanged } from '#contract/analysis.ts'
import { listTemplates, setTemplate, tryTemplate } from '#contract/analysis-template.ts'
import type { Input } from '#contract/route.ts'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
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

export function templates() {
  return queryOptions({
    queryKey: ['figures', 'analysis', 'templates'],
    queryFn: ({ signal }) => call(listTemplates, {}, signal),
  })
}

export function useTryTemplate() {
  return useMutation({ mutationFn: (input: Input<typeof tryTemplate>) => call(tryTemplate, input) })
}

export function useSetTemplate() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input<typeof setTemplate>) => call(setTemplate, input),
    onSettled: () => client.invalidateQueries({ queryKey: ['figures', 'analysis'] }),
  })
}
