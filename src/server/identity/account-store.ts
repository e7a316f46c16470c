import type { UserId } from '#core/id.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'

export type AccountRow = Row<'appUser'>

export function accountByLogin(db: ReadDb, login: string): Promise<AccountRow | undefined> {
  return db.selectFrom('appUser').selectAll().where('login', '=', login).executeTakeFirst()
}

export function accountOf(db: ReadDb, id: UserId): Promise<AccountRow | undefined> {
  return db.selectFrom('appUser').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The account, which nobody else changes until the transaction ends. */
export function lockAccount(db: Db, id: UserId): Promise<AccountRow | undefined> {
  return db.selectFrom('appUser').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export function allAccounts(db: ReadDb): Promise<AccountRow[]> {
  return db.selectFrom('appUser').selectAll().orderBy('login').execute()
}

/** Whether there is an account yet. */
export async function hasAccounts(db: ReadDb): Promise<boolean> {
  return (await db.selectFrom('appUser').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** An account without a password; `false` where the login is taken. */
export async function insertAccount(
  db: Db,
  account: Pick<AccountRow, 'id' | 'login' | 'name' | 'regionCode' | 'createdAt'>,
): Promise<boolean> {
  const inserted = await db
    .insertInto('appUser')
    .values({
      ...account,
      state: 'invited',
      passwordHash: null,
      mustChangePassword: false,
      codeHash: null,
      codeExpiresAt: null,
      ...withoutSecondFactor,
      recoveryCodes: json(withoutSecondFactor.recoveryCodes),
      recoveredBy: null,
    })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** The columns of an account that is asked for its password alone. */
export const withoutSecondFactor: Pick<
  AccountRow,
  'totpSecret' | 'totpConfirmed' | 'totpStep' | 'recoveryCodes'
> = { totpSecret: null, totpConfirmed: false, totpStep: 0, recoveryCodes: [] }

export async function saveAccount(
  db: Db,
  id: UserId,
  { recoveryCodes, ...change }: Partial<Omit<AccountRow, 'id'>>,
): Promise<void> {
  const set = { ...change, ...(recoveryCodes && { recoveryCodes: json(recoveryCodes) }) }
  await db.updateTable('appUser').set(set).where('id', '=', id).execute()
}

/** Sets a password, which takes up every open code, and remembers it. */
export async function savePassword(
  db: Db,
  id: UserId,
  { hash, at }: { readonly hash: string; readonly at: string },
): Promise<void> {
  await saveAccount(db, id, {
    state: 'active',
    passwordHash: hash,
    mustChangePassword: false,
    codeHash: null,
    codeExpiresAt: null,
  })
  await db
    .insertInto('passwordHistory')
    .values({ userId: id, setAt: at, passwordHash: hash })
    .onConflict((conflict) =>
      conflict.columns(['userId', 'setAt']).doUpdateSet({ passwordHash: hash }),
    )
    .execute()
}

/** The hashes of the last passwords, latest first. */
export async function earlierPasswords(db: ReadDb, id: UserId, count: number): Promise<string[]> {
  const rows = await db
    .selectFrom('passwordHistory')
    .select('passwordHash')
    .where('userId', '=', id)
    .orderBy('setAt', 'desc')
    .limit(count)
    .execute()
  return rows.map(({ passwordHash }) => passwordHash)
}
