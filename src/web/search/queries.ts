import { search, type SearchHit } from '#contract/search.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../api/call.ts'

/** What has the words; the answer before stays in sight until the next has come. */
export function found(text: string, limit: number, kind?: SearchHit['kind']) {
  return queryOptions({
    queryKey: ['search', text, limit, kind],
    queryFn: ({ signal }) => call(search, { text, limit, ...(kind && { kind: [kind] }) }, signal),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
    // Anything may have changed since; asking costs little.
    staleTime: 0,
  })
}
