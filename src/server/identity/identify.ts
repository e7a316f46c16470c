import {
  actionsIn,
  organisationsIn,
  regionsOf,
  scopeIn,
  wholeActionsIn,
} from '#core/access/grant.ts'
import { everywhere } from '#core/access/region-cover.ts'
import type { Role } from '#core/access/role.ts'
import type { OrganisationId } from '#core/id.ts'
import { answeredFor } from '#core/organisation/organisation.ts'
import type { Region } from '#contract/session.ts'
import { dayInChina } from '#server/clock.ts'
import type { Db } from '#server/db/db.ts'
import type { Identify, Identity } from '#server/http/context.ts'
import { Failure } from '#server/http/failure.ts'
import { tokenIn } from '#server/http/session-cookie.ts'
import { organisationsOf } from '#server/organisation/store.ts'
import { allRegions } from '#server/region/store.ts'
import { type AccountRow, accountOf } from './account-store.ts'
import { grantsOf } from './grant-store.ts'
import { operatorIdentity } from './operator.ts'
import { type SessionRow, sessionOfToken, touchSession } from './session-store.ts'
import { personOf } from './sign-in.ts'

export interface IdentifyGround {
  readonly db: Db
  readonly clock: () => string
  /** As shipped; a new version of the program brings others. */
  readonly roles: ReadonlyMap<string, Role>
  /** What the operator of the machine proves themselves with. */
  readonly operatorToken: string
}

/** The whole country, which administrators of an installation speak for. */
export const wholeCountry: Region = { code: everywhere, name: '全国', simulated: false }

/** Tells who sent a request by the session in its cookie, or by the operator's token. */
export function bySession({ db, clock, roles, operatorToken }: IdentifyGround): Identify {
  return async (request) => {
    const operator = operatorIdentity(request.headers.authorization, operatorToken)
    if (operator) return operator
    const now = clock()
    const token = tokenIn(request.headers.cookie)
    const session = token === undefined ? undefined : await sessionOfToken(db, token, now)
    const account = session && (await accountOf(db, session.userId))
    if (!session || account?.state !== 'active') {
      throw new Failure({ code: 'not-signed-in', title: 'Nobody is signed in' }, 401)
    }
    await touchSession(db, session, now)
    return identityOf(db, { account, session, roles, now })
  }
}

interface SignedIn {
  readonly account: AccountRow
  readonly session: SessionRow
  readonly roles: ReadonlyMap<string, Role>
  readonly now: string
}

async function identityOf(db: Db, { account, session, roles, now }: SignedIn): Promise<Identity> {
  const { mustChangePassword } = account
  const awaitsConfirmation = account.recoveredBy !== null
  const isOpen = !mustChangePassword && !awaitsConfirmation
  const [held, known] = await Promise.all([grantsOf(db, account.id, roles), allRegions(db)])
  const grants = isOpen ? held : []
  const day = dayInChina(now)
  const regions = regionsOf(grants, known, day)
  const region =
    regions.find(({ code }) => code === account.regionCode) ?? regions[0] ?? wholeCountry
  const units = organisationsIn(grants, region.code, day)
  const subtree = await subtrees(db, { region: region.code, day, units })
  return {
    user: personOf(account),
    region,
    actions: actionsIn(grants, region.code, day),
    scopeOf: (action) => scopeIn(grants, { action, region: region.code, day, subtree }),
    organisations: units,
    mayIn: (action, code) => wholeActionsIn(grants, code, day).has(action),
    regions,
    session: session.id,
    mustChangePassword,
    hasSecondFactor: account.totpConfirmed,
    awaitsConfirmation,
  }
}

interface Subtrees {
  readonly region: string
  readonly day: string
  /** The units asked about; mostly none, and then nothing is read. */
  readonly units: ReadonlySet<OrganisationId>
}

/** What lies below each of some units of a region. */
async function subtrees(
  db: Db,
  { region, day, units }: Subtrees,
): Promise<(root: OrganisationId) => ReadonlySet<OrganisationId>> {
  if (units.size === 0) return (root) => new Set([root])
  const organisations = await organisationsOf(db, region)
  const found = new Map([...units].map((unit) => [unit, answeredFor(organisations, unit, day)]))
  return (root) => found.get(root) ?? new Set()
}
