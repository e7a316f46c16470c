import type { Grant } from '#core/access/grant.ts'
import type { Role } from '#core/access/role.ts'
import type { GrantId, UserId } from '#core/id.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'

export type GrantRow = Row<'roleGrant'>

export interface NamedRole extends Role {
  readonly name: string
}

/** Every role with its actions, by its code. */
export async function allRoles(db: ReadDb): Promise<ReadonlyMap<string, NamedRole>> {
  const roles = await db.selectFrom('role').selectAll().execute()
  const actions = await db.selectFrom('roleAction').selectAll().orderBy('action').execute()
  const byRole = Map.groupBy(actions, ({ roleCode }) => roleCode)
  return new Map(
    roles.map((role) => [
      role.code,
      { ...role, actions: (byRole.get(role.code) ?? []).map(({ action }) => action) },
    ]),
  )
}

/** The grants of everybody, or of one user, in the order they were given. */
export function grantRows(db: ReadDb, userId?: UserId): Promise<GrantRow[]> {
  const all = db.selectFrom('roleGrant').selectAll().orderBy('grantedAt').orderBy('id')
  return (userId === undefined ? all : all.where('userId', '=', userId)).execute()
}

/** The grants of a user as the policy sees them. */
export async function grantsOf(
  db: ReadDb,
  userId: UserId,
  roles: ReadonlyMap<string, Role>,
): Promise<readonly Grant[]> {
  const rows = await grantRows(db, userId)
  return rows.flatMap((row) => {
    const role = roles.get(row.roleCode)
    return role ? [grantOf(row, role)] : []
  })
}

function grantOf(row: GrantRow, role: Role): Grant {
  const { regionCode, organisationId, validFrom, validTo } = row
  return {
    role,
    region: regionCode,
    ...(organisationId !== null && { organisation: organisationId }),
    from: validFrom,
    ...(validTo !== null && { to: validTo }),
  }
}

export async function insertGrant(db: Db, row: GrantRow): Promise<void> {
  await db
    .insertInto('roleGrant')
    .values({ ...row, grantedBy: json(row.grantedBy) })
    .execute()
}

/** Takes a grant away; gives what it was. */
export function deleteGrant(db: Db, userId: UserId, id: GrantId): Promise<GrantRow | undefined> {
  return db
    .deleteFrom('roleGrant')
    .where('userId', '=', userId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}
