import { listLog, showLogState } from '#contract/log.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import type { LogSearch } from '../search.ts'

export function logState() {
  return queryOptions({
    queryKey: ['log', 'state'],
    queryFn: ({ signal }) => call(showLogState, {}, signal),
    staleTime: 0,
  })
}

/** Entries from the latest on; more are fetched from where the last page ended. */
export function logPages(search: LogSearch) {
  return infiniteQueryOptions({
    queryKey: ['log', 'entries', search],
    queryFn: ({ signal, pageParam }) =>
      call(
        listLog,
        { ...logFilter(search), ...(pageParam !== undefined && { before: pageParam }) },
        signal,
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })
}

/** What the address says, as the endpoints take it. */
export function logFilter({ person, action, subject, from, to, text }: LogSearch) {
  return { person, action, subject, from, to, text }
}
