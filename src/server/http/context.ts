import type { StaleKey } from '#contract/stale.ts'
import type { Person, Region } from '#contract/session.ts'
import type { Action } from '#core/access/action.ts'
import type { Db, ReadDb } from '#server/db/db.ts'
import type { FastifyRequest } from 'fastify'

/** Who calls, for which region they speak, and what they may do. */
export interface Identity {
  readonly user: Person
  readonly region: Region
  readonly actions: ReadonlySet<Action>
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
  /** Runs `task` once the transaction is done. */
  readonly afterwards: (task: () => void) => void
}
