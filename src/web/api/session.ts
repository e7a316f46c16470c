import { listRegions, whoAmI } from '#contract/session.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from './call.ts'

export function session() {
  return queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }) => call(whoAmI, {}, signal),
    staleTime: Infinity,
  })
}

export function regions() {
  return queryOptions({
    queryKey: ['regions'],
    queryFn: ({ signal }) => call(listRegions, {}, signal),
    select: (reply) => reply.regions,
  })
}
