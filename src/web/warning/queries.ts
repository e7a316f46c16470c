import { prosperityIndex, ratioAnalysis } from '#contract/analysis.ts'
import type { Input, Reply, Route } from '#contract/route.ts'
import {
  judgeWarning,
  listMissed,
  listWarningRules,
  listWarnings,
  lookForWarnings,
  reportMissed,
  setWarningRule,
  tryWarningRule,
  warningToMatter,
} from '#contract/warning.ts'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

export function warnings(filter: Input<typeof listWarnings>) {
  return queryOptions({
    queryKey: ['warnings', 'list', filter],
    queryFn: ({ signal }) => call(listWarnings, filter, signal),
    placeholderData: keepPreviousData,
  })
}

export function warningRules() {
  return queryOptions({
    queryKey: ['warnings', 'rules'],
    queryFn: ({ signal }) => call(listWarningRules, {}, signal),
  })
}

export function missedBy(code: string) {
  return queryOptions({
    queryKey: ['warnings', 'missed', code],
    queryFn: ({ signal }) => call(listMissed, { code }, signal),
  })
}

export function prosperity(asOf?: string) {
  return queryOptions({
    queryKey: ['figures', 'watching', 'prosperity', asOf],
    queryFn: ({ signal }) => call(prosperityIndex, asOf === undefined ? {} : { asOf }, signal),
  })
}

export function ratioCauses(input: Input<typeof ratioAnalysis>) {
  return queryOptions({
    queryKey: ['figures', 'watching', 'ratio', input],
    queryFn: ({ signal }) => call(ratioAnalysis, input, signal),
    placeholderData: keepPreviousData,
  })
}

function useChange<R extends Route>(route: R) {
  const client = useQueryClient()
  return useMutation<Reply<R>, Error, Input<R>>({
    mutationFn: (input) => call(route, input),
    onSettled: () => client.invalidateQueries({ queryKey: ['warnings'] }),
  })
}

export const useLook = () => useChange(lookForWarnings)
export const useJudge = () => useChange(judgeWarning)
export const useToMatter = () => useChange(warningToMatter)
export const useSetRule = () => useChange(setWarningRule)
export const useTryRule = () => useChange(tryWarningRule)
export const useReportMissed = () => useChange(reportMissed)
