import type { UserId } from '#core/id.ts'
import type { Audience } from '#core/matter/scheme.ts'
import type { ReadDb } from '#server/db/db.ts'
import { type Recipients, usersMeant } from '#server/notification/notify.ts'
import type { MatterRow } from './matter-store.ts'

/** Who is meant by the audiences of a rule, each once. */
export type Listeners = (row: MatterRow, tells: readonly Audience[]) => Promise<readonly UserId[]>

/** Asks for each unit once: a day of thousands of matters is told to some dozen units. */
export function listenersOf(db: ReadDb, region: string, day: string): Listeners {
  const known = new Map<string, Promise<readonly UserId[]>>()
  const usersOf = (to: Recipients): Promise<readonly UserId[]> => {
    const key = JSON.stringify(to)
    const asked = known.get(key) ?? usersMeant(db, region, to, day)
    known.set(key, asked)
    return asked
  }
  return async (row, tells) => {
    const found = new Set<UserId>()
    for (const audience of tells) {
      for (const recipients of recipientsOf(row, audience)) {
        for (const user of await usersOf(recipients)) found.add(user)
      }
    }
    return [...found]
  }
}

function recipientsOf({ standing }: MatterRow, audience: Audience): readonly Recipients[] {
  const { lead, responsible } = standing
  switch (audience) {
    case 'lead':
      return lead === undefined ? [] : [{ organisation: lead, allowed: 'handle-matters' }]
    case 'responsible':
      return responsible.map((organisation) => ({ organisation, allowed: 'handle-matters' }))
    case 'supervisor':
      return [{ allowed: 'supervise' }]
    case 'leader':
      return [{ allowed: 'hear-escalations' }]
  }
}
