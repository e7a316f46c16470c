import { discardJob, listJobs, retryJob, runSchedule } from '#contract/job.ts'
import type { Input, Reply, Route } from '#contract/route.ts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

export function jobs() {
  return queryOptions({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => call(listJobs, {}, signal),
    // Jobs come and go by themselves.
    refetchInterval: 10_000,
  })
}

function useChange<R extends Route>(route: R) {
  const client = useQueryClient()
  return useMutation<Reply<R>, Error, Input<R>>({
    mutationFn: (input) => call(route, input),
    onSettled: () => client.invalidateQueries({ queryKey: jobs().queryKey }),
  })
}

export function useRetryJob() {
  return useChange(retryJob)
}

export function useDiscardJob() {
  return useChange(discardJob)
}

export function useRunSchedule() {
  return useChange(runSchedule)
}
