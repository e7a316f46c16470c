import {
  collectionBurden,
  listedRows,
  listReminders,
  setBurdenCap,
  setReminders,
} from '#contract/collection.ts'
import type { Input, Reply, Route } from '#contract/route.ts'
import type { Period } from '#core/period/period.ts'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

export function burden(period: Period) {
  return queryOptions({
    queryKey: ['reports', 'burden', period],
    queryFn: ({ signal }) => call(collectionBurden, { period }, signal),
    placeholderData: keepPreviousData,
  })
}

export function listedOf(round: Input<typeof listedRows>) {
  return queryOptions({
    queryKey: ['reports', 'listed-rows', round],
    queryFn: ({ signal }) => call(listedRows, round, signal),
    placeholderData: keepPreviousData,
    // Each look is written into the log: coming back to the window is not another.
    refetchOnWindowFocus: false,
  })
}

export function reminders() {
  return queryOptions({
    queryKey: ['reports', 'reminders'],
    queryFn: ({ signal }) => call(listReminders, {}, signal),
  })
}

function useChange<R extends Route>(route: R) {
  const client = useQueryClient()
  return useMutation<Reply<R>, Error, Input<R>>({
    mutationFn: (input) => call(route, input),
    onSettled: () => client.invalidateQueries({ queryKey: ['reports'] }),
  })
}

export const useSetCap = () => useChange(setBurdenCap)
export const useSetReminders = () => useChange(setReminders)
