import type { Db, ReadDb, Row } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'

/** A chain of a region with the places in it, in their order. */
export interface Chain {
  readonly code: string
  readonly name: string
  readonly nodes: readonly {
    readonly code: string
    readonly name: string
    readonly stage: Row<'chainNode'>['stage']
  }[]
}

export async function chainsOf(db: ReadDb, region: string): Promise<readonly Chain[]> {
  const chains = await db
    .selectFrom('chain')
    .selectAll()
    .where('regionCode', '=', region)
    .orderBy('position')
    .execute()
  const nodes = await db
    .selectFrom('chainNode')
    .selectAll()
    .where('regionCode', '=', region)
    .orderBy('position')
    .execute()
  const byChain = Map.groupBy(nodes, ({ chainCode }) => chainCode)
  return chains.map(({ code, name }) => ({
    code,
    name,
    nodes: (byChain.get(code) ?? []).map((node) => ({
      code: node.code,
      name: node.name,
      stage: node.stage,
    })),
  }))
}

const chainColumns: ColumnTypes<'chain'> = {
  regionCode: 'text',
  code: 'text',
  name: 'text',
  position: 'integer',
}

const nodeColumns: ColumnTypes<'chainNode'> = {
  regionCode: 'text',
  chainCode: 'text',
  code: 'text',
  name: 'text',
  stage: 'text',
  position: 'integer',
}

export async function insertChains(
  db: Db,
  region: string,
  chains: readonly Chain[],
): Promise<void> {
  await insertMany(
    db,
    'chain',
    chainColumns,
    chains.map(({ code, name }, position) => ({ regionCode: region, code, name, position })),
  )
  await insertMany(
    db,
    'chainNode',
    nodeColumns,
    chains.flatMap((chain) =>
      chain.nodes.map(({ code, name, stage }, position) => ({
        regionCode: region,
        chainCode: chain.code,
        code,
        name,
        stage,
        position,
      })),
    ),
  )
}
