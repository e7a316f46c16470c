import { QueryClient } from '@tanstack/react-query'
import { RequestFailure } from './failure.ts'

/** Events tell what is stale, so data is kept until one does; only silence of the server is retried. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        retry: (count, error) => count < 2 && isSilence(error),
      },
    },
  })
}

function isSilence(error: Error): boolean {
  return error instanceof RequestFailure && (error.status === 0 || error.status >= 502)
}
