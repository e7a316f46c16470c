import { callOf, type FileRoute, type Input, type Reply, type Route } from '#contract/route.ts'
import { failureOf, unreachable } from './failure.ts'

/** Calls an endpoint of the contract. Throws a `RequestFailure` with the problem the server named. */
export async function call<R extends Route>(
  route: R,
  input: Input<R>,
  signal?: AbortSignal,
): Promise<Reply<R>> {
  const { url, body } = callOf(route, input as Record<string, unknown>)
  const response = await fetch(url, {
    method: route.method,
    ...(body && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
    ...(signal && { signal }),
  }).catch((reason: unknown) => {
    throw signal?.aborted ? reason : unreachable()
  })
  const text = await response.text()
  if (!response.ok) throw failureOf(response.status, text)
  return JSON.parse(text) as Reply<R>
}

/** The address of a file, for a link. */
export function addressOf<R extends FileRoute>(route: R, input: Input<R>): string {
  return callOf(route, input as Record<string, unknown>).url
}
