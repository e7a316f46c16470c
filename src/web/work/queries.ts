import { listWork } from '#contract/work.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../api/call.ts'

/** What waits for the user. Much may change it, so it is asked again whenever the page is opened. */
export function ownWork() {
  return queryOptions({
    queryKey: ['work'],
    queryFn: async ({ signal }) => (await call(listWork, {}, signal)).work,
    staleTime: 0,
    refetchInterval: 60_000,
  })
}
