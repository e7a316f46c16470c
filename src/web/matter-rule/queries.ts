import { enforceKind, enforceScheme, enforceWorkflow, tryScheme } from '#contract/matter-rule.ts'
import type { Input, Reply, Route } from '#contract/route.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

function useDecision<R extends Route>(route: R) {
  const client = useQueryClient()
  return useMutation<Reply<R>, Error, Input<R>>({
    mutationFn: (input) => call(route, input),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['matter-rules'] })
      await client.invalidateQueries({ queryKey: ['matters'] })
    },
  })
}

export const useEnforceScheme = () => useDecision(enforceScheme)
export const useEnforceKind = () => useDecision(enforceKind)
export const useEnforceWorkflow = () => useDecision(enforceWorkflow)

export function useTryScheme() {
  return useMutation({
    mutationFn: (input: Input<typeof tryScheme>) => call(tryScheme, input),
  })
}
