import { compareDraft, comparePlans, listPlans, listPublishedItems } from '#contract/plan.ts'
import type { Input } from '#contract/route.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../api/call.ts'

/** Published plans of all regions. */
export function plans() {
  return queryOptions({
    queryKey: ['plans', 'list'],
    queryFn: ({ signal }) => call(listPlans, {}, signal),
    select: (reply) => reply.plans,
  })
}

export function publishedItems(input: Input<typeof listPublishedItems>) {
  return queryOptions({
    queryKey: ['plans', 'items', input],
    queryFn: ({ signal }) => call(listPublishedItems, input, signal),
  })
}

export function planComparison(input: Input<typeof comparePlans>) {
  return queryOptions({
    queryKey: ['plans', 'comparison', input],
    queryFn: ({ signal }) => call(comparePlans, input, signal),
  })
}

export function draftComparison(id: string) {
  return queryOptions({
    queryKey: ['drafts', id, 'comparison'],
    queryFn: ({ signal }) => call(compareDraft, { id }, signal),
  })
}
