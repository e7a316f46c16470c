import {
  acceptInvitation,
  changePassword,
  chooseRegion,
  confirmRecovery,
  confirmSecondFactor,
  endGrant,
  endSession,
  enrolSecondFactor,
  grantRole,
  inviteUser,
  listAccounts,
  listGrantableOrganisations,
  listRoles,
  listSessions,
  recoverUser,
  removeSecondFactor,
  showDoor,
  signIn,
  signOut,
  switchUser,
} from '#contract/identity.ts'
import type { Input, Reply, Route } from '#contract/route.ts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { session } from '../api/session.ts'

/** What is told to everybody: the rules for passwords, and the accounts of a demonstration. */
export function door() {
  return queryOptions({
    queryKey: ['door'],
    queryFn: ({ signal }) => call(showDoor, {}, signal),
    staleTime: Infinity,
  })
}

export function ownSessions() {
  return queryOptions({
    queryKey: ['sessions'],
    queryFn: async ({ signal }) => (await call(listSessions, {}, signal)).sessions,
  })
}

export function accounts() {
  return queryOptions({
    queryKey: ['users'],
    queryFn: async ({ signal }) => (await call(listAccounts, {}, signal)).accounts,
  })
}

export function roles() {
  return queryOptions({
    queryKey: ['roles'],
    queryFn: async ({ signal }) => (await call(listRoles, {}, signal)).roles,
    staleTime: Infinity,
  })
}

/** The units of a region that a role can be limited to. */
export function grantableOrganisations(region: string) {
  return queryOptions({
    queryKey: ['users', 'organisations', region],
    queryFn: async ({ signal }) =>
      (await call(listGrantableOrganisations, { region }, signal)).organisations,
  })
}

/** Who comes in must not meet what another person has read here before. */
export function useComingIn<R extends Route>(route: R) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input<R>) => call(route, input),
    onSuccess: () => client.clear(),
  })
}

export function useSignIn() {
  return useComingIn(signIn)
}

export function useAcceptInvitation() {
  return useComingIn(acceptInvitation)
}

export function useSignOut() {
  return useMutation({ mutationFn: () => call(signOut, {}) })
}

/** Begins anew at the desk: pages, figures and live changes of the region before are forgotten. */
export function useChooseRegion() {
  return useMutation({
    mutationFn: (region: string) => call(chooseRegion, { region }),
    onSuccess: () => location.assign('/'),
  })
}

/** A change after which the queries named by `stale` are read again. */
export function useChange<R extends Route>(route: R, stale: readonly (readonly string[])[]) {
  const client = useQueryClient()
  return useMutation<Reply<R>, Error, Input<R>>({
    mutationFn: (input) => call(route, input),
    onSuccess: async () => {
      await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })))
    },
  })
}

const own = [session().queryKey, ownSessions().queryKey]

export function useChangePassword() {
  return useChange(changePassword, own)
}

export function useEndSession() {
  return useChange(endSession, own)
}

export function useEnrolSecondFactor() {
  return useChange(enrolSecondFactor, [])
}

export function useConfirmSecondFactor() {
  return useChange(confirmSecondFactor, own)
}

export function useRemoveSecondFactor() {
  return useChange(removeSecondFactor, own)
}

const everybody = [accounts().queryKey]

export function useInviteUser() {
  return useChange(inviteUser, everybody)
}

export function useRecoverUser() {
  return useChange(recoverUser, everybody)
}

export function useConfirmRecovery() {
  return useChange(confirmRecovery, everybody)
}

export function useSwitchUser() {
  return useChange(switchUser, everybody)
}

export function useGrantRole() {
  return useChange(grantRole, everybody)
}

export function useEndGrant() {
  return useChange(endGrant, everybody)
}
