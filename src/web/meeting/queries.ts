import {
  closeMeeting,
  listMeetings,
  planMeeting,
  saveMeeting,
  showMeeting,
} from '#contract/meeting.ts'
import type { Input, Reply, Route } from '#contract/route.ts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

export function meetings() {
  return queryOptions({
    queryKey: ['meetings', 'list'],
    queryFn: async ({ signal }) => (await call(listMeetings, { limit: 200 }, signal)).meetings,
  })
}

export function oneMeeting(id: Input<typeof showMeeting>['id']) {
  return queryOptions({
    queryKey: ['meetings', id],
    queryFn: ({ signal }) => call(showMeeting, { id }, signal),
  })
}

function useChange<R extends Route>(route: R) {
  const client = useQueryClient()
  return useMutation<Reply<R>, Error, Input<R>>({
    mutationFn: (input) => call(route, input),
    onSettled: () => client.invalidateQueries({ queryKey: ['meetings'] }),
  })
}

export const usePlanMeeting = () => useChange(planMeeting)
export const useSaveMeeting = () => useChange(saveMeeting)
export const useCloseMeeting = () => useChange(closeMeeting)
