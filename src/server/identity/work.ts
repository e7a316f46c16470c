import { everywhere } from '#core/access/region-cover.ts'
import type { UserId } from '#core/id.ts'
import type { ReadDb } from '#server/db/db.ts'
import { shownItems, type WorkSource } from '#server/work/source.ts'
import { grantRows } from './grant-store.ts'

/** Accounts another administrator gave a new code for, which wait for a second one. */
export const recoveriesToConfirm: WorkSource = {
  kind: 'recoveries-to-confirm',
  needs: 'confirm-recovery',
  workOf: async ({ db, user, mayIn }) => {
    const accounts = await db
      .selectFrom('appUser')
      .select(['id', 'name', 'login'])
      .where('recoveredBy', 'is not', null)
      .where('recoveredBy', '<>', user.id)
      .where('id', '<>', user.id)
      .orderBy('id')
      .execute()
    const grants = Map.groupBy(await grantRows(db), ({ userId }) => userId)
    const own = accounts.filter(({ id }) =>
      (grants.get(id) ?? []).every(({ regionCode }) => mayIn('confirm-recovery', regionCode)),
    )
    const begun = await recoveriesBegun(
      db,
      own.map(({ id }) => id),
    )
    const items = own.flatMap(({ id, name, login }) => {
      const since = begun.get(id)
      return since === undefined ? [] : [{ title: `${name}（${login}）`, since, link: '/users' }]
    })
    return {
      count: own.length,
      items: items.toSorted((a, b) => (a.since < b.since ? -1 : 1)).slice(0, shownItems),
      link: '/users',
    }
  },
}

/** When the recovery of each account began last, as the log has it. */
async function recoveriesBegun(
  db: ReadDb,
  accounts: readonly UserId[],
): Promise<ReadonlyMap<string, string>> {
  if (accounts.length === 0) return new Map()
  const rows = await db
    .selectFrom('event')
    .select('subjectId')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('regionCode', '=', everywhere)
    .where('action', '=', 'recovery-begun')
    .where('subjectId', 'in', accounts)
    .groupBy('subjectId')
    .execute()
  return new Map(rows.map(({ subjectId, at }) => [subjectId, at]))
}
