import type { Input } from '#contract/route.ts'
import {
  lampRuleInForce,
  type LampRuleText,
  setLampRule,
  tryLampRule,
} from '#contract/lamp-rule.ts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import { call } from '../api/call.ts'

export type Rule = z.output<typeof LampRuleText>

export function lampRule() {
  return queryOptions({
    queryKey: ['figures', 'watching', 'lamp-rule'],
    queryFn: ({ signal }) => call(lampRuleInForce, {}, signal),
  })
}

export function useTryLampRule() {
  return useMutation({
    mutationFn: (input: Input<typeof tryLampRule>) => call(tryLampRule, input),
  })
}

export function useSetLampRule() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input<typeof setLampRule>) => call(setLampRule, input),
    onSettled: () => client.invalidateQueries({ queryKey: ['figures', 'watching'] }),
  })
}
