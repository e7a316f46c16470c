import { day, id, line, list, moment, regionCode } from './fields.ts'
import { route } from './route.ts'
import { Person, Region } from './session.ts'
import * as z from 'zod'

/** A name to sign in with; case makes no difference. */
const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][\w.@-]{1,63}$/)

/** As typed: neither trimmed nor limited to what a keyboard has. */
const password = z.string().min(1).max(256)

/** Six digits of an authenticator, or one of the recovery codes. */
const secondFactor = z.string().trim().min(6).max(40)

const oneTimeCode = z.string().trim().min(10).max(100)

const nothing = z.object({})

/** What a new password must be; the sign-in page says it before somebody types one. */
export const PasswordRules = z
  .object({
    minimumLength: z.int(),
    /** How many of: lower case, upper case, digits, anything else. */
    minimumKinds: z.int(),
    /** How many earlier passwords may not come back. */
    remembered: z.int(),
  })
  .meta({ id: 'PasswordRules' })
export type PasswordRules = z.output<typeof PasswordRules>

export const Role = z
  .object({
    code: z.string(),
    name: z.string(),
    /** Administrators of the three kinds exclude each other and every business role. */
    kind: z.enum(['business', 'system', 'security', 'audit']),
    /** Whether it holds for a region as a whole, for a unit of it, or for either. */
    reach: z.enum(['region', 'organisation', 'either']),
    actions: list(z.string()),
  })
  .meta({ id: 'Role' })
export type Role = z.output<typeof Role>

export const Grant = z
  .object({
    id: id('grant'),
    role: z.string(),
    region: Region,
    /** The unit of the region it is limited to, with those below it. */
    organisation: z.object({ id: id('organisation'), name: z.string() }).optional(),
    from: day,
    /** The last day; absent while no end is known. */
    to: day.optional(),
  })
  .meta({ id: 'Grant' })
export type Grant = z.output<typeof Grant>

export const Account = Person.extend({
  login: z.string(),
  state: z.enum(['invited', 'active', 'disabled']),
  hasSecondFactor: z.boolean(),
  /** A recovered account may do nothing until a second administrator confirms it. */
  awaitsConfirmation: z.boolean(),
  lastSeen: moment.optional(),
  grants: list(Grant),
}).meta({ id: 'Account' })
export type Account = z.output<typeof Account>

export const SignedInSession = z
  .object({
    id: id('session'),
    createdAt: moment,
    lastSeen: moment,
    address: z.string(),
    agent: z.string(),
    /** The one that asks. */
    isThis: z.boolean(),
  })
  .meta({ id: 'SignedInSession' })
export type SignedInSession = z.output<typeof SignedInSession>

/** A code told once: whoever brings it sets the password of the account. */
const Invitation = z.object({ userId: id('user'), code: z.string(), expiresAt: moment })

/** What a person sees before signing in. The demonstration tells its accounts; all have one password. */
export const showDoor = route({
  method: 'GET',
  path: '/door',
  summary: 'What the sign-in page needs to know',
  needs: 'anyone',
  input: nothing,
  reply: z.object({
    passwordRules: PasswordRules,
    /** Where somebody else vouches for people: what to call them. */
    provider: z.object({ name: z.string() }).optional(),
    demonstration: z
      .object({
        password: z.string(),
        accounts: list(z.object({ login: z.string(), name: z.string(), role: z.string() })),
      })
      .optional(),
  }),
})

/**
 * Refused with 401 `sign-in-refused`, 401 `second-factor-needed` (the password was right; send it
 * again with `code`), or 429 `sign-in-locked` with `detail.until`.
 */
export const signIn = route({
  method: 'POST',
  path: '/session',
  summary: 'Signs in; the session travels in a cookie',
  needs: 'anyone',
  input: z.object({ login, password, code: secondFactor.optional() }),
  reply: nothing,
})

/**
 * Takes up an invitation or a recovery, and signs in. Refused with 401 `invitation-refused`, 429
 * `sign-in-locked`, or 400 `password-weak` with `detail.failed`: which of the rules are broken.
 */
export const acceptInvitation = route({
  method: 'POST',
  path: '/invitations',
  summary: 'Sets the password of an account with a code told once, and signs in',
  needs: 'anyone',
  input: z.object({ login, code: oneTimeCode, password }),
  reply: nothing,
})

export const signOut = route({
  method: 'DELETE',
  path: '/session',
  summary: 'Ends this session',
  needs: 'signed-in',
  input: nothing,
  reply: nothing,
})

/** The regions one may speak for are in `whoAmI`. Refused with 403 `region-not-yours`. */
export const chooseRegion = route({
  method: 'PUT',
  path: '/session/region',
  summary: 'Speaks for another region from now on',
  needs: 'signed-in',
  input: z.object({ region: regionCode }),
  reply: nothing,
})

/** Ends every other session. Refused with 401 `sign-in-refused`, 400 `password-weak`. */
export const changePassword = route({
  method: 'PUT',
  path: '/session/password',
  summary: 'Sets another password',
  needs: 'signed-in',
  input: z.object({ current: password, next: password }),
  reply: nothing,
})

export const listSessions = route({
  method: 'GET',
  path: '/sessions',
  summary: 'Where one is signed in',
  needs: 'signed-in',
  input: nothing,
  reply: z.object({ sessions: list(SignedInSession) }),
})

export const endSession = route({
  method: 'DELETE',
  path: '/sessions/:id',
  summary: 'Ends one of the own sessions',
  needs: 'signed-in',
  input: z.object({ id: id('session') }),
  reply: nothing,
})

/** Nothing is asked for at sign-in until a first code proves that the authenticator has the secret. */
export const enrolSecondFactor = route({
  method: 'POST',
  path: '/session/second-factor',
  summary: 'A new secret for an authenticator',
  needs: 'signed-in',
  input: z.object({ password }),
  reply: z.object({
    secret: z.string(),
    /** `otpauth://totp/…`, for a QR code. */
    address: z.string(),
  }),
})

/** Refused with 401 `second-factor-refused`. */
export const confirmSecondFactor = route({
  method: 'PUT',
  path: '/session/second-factor',
  summary: 'Asks for the second factor at sign-in from now on',
  needs: 'signed-in',
  input: z.object({ code: secondFactor }),
  /** Each works once in place of the authenticator; they are not told again. */
  reply: z.object({ recoveryCodes: list(z.string()) }),
})

export const removeSecondFactor = route({
  method: 'DELETE',
  path: '/session/second-factor',
  summary: 'No longer asks for a second factor',
  needs: 'signed-in',
  input: z.object({ password }),
  reply: nothing,
})

export const listAccounts = route({
  method: 'GET',
  path: '/users',
  summary: 'Everybody with an account, and their roles',
  needs: 'see-users',
  input: nothing,
  reply: z.object({ accounts: list(Account) }),
})

export const listRoles = route({
  method: 'GET',
  path: '/roles',
  summary: 'The roles and what each may do',
  needs: 'see-users',
  input: nothing,
  reply: z.object({ roles: list(Role) }),
})

/** The account may do nothing until somebody else grants it a role. Refused with 409 `login-taken`. */
export const inviteUser = route({
  method: 'POST',
  path: '/users',
  summary: 'Makes an account',
  needs: 'manage-users',
  input: z.object({ login, name: line.max(100) }),
  reply: Invitation,
})

/**
 * Ends their sessions, password and second factor; the account may do nothing until somebody with
 * `confirm-recovery` confirms it. For an account still invited: a new code.
 */
export const recoverUser = route({
  method: 'POST',
  path: '/users/:id/recovery',
  summary: 'A new one-time code for somebody who cannot sign in',
  needs: 'manage-users',
  input: z.object({ id: id('user'), why: line }),
  reply: Invitation,
})

/** Refused with 409 `same-administrator` to whoever began the recovery, and to the account itself. */
export const confirmRecovery = route({
  method: 'POST',
  path: '/users/:id/confirmation',
  summary: 'Lets a recovered account act again',
  needs: 'confirm-recovery',
  input: z.object({ id: id('user') }),
  reply: nothing,
})

/** Refused with 409 `own-account` for oneself. */
export const switchUser = route({
  method: 'PUT',
  path: '/users/:id/state',
  summary: 'Disables an account, which ends its sessions, or lets it sign in again',
  needs: 'manage-users',
  input: z.object({ id: id('user'), state: z.enum(['active', 'disabled']), why: line }),
  reply: nothing,
})

/**
 * Refused with 409 `own-account` for oneself, 409 `roles-exclude` with `detail.role` where the two
 * may not meet in one person, 403 `region-not-yours`, 400 `region-unknown`, 400 `period-reversed`,
 * 400 `organisation-unknown`, `role-needs-organisation`, `role-needs-region`. Region `000000` is the
 * whole country.
 */
export const grantRole = route({
  method: 'POST',
  path: '/users/:id/grants',
  summary: 'Gives a role in a region and all below it, or for one unit of a region',
  needs: 'grant-roles',
  input: z.object({
    id: id('user'),
    role: z.string().min(1).max(40),
    region: regionCode,
    organisation: id('organisation').optional(),
    from: day.optional(),
    to: day.optional(),
  }),
  reply: Grant,
})

export const listGrantableOrganisations = route({
  method: 'GET',
  path: '/users/organisations',
  summary: 'The units of a region that a role can be limited to',
  needs: 'grant-roles',
  input: z.object({ region: regionCode }),
  reply: z.object({
    organisations: list(z.object({ id: id('organisation'), code: z.string(), name: z.string() })),
  }),
})

export const endGrant = route({
  method: 'DELETE',
  path: '/users/:id/grants/:grant',
  summary: 'Takes a role away at once',
  needs: 'grant-roles',
  input: z.object({ id: id('user'), grant: id('grant'), why: line }),
  reply: nothing,
})
