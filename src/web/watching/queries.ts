import { growthCauses } from '#contract/analysis.ts'
import type { Input } from '#contract/route.ts'
import {
  addJudgement,
  giveAccount,
  giveVerdict,
  listStandings,
  sayForecast,
  setPath,
  targetStanding,
  tryPath,
  withdrawForecast,
  withdrawJudgement,
} from '#contract/watching.ts'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

// Figures that are accepted make all of this stale, hence the beginning of the keys.
const root = ['figures', 'watching'] as const

export function standings(input: Input<typeof listStandings>) {
  return queryOptions({
    queryKey: [...root, 'standings', input],
    queryFn: ({ signal }) => call(listStandings, input, signal),
    placeholderData: keepPreviousData,
  })
}

export function standingOfTarget(input: Input<typeof targetStanding>) {
  return queryOptions({
    queryKey: [...root, 'target', input],
    queryFn: ({ signal }) => call(targetStanding, input, signal),
    placeholderData: keepPreviousData,
  })
}

export function causesOfGrowth(input: Input<typeof growthCauses>) {
  return queryOptions({
    queryKey: [...root, 'causes', input],
    queryFn: ({ signal }) => call(growthCauses, input, signal),
    placeholderData: keepPreviousData,
  })
}

function useSaid<Given>(send: (given: Given) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: root }),
  })
}

export function useGiveAccount() {
  return useSaid((input: Input<typeof giveAccount>) => call(giveAccount, input))
}

export function useGiveVerdict() {
  return useSaid((input: Input<typeof giveVerdict>) => call(giveVerdict, input))
}

export function useAddJudgement() {
  return useSaid((input: Input<typeof addJudgement>) => call(addJudgement, input))
}

export function useWithdrawJudgement() {
  return useSaid((input: Input<typeof withdrawJudgement>) => call(withdrawJudgement, input))
}

export function useTryPath() {
  return useMutation({ mutationFn: (input: Input<typeof tryPath>) => call(tryPath, input) })
}

export function useSetPath() {
  return useSaid((input: Input<typeof setPath>) => call(setPath, input))
}

export function useSayForecast() {
  return useSaid((input: Input<typeof sayForecast>) => call(sayForecast, input))
}

export function useWithdrawForecast() {
  return useSaid((input: Input<typeof withdrawForecast>) => call(withdrawForecast, input))
}
