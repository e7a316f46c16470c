import type { StaleKey } from '#contract/stale.ts'
import type { Person, Region } from '#contract/session.ts'
import type { Action } from '#core/access/action.ts'
import type { Scope } from '#core/access/scope.ts'
import type { Id, OrganisationId, SessionId, UserId } from '#core/id.ts'
import type { Db, ReadDb } from '#server/db/db.ts'
import type { FastifyRequest } from 'fastify'

/** Who calls, for which region they speak, and what they may do. */
export interface Identity {
  readonly user: Person
  readonly region: Region
  /** In `region`, be it for one of its units only. */
  readonly actions: ReadonlySet<Action>
  /** How far an action reaches in `region`: the condition of every query over what belongs to units. */
  readonly scopeOf: (action: Action) => Scope
  /** The units of `region` the user works for; none for who works for the region as a whole. */
  readonly organisations: ReadonlySet<OrganisationId>
  /** Whether the user may do something in all of another region: asked before each write outside `region`. */
  readonly mayIn: (action: Action, region: string) => boolean
  /** The regions the user may speak for. */
  readonly regions: readonly Region[]
  /** Of a program of a neighbour: its key, and the indicators it is limited to. */
  readonly key?: { readonly id: Id<'api-key'>; readonly indicators?: ReadonlySet<string> }
  /** Absent for who does not sign in: the operator of the machine. */
  readonly session?: SessionId
  readonly mustChangePassword: boolean
  readonly hasSecondFactor: boolean
  readonly awaitsConfirmation: boolean
}

/** Where a request comes from. */
export interface Caller {
  readonly address: string
  readonly agent: string
}

/** What an endpoint at the door is given: it answers before anybody is signed in, and keeps the cookie. */
export interface Visit {
  readonly db: ReadDb
  readonly now: string
  readonly caller: Caller
  /** Absent where anyone may come. */
  readonly identity: Identity | undefined
  readonly transact: <Value>(work: (db: Db) => Promise<Value>) => Promise<Value>
  /** Lets the browser carry the token of a session from now on; without one, none. */
  readonly keep: (token: string | undefined) => void
  /** The token of a sign-in at the provider that this browser began. */
  readonly flow: string | undefined
  /** Lets the browser carry such a token; without one, none. */
  readonly keepFlow: (token: string | undefined) => void
}

/** Tells who sent a request; throws a `Failure` (401) where nobody is signed in. */
export type Identify = (request: FastifyRequest) => Promise<Identity>

export interface ReadContext extends Identity {
  readonly db: ReadDb
  /** The moment of the request, ISO 8601 in UTC. */
  readonly now: string
}

export interface WriteContext extends Identity {
  /** The transaction the handler runs in. */
  readonly db: Db
  readonly now: string
  /** Tells everybody in the region, once the transaction is done, what no longer shows the present. */
  readonly stale: (...keys: readonly StaleKey[]) => void
  /** The same for everybody in every region. */
  readonly staleEverywhere: (...keys: readonly StaleKey[]) => void
  /** The same for some users, wherever they are. */
  readonly staleFor: (users: readonly UserId[], ...keys: readonly StaleKey[]) => void
  /** Runs `task` once the transaction is done. */
  readonly afterwards: (task: () => void) => void
}
