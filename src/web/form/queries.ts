import { defineForm, tryForm, tuneCheck } from '#contract/form.ts'
import type { Input, Reply, Route } from '#contract/route.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

function useAsk<R extends Route>(route: R) {
  return useMutation<Reply<R>, Error, Input<R>>({ mutationFn: (input) => call(route, input) })
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
