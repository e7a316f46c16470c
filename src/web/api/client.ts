import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { RequestFailure } from './failure.ts'

/** Events tell what is stale, so data is kept until one does; only silence of the server is retried. */
export function newQueryClient(onFailure: (error: Error) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: onFailure }),
    mutationCache: new MutationCache({ onError: onFailure }),
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
