import { reportSheet, saveSheet, submitReports } from '#contract/collection.ts'
import type { Input, Reply } from '#contract/route.ts'
import type { Period } from '#core/period/period.ts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

export interface Round {
  readonly form: string
  readonly period: Period
}

export function sheet(round: Round) {
  return queryOptions({
    queryKey: ['reports', 'sheet', round],
    queryFn: ({ signal }) => call(reportSheet, round, signal),
  })
}

/** What is saved shows at once: the reply is the lines as they are now. */
export function useSaveSheet(round: Round) {
  const client = useQueryClient()
  return useMutation<Reply<typeof saveSheet>, Error, Input<typeof saveSheet>>({
    mutationFn: (input) => call(saveSheet, input),
    onSuccess: ({ reports }) => {
      const fresh = new Map(reports.map((one) => [one.id, one]))
      client.setQueryData(
        sheet(round).queryKey,
        (known) =>
          known && { ...known, reports: known.reports.map((one) => fresh.get(one.id) ?? one) },
      )
    },
  })
}

export function useSubmitReports() {
  const client = useQueryClient()
  return useMutation<Reply<typeof submitReports>, Error, Input<typeof submitReports>>({
    mutationFn: (input) => call(submitReports, input),
    onSettled: () => client.invalidateQueries({ queryKey: ['reports'] }),
  })
}
