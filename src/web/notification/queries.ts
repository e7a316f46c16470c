import {
  chooseNotificationKind,
  listNotificationKinds,
  listNotifications,
  readNotifications,
} from '#contract/notification.ts'
import type { Input, Route } from '#contract/route.ts'
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { call } from '../api/call.ts'

const key = ['notifications'] as const

/** The latest, with the count of those unread, for the bell. */
export function latestNotifications() {
  return queryOptions({
    queryKey: [...key, 'latest'],
    queryFn: ({ signal }) => call(listNotifications, { limit: 15 }, signal),
  })
}

const pageSize = 50

export function allNotifications(unread: 'only' | 'any') {
  return infiniteQueryOptions({
    queryKey: [...key, 'all', unread],
    queryFn: ({ pageParam, signal }) =>
      call(listNotifications, { unread, limit: pageSize, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) =>
      last.notifications.length === pageSize ? pages.length * pageSize : undefined,
  })
}

export function notificationKindsOfUser() {
  return queryOptions({
    queryKey: [...key, 'kinds'],
    queryFn: async ({ signal }) => (await call(listNotificationKinds, {}, signal)).kinds,
  })
}

function useChange<R extends Route>(route: R) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input<R>) => call(route, input),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}

export function useReadNotifications() {
  return useChange(readNotifications)
}

export function useChooseNotificationKind() {
  return useChange(chooseNotificationKind)
}
