import type { UserId } from '#core/id.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadDb } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { badInput } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { activeUsers, granted } from '#server/notification/store.ts'
import { type MatterRow } from './matter-store.ts'
import { insertComment } from './talk-store.ts'
import { notifyOfMention, tellingOf } from './telling.ts'

export interface MatterPerson {
  readonly id: UserId
  readonly name: string
  readonly organisation?: MatterPersonUnit
}
type MatterPersonUnit = NonNullable<
  Awaited<ReturnType<typeof grantedUnits>>[number]['organisationId']
>

/** Who holds a role that reads matters in a region, with the unit they hold it for. */
export async function peopleOf(
  db: ReadDb,
  region: string,
  now: string,
): Promise<readonly MatterPerson[]> {
  const ids = await granted(db, region, { allowed: 'read' }, dayInChina(now))
  const active = await activeUsers(db, ids)
  if (active.length === 0) return []
  const users = await db
    .selectFrom('appUser')
    .select(['id', 'name'])
    .where('id', 'in', active)
    .orderBy('name')
    .execute()
  const units = new Map(
    (await grantedUnits(db, region, active)).map(({ userId, organisationId }) => [
      userId,
      organisationId,
    ]),
  )
  return users.map(({ id, name }) => {
    const organisation = units.get(id)
    return { id, name, ...(organisation && { organisation }) }
  })
}

function grantedUnits(db: ReadDb, region: string, users: readonly UserId[]) {
  return db
    .selectFrom('roleGrant')
    .select(['userId', 'organisationId'])
    .where('regionCode', '=', region)
    .where('userId', 'in', users)
    .where('organisationId', 'is not', null)
    .execute()
}

/** Says something under a matter. Only people of the region are mentioned. */
export async function comment(
  context: WriteContext,
  row: MatterRow,
  { text, mentions }: { readonly text: string; readonly mentions: readonly UserId[] },
): Promise<void> {
  const { db, user, now, region } = context
  const people = await peopleOf(db, region.code, now)
  const mentioned = people.filter(({ id }) => mentions.includes(id))
  if (mentioned.length < new Set(mentions).size) {
    throw badInput('matter-person-unknown', 'Somebody mentioned does not work here')
  }
  const id = newId('matter-comment')
  const said = mentioned.map((one) => ({ id: one.id, name: one.name }))
  await insertComment(db, {
    regionCode: row.regionCode,
    id,
    matterId: row.id,
    at: now,
    by: user,
    text,
    mentions: said,
  })
  await record(db, [
    {
      region: row.regionCode,
      at: now,
      by: user,
      action: 'matter-commented',
      subject: row.id,
      entity: { kind: 'matter', id: row.id },
      after: { id, text, mentions: said },
    },
  ])
  const users = said.map((one) => one.id).filter((one) => one !== user.id)
  if (users.length > 0) await notifyOfMention(tellingOf(context), row, { users, by: user.name })
  context.stale(['matters', row.id])
}
