import type { Input } from '#contract/route.ts'
import {
  bindTarget,
  listTargetMeasures,
  measuredTargets,
  targetBinding,
} from '#contract/target-binding.ts'
import { choosePath, type ledgerFile, listTargets, targetHistory } from '#contract/target.ts'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import type { LedgerSearch } from '../search.ts'

/** What the address says, as the ledger is asked for. A scope is written `kind:name`, or `region`. */
export function ledgerFilter(search: LedgerSearch): Input<typeof ledgerFile> {
  const scopes = (search.scope ?? []).map((scope) => {
    const [kind = '', name] = scope.split(/:(.*)/s)
    return { kind, name }
  })
  const names = scopes.flatMap(({ name }) => (name === undefined ? [] : [name]))
  const kinds = scopes.flatMap(({ kind, name }) =>
    name === undefined && isScopeKind(kind) ? [kind] : [],
  )
  return {
    region: search.region ?? [],
    ...(search.planId && { planId: search.planId }),
    ...(search.text && { text: search.text }),
    category: search.category ?? [],
    attribute: search.attribute ?? [],
    scopeKind: kinds,
    scopeName: names,
    sort: search.sort ?? 'document',
    order: search.order ?? 'up',
  }
}

type ScopeKind = 'region' | 'industry' | 'park' | 'group' | 'enterprise' | 'other'

function isScopeKind(text: string): text is ScopeKind {
  return ['region', 'industry', 'park', 'group', 'enterprise', 'other'].includes(text)
}

export function ledger(search: LedgerSearch) {
  const filter = ledgerFilter(search)
  return queryOptions({
    queryKey: ['targets', 'ledger', filter],
    queryFn: ({ signal }) => call(listTargets, { ...filter, limit: 2000 }, signal),
    placeholderData: keepPreviousData,
  })
}

/** The latest figure of every target of a region that is measured, by the id of the target. */
export function measured(region: string, asOf: string | undefined) {
  return queryOptions({
    queryKey: ['figures', 'targets', region, asOf],
    queryFn: async ({ signal }) => {
      const input = { region, ...(asOf !== undefined && { asOf }) }
      const { targets } = await call(measuredTargets, input, signal)
      return new Map(targets.map((target) => [target.id, target]))
    },
    placeholderData: keepPreviousData,
  })
}

export function bindingOfTarget(region: string, id: string) {
  return queryOptions({
    queryKey: ['targets', region, id, 'binding'],
    queryFn: ({ signal }) => call(targetBinding, { region, id }, signal),
  })
}

/** All targets in force of a region with what measures them, or may. */
export function targetMeasures(region: string) {
  return queryOptions({
    queryKey: ['targets', region, 'measures'],
    queryFn: async ({ signal }) => (await call(listTargetMeasures, { region }, signal)).targets,
  })
}

export function useBindTarget() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input<typeof bindTarget>) => call(bindTarget, input),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['targets'] }),
        client.invalidateQueries({ queryKey: ['figures'] }),
      ]),
  })
}

export function historyOfTarget(region: string, id: string) {
  return queryOptions({
    queryKey: ['targets', region, id, 'history'],
    queryFn: async ({ signal }) => (await call(targetHistory, { region, id }, signal)).versions,
  })
}

export function useChoosePath() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input<typeof choosePath>) => call(choosePath, input),
    onSettled: () => client.invalidateQueries({ queryKey: ['targets'] }),
  })
}
