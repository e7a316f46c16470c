import {
  addEnterprise,
  changeEnterprise,
  enterpriseFigures,
  enterpriseHistory,
  enterpriseWords,
  listEnterprises,
  readEnterprise,
  stepEnterprise,
} from '#contract/enterprise.ts'
import { decideEnterpriseImport, readEnterpriseImport } from '#contract/enterprise-import.ts'
import type { Input, Reply, Route } from '#contract/route.ts'
import type { EnterpriseId } from '#core/id.ts'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

/** The enterprises within reach; with words those they may mean. */
export function enterprises(text?: string) {
  return queryOptions({
    queryKey: ['enterprises', 'list', text ?? ''],
    queryFn: async ({ signal }) =>
      (await call(listEnterprises, text === undefined ? {} : { text }, signal)).enterprises,
    placeholderData: keepPreviousData,
  })
}

/** What codes in the registry stand for. */
export function words() {
  return queryOptions({
    queryKey: ['enterprises', 'words'],
    queryFn: ({ signal }) => call(enterpriseWords, {}, signal),
    staleTime: 10 * 60_000,
  })
}

export function enterprise(id: EnterpriseId) {
  return queryOptions({
    queryKey: ['enterprises', 'one', id],
    queryFn: ({ signal }) => call(readEnterprise, { id }, signal),
    // Each look is written into the log: coming back to the window is not another.
    refetchOnWindowFocus: false,
  })
}

export function figures(id: EnterpriseId, from: number, to: number, asOf: string | undefined) {
  return queryOptions({
    queryKey: ['figures', 'enterprise', id, from, to, asOf],
    queryFn: ({ signal }) =>
      call(enterpriseFigures, { id, from, to, ...(asOf !== undefined && { asOf }) }, signal),
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
  })
}

export function history(id: EnterpriseId) {
  return queryOptions({
    queryKey: ['enterprises', 'history', id],
    queryFn: async ({ signal }) => (await call(enterpriseHistory, { id }, signal)).happenings,
  })
}

export function enterpriseImport(id: string) {
  return queryOptions({
    queryKey: ['enterprises', 'import', id],
    queryFn: ({ signal }) => call(readEnterpriseImport, { id }, signal),
    refetchOnWindowFocus: false,
  })
}

function useChange<R extends Route>(route: R) {
  const client = useQueryClient()
  return useMutation<Reply<R>, Error, Input<R>>({
    mutationFn: (input) => call(route, input),
    // Also after a refusal: what stands in the way may be what another has just changed.
    onSettled: () => client.invalidateQueries({ queryKey: ['enterprises'] }),
  })
}

export function useAddEnterprise() {
  return useChange(addEnterprise)
}

export function useChangeEnterprise() {
  return useChange(changeEnterprise)
}

export function useDecideImport() {
  return useChange(decideEnterpriseImport)
}

export function useStepEnterprise() {
  return useChange(stepEnterprise)
}
