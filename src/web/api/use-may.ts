import type { AnyRoute } from '#contract/route.ts'
import { useQuery } from '@tanstack/react-query'
import { session } from './session.ts'

/** Whether the user may call an endpoint; no until it is known. What they may not is not offered. */
export function useMay({ needs }: Pick<AnyRoute, 'needs'>): boolean {
  const { data } = useQuery(session())
  return data?.actions.some((action) => action === needs) ?? false
}
