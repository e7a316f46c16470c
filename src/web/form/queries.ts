import { checkOutcomes } from '#contract/collection.ts'
import { defineForm, tryForm, tuneCheck } from '#contract/form.ts'
import type { Input, Reply, Route } from '#contract/route.ts'
import type { Period } from '#core/period/period.ts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

function useAsk<R extends Route>(route: R) {
  return useMutation<Reply<R>, Error, Input<R>>({ mutationFn: (input) => call(route, input) })
}

/** What came of the hits of each check of a form since a period. */
export function checkOutcomesOf(code: string, from: Period) {
  return queryOptions({
    queryKey: ['reports', 'outcomes', code, from],
    queryFn: ({ signal }) => call(checkOutcomes, { code, from }, signal),
  })
}

export const useTrial = () => useAsk(tryForm)
export const useTuning = () => useAsk(tuneCheck)

export function usePublish() {
  const client = useQueryClient()
  return useMutation<Reply<typeof defineForm>, Error, Input<typeof defineForm>>({
    mutationFn: (input) => call(defineForm, input),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['forms'] })
      await client.invalidateQueries({ queryKey: ['reports'] })
    },
  })
}
