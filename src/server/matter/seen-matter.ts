import type { MatterId } from '#core/id.ts'
import type { Db, ReadDb } from '#server/db/db.ts'
import type { Identity } from '#server/http/context.ts'
import { notFound } from '#server/http/failure.ts'
import { isWithin } from '#core/access/scope.ts'
import { lockMatter, matterOf, type MatterRow } from './matter-store.ts'

/** A matter somebody may see; one that is not theirs to see is not there. */
export async function seenMatter(db: ReadDb, identity: Identity, id: MatterId): Promise<MatterRow> {
  return visible(identity, await matterOf(db, identity.region.code, id))
}

/** The same, held until the transaction ends. */
export async function heldMatter(db: Db, identity: Identity, id: MatterId): Promise<MatterRow> {
  return visible(identity, await lockMatter(db, identity.region.code, id))
}

function visible(identity: Identity, row: MatterRow | undefined): MatterRow {
  const { lead, responsible = [] } = row?.standing ?? {}
  if (!row || !isWithin(identity.scopeOf('read'), lead, ...responsible)) throw notFound('Matter')
  return row
}
