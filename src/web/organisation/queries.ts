import {
  addOrganisation,
  changeOrganisation,
  listOrganisations,
  organisationHistory,
} from '#contract/organisation.ts'
import type { Input, Reply, Route } from '#contract/route.ts'
import type { OrganisationId } from '#core/id.ts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

/** The units of the region as of a day, today without one. */
export function organisations(day?: string) {
  return queryOptions({
    queryKey: ['organisations', 'list', day ?? 'today'],
    queryFn: ({ signal }) => call(listOrganisations, day === undefined ? {} : { day }, signal),
  })
}

export function historyOf(id: OrganisationId) {
  return queryOptions({
    queryKey: ['organisations', 'history', id],
    queryFn: async ({ signal }) => (await call(organisationHistory, { id }, signal)).happenings,
  })
}

function useChange<R extends Route>(route: R) {
  const client = useQueryClient()
  return useMutation<Reply<R>, Error, Input<R>>({
    mutationFn: (input) => call(route, input),
    // Also after a refusal: what stands in the way may be what another has just changed.
    onSettled: () => client.invalidateQueries({ queryKey: ['organisations'] }),
  })
}

export function useAddOrganisation() {
  return useChange(addOrganisation)
}

export function useChangeOrganisation() {
  return useChange(changeOrganisation)
}
