import {
  addWebhook,
  changeWebhook,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  resendDeliveries,
  testWebhook,
} from '#contract/matter-rule.ts'
import type { Input, Reply, Route } from '#contract/route.ts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

export type Webhook = Reply<typeof listWebhooks>['webhooks'][number]

export function webhooks() {
  return queryOptions({
    queryKey: ['webhooks', 'list'],
    queryFn: async ({ signal }) => (await call(listWebhooks, {}, signal)).webhooks,
  })
}

// What is sent is sent behind the scenes: the list is looked at again while it is open.
const lookAgain = 4000

export function deliveries(id: string) {
  return queryOptions({
    queryKey: ['webhooks', 'deliveries', id],
    queryFn: async ({ signal }) => (await call(listDeliveries, { id }, signal)).deliveries,
    refetchInterval: lookAgain,
  })
}

function useChange<R extends Route>(route: R) {
  const client = useQueryClient()
  return useMutation<Reply<R>, Error, Input<R>>({
    mutationFn: (input) => call(route, input),
    onSettled: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
  })
}

export const useAddWebhook = () => useChange(addWebhook)
export const useChangeWebhook = () => useChange(changeWebhook)
export const useRemoveWebhook = () => useChange(removeWebhook)
export const useTestWebhook = () => useChange(testWebhook)
export const useResend = () => useChange(resendDeliveries)
