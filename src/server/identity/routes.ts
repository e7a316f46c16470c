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
import type { PasswordRules } from '#core/access/password-rules.ts'
import type { Division } from '#core/plan/read-region.ts'
import { door, type Endpoint, read, write } from '#server/http/endpoint.ts'
import { notFound, regionNotYours } from '#server/http/failure.ts'
import { saveAccount } from './account-store.ts'
import { accountViews, confirm, inviteOne, recover, switchAccount } from './administration.ts'
import { demonstrationAccounts, demonstrationPassword } from './demonstration-accounts.ts'
import { externalIdentityEndpoints } from './external-identity-routes.ts'
import { grant, grantableOrganisations, takeAway } from './grant-roles.ts'
import { allRoles } from './grant-store.ts'
import { inTurn } from './in-turn.ts'
import { accept } from './invitation.ts'
import {
  beginSecondFactor,
  completeSecondFactor,
  dropSecondFactor,
  replacePassword,
} from './own-account.ts'
import type { Provider } from './provider.ts'
import { endOneSession, sessionsOf } from './session-store.ts'
import { signInto } from './sign-in.ts'
import { trace } from './trace.ts'

export interface IdentityGround {
  readonly rules: PasswordRules
  readonly divisions: readonly Division[]
  readonly isDemonstration: boolean
  /** Who else vouches for people; absent where nobody does. */
  readonly provider: Provider | undefined
}

export function identityEndpoints(ground: IdentityGround): readonly Endpoint[] {
  return [
    ...doorEndpoints(ground),
    ...externalIdentityEndpoints(ground.provider),
    ...ownEndpoints(ground),
    ...administrationEndpoints(ground),
  ]
}

function doorEndpoints({ rules, isDemonstration, provider }: IdentityGround): readonly Endpoint[] {
  const oneByOne = inTurn()
  return [
    door(showDoor, () => ({
      passwordRules: rules,
      ...(provider && { provider: { name: provider.name } }),
      ...(isDemonstration && {
        demonstration: { password: demonstrationPassword, accounts: demonstrationAccounts },
      }),
    })),

    // One attempt a login at a time: somebody right is never in the way of themselves.
    door(signIn, async (given, visit) => {
      await oneByOne(given.login, () => signInto(visit, given))
      return {}
    }),

    door(acceptInvitation, async (given, visit) => {
      await oneByOne(given.login, () => accept(visit, given, rules))
      return {}
    }),

    door(signOut, async (_, { identity, transact, now, keep }) => {
      const { user, session } = identity ?? {}
      if (user && session) {
        await transact(async (db) => {
          await endOneSession(db, user.id, session)
          await trace(db, { at: now, by: user, action: 'signed-out', account: user.id })
        })
      }
      keep(undefined)
      return {}
    }),
  ]
}

function ownEndpoints({ rules }: IdentityGround): readonly Endpoint[] {
  return [
    door(changePassword, async (given, visit) => {
      await replacePassword(visit, given, rules)
      return {}
    }),

    write(chooseRegion, async ({ region }, { db, user, regions, now }) => {
      if (!regions.some(({ code }) => code === region)) {
        throw regionNotYours()
      }
      await saveAccount(db, user.id, { regionCode: region })
      await trace(db, {
        at: now,
        by: user,
        action: 'region-chosen',
        account: user.id,
        after: { region },
      })
      return {}
    }),

    read(listSessions, async (_, { db, user, session, now }) => {
      const rows = await sessionsOf(db, user.id, now)
      return {
        sessions: rows.map(({ id, createdAt, lastSeenAt, address, agent }) => ({
          id,
          createdAt,
          lastSeen: lastSeenAt,
          address,
          agent,
          isThis: id === session,
        })),
      }
    }),

    write(endSession, async ({ id }, { db, user, now }) => {
      if (!(await endOneSession(db, user.id, id))) throw notFound('Session')
      const entity = { kind: 'session', id }
      await trace(db, { at: now, by: user, action: 'session-ended', account: user.id, entity })
      return {}
    }),

    door(enrolSecondFactor, ({ password }, visit) => beginSecondFactor(visit, password)),

    write(confirmSecondFactor, async ({ code }, context) => ({
      recoveryCodes: await completeSecondFactor(context, code),
    })),

    door(removeSecondFactor, async ({ password }, visit) => {
      await dropSecondFactor(visit, password)
      return {}
    }),
  ]
}

function administrationEndpoints({ divisions }: IdentityGround): readonly Endpoint[] {
  return [
    read(listAccounts, async (_, { db, now }) => ({ accounts: await accountViews(db, now) })),

    read(listGrantableOrganisations, async ({ region }, context) => ({
      organisations: await grantableOrganisations(context, region),
    })),

    read(listRoles, async (_, { db }) => ({ roles: [...(await allRoles(db)).values()] })),

    write(inviteUser, (given, context) => inviteOne(context, given)),

    write(recoverUser, (given, context) => recover(context, given)),

    write(confirmRecovery, async ({ id }, context) => {
      await confirm(context, id)
      return {}
    }),

    write(switchUser, async (given, context) => {
      await switchAccount(context, given)
      return {}
    }),

    write(grantRole, (given, context) => grant(context, given, divisions)),

    write(endGrant, async (given, context) => {
      await takeAway(context, given)
      return {}
    }),
  ]
}
