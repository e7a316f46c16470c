import type { Input } from '#contract/route.ts'
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
