import type { OrganisationId } from '#core/id.ts'
import { existsOn, nameOn } from '#core/organisation/organisation.ts'
import type { ReadDb } from '#server/db/db.ts'
import { organisationsOf } from '#server/organisation/store.ts'

/** A unit of the region as projects know it. */
export interface ProjectUnit {
  readonly id: OrganisationId
  /** The code figures carry. */
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  /** The dimension its sums belong to, where projects may lie in it. */
  readonly dimension?: 'park' | 'town'
  readonly isThere: boolean
}

export type ProjectUnits = ReadonlyMap<OrganisationId, ProjectUnit>

/** The units of a region by id, with those that are no more; enterprises' own units answer for nothing here. */
export async function unitsOf(db: ReadDb, region: string, day: string): Promise<ProjectUnits> {
  const units = (await organisationsOf(db, region)).filter(({ kind }) => kind !== 'enterprise')
  return new Map(
    units.map((unit) => [
      unit.id,
      {
        id: unit.id,
        code: unit.code,
        name: nameOn(unit, day),
        aliases: unit.aliases,
        ...((unit.kind === 'park' || unit.kind === 'town') && { dimension: unit.kind }),
        isThere: existsOn(unit, day),
      },
    ]),
  )
}
