import type { Db } from '#server/db/db.ts'
import type { Visit } from '#server/http/context.ts'
import { Failure, notFound } from '#server/http/failure.ts'
import { lockAccount } from './account-store.ts'
import { noteArrival } from './external-identity-store.ts'
import { keepFlow, takeFlow } from './flow-store.ts'
import type { Provider, Vouched } from './provider.ts'
import { enter } from './sign-in.ts'
import { nobody, trace } from './trace.ts'

/** Where the browser goes to be vouched for; what it brings back is only taken from this browser. */
export async function beginBy(provider: Provider | undefined, visit: Visit): Promise<string> {
  const { flow, address } = await configured(provider).begin()
  const token = await visit.transact((db) => keepFlow(db, flow, visit.now))
  visit.keepFlow(token)
  return address
}

/** Signs in who the provider vouches for, or throws why not; every refusal is in the log. */
export async function returnBy(
  provider: Provider | undefined,
  visit: Visit,
  query: string,
): Promise<void> {
  const known = configured(provider)
  const { flow: token, now } = visit
  visit.keepFlow(undefined)
  const flow =
    token === undefined
      ? undefined
      : await visit.transact((transaction) => takeFlow(transaction, token, now))
  const vouched = flow && (await known.vouchedFor(flow, query))
  if (!vouched) throw await refused(visit, 'provider-refused')
  const session = await visit.transact((db) => enterAs(db, visit, vouched))
  if (session === undefined) throw await refused(visit, 'identity-not-linked')
  visit.keep(session)
}

function configured(provider: Provider | undefined): Provider {
  if (!provider) throw notFound('Provider')
  return provider
}

/** Begins a session of the account that was linked and confirmed; undefined where there is none. */
async function enterAs(db: Db, visit: Visit, vouched: Vouched): Promise<string | undefined> {
  const { row, isNew } = await noteArrival(db, vouched, visit.now)
  if (isNew) {
    await trace(db, {
      at: visit.now,
      by: nobody,
      action: 'identity-told',
      account: nobody.id,
      entity: { kind: 'external-identity', id: row.id },
      after: { ...vouched, ...visit.caller },
    })
  }
  const account =
    row.userId === null || row.confirmedBy === null ? undefined : await lockAccount(db, row.userId)
  return account?.state === 'active' ? enter(db, visit, account) : undefined
}

async function refused(
  visit: Visit,
  code: 'provider-refused' | 'identity-not-linked',
): Promise<Failure> {
  await visit.transact((db) =>
    trace(db, {
      at: visit.now,
      by: nobody,
      action: 'identity-refused',
      account: nobody.id,
      after: { code, ...visit.caller },
    }),
  )
  return new Failure({ code, title: 'The provider does not open an account here' }, 401)
}
