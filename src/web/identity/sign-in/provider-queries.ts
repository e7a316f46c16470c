import {
  beginAtProvider,
  confirmExternalIdentity,
  linkExternalIdentity,
  listExternalIdentities,
  returnFromProvider,
  unlinkExternalIdentity,
} from '#contract/external-identity.ts'
import { queryOptions, useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { useChange, useComingIn } from '../queries.ts'

/** Who came from the provider, and whose account they were given. */
export function externalIdentities() {
  return queryOptions({
    queryKey: ['users', 'external-identities'],
    queryFn: async ({ signal }) => (await call(listExternalIdentities, {}, signal)).identities,
  })
}

export function useBeginAtProvider() {
  return useMutation({ mutationFn: () => call(beginAtProvider, {}) })
}

export function useReturnFromProvider() {
  return useComingIn(returnFromProvider)
}

const everybody = [['users']]

export function useLinkIdentity() {
  return useChange(linkExternalIdentity, everybody)
}

export function useConfirmIdentity() {
  return useChange(confirmExternalIdentity, everybody)
}

export function useUnlinkIdentity() {
  return useChange(unlinkExternalIdentity, everybody)
}
