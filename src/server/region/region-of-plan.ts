import type { PlanMeta } from '#contract/draft.ts'
import type { Region } from '#contract/session.ts'
import type { Db } from '#server/db/db.ts'
import { createHash } from 'node:crypto'
import { insertRegion, regionByCode, regionsByName } from './store.ts'

/**
 * The region a plan is published under, made where it is new. A name the standard does not know, or
 * that several regions share, gets a code of our own that always is the same for the name.
 */
export async function regionOfPlan(db: Db, named: PlanMeta['region']): Promise<Region> {
  const known = await knownRegion(db, named)
  if (known) return known
  const region = { code: named.code ?? ownCode(named.name), name: named.name, simulated: false }
  await insertRegion(db, region)
  return region
}

/** The region of that code or name, where there is one already. */
export async function knownRegion(
  db: Parameters<typeof regionByCode>[0],
  { code, name }: PlanMeta['region'],
): Promise<Region | undefined> {
  if (code !== undefined) return regionByCode(db, code)
  const [only, ...others] = await regionsByName(db, name)
  if (only && others.length === 0) return only
  return regionByCode(db, ownCode(name))
}

function ownCode(name: string): string {
  return `own-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`
}
