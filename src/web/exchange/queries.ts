import { listApiKeys, makeApiKey, revokeApiKey } from '#contract/api-key.ts'
import type { Input } from '#contract/route.ts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

export function apiKeys() {
  return queryOptions({
    queryKey: ['api-keys'],
    queryFn: ({ signal }) => call(listApiKeys, {}, signal),
  })
}

export function useMakeKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input<typeof makeApiKey>) => call(makeApiKey, input),
    onSuccess: () => client.invalidateQueries({ queryKey: ['api-keys'] }),
  })
}

export function useRevokeKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input<typeof revokeApiKey>) => call(revokeApiKey, input),
    onSuccess: () => client.invalidateQueries({ queryKey: ['api-keys'] }),
  })
}
