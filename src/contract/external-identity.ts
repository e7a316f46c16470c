import { id, line, list, moment } from './fields.ts'
import { route } from './route.ts'
import * as z from 'zod'

const nothing = z.object({})

/** Somebody the provider vouched for. */
export const ExternalIdentity = z
  .object({
    id: id('external-identity'),
    issuer: z.string(),
    subject: z.string(),
    /** Name and login as the provider told them last; empty where it told none. */
    name: z.string(),
    login: z.string(),
    firstAt: moment,
    lastAt: moment,
    /** The account they may enter, once confirmed. */
    userId: id('user').optional(),
    isConfirmed: z.boolean(),
  })
  .meta({ id: 'ExternalIdentity' })
export type ExternalIdentity = z.output<typeof ExternalIdentity>

/** Refused with 404 where no provider is configured, 503 `provider-unreachable`. */
export const beginAtProvider = route({
  method: 'POST',
  path: '/session/provider/begin',
  summary: 'Begins to sign in at the provider of OpenID Connect',
  needs: 'anyone',
  input: nothing,
  /** Where the browser goes. */
  reply: z.object({ address: z.string() }),
})

/**
 * Refused with 401 `provider-refused`: the answer is not one to what this browser began, is too old
 * or was used; 401 `identity-not-linked`: an administrator has yet to say whose account it is.
 */
export const returnFromProvider = route({
  method: 'POST',
  path: '/session/provider',
  summary: 'Signs in with what the provider sent back',
  needs: 'anyone',
  input: z.object({
    /** The query the browser came back with, as it is. */
    query: z.string().max(8000),
  }),
  reply: nothing,
})

export const listExternalIdentities = route({
  method: 'GET',
  path: '/users/external-identities',
  summary: 'Who came from the provider, and the accounts they were given',
  needs: 'see-users',
  input: nothing,
  reply: z.object({ identities: list(ExternalIdentity) }),
})

const ofAccount = { id: id('user'), identity: id('external-identity') }

/**
 * Opens nothing until somebody else confirms it. Refused with 409 `own-account`, `identity-linked`
 * where it has an account already.
 */
export const linkExternalIdentity = route({
  method: 'POST',
  path: '/users/:id/external-identities',
  summary: 'Says that somebody who came from the provider has an account',
  needs: 'manage-users',
  input: z.object({ ...ofAccount, why: line }),
  reply: ExternalIdentity,
})

/** Refused with 409 `same-administrator` to whoever linked it, and to the account itself. */
export const confirmExternalIdentity = route({
  method: 'POST',
  path: '/users/:id/external-identities/:identity/confirmation',
  summary: 'Lets them sign in by the provider',
  needs: 'confirm-recovery',
  input: z.object(ofAccount),
  reply: nothing,
})

/** Also ends the sessions of the account. */
export const unlinkExternalIdentity = route({
  method: 'DELETE',
  path: '/users/:id/external-identities/:identity',
  summary: 'Takes the way in by the provider away',
  needs: 'manage-users',
  input: z.object({ ...ofAccount, why: line }),
  reply: nothing,
})
