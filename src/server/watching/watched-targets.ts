import type { PlanId } from '#core/id.ts'
import type { CompiledLibrary } from '#core/indicator/library.ts'
import type { ReadDb, Row } from '#server/db/db.ts'
import { type LedgerRow, ledgerRows } from '#server/plan/ledger-store.ts'
import { ownPathsOf } from './own-path-store.ts'
import type { WatchedTarget } from './standings.ts'

const everything = {
  region: [],
  category: [],
  attribute: [],
  scopeKind: [],
  scopeName: [],
  sort: 'document',
  order: 'up',
} as const

/** The targets in force of a region, each with what measures it. */
export async function watchedTargets(
  db: ReadDb,
  {
    region,
    planId,
    library,
    asOf,
  }: {
    readonly region: string
    readonly planId?: PlanId
    readonly library: CompiledLibrary
    readonly asOf?: string
  },
): Promise<readonly WatchedTarget[]> {
  const filter = { ...everything, ...(planId !== undefined && { planId }) }
  const rows = await ledgerRows(db, [region], filter, { limit: 5000, offset: 0 })
  const bound = await bindingsOf(db, region)
  const set = await ownPathsOf(db, region, asOf)
  return rows.map((row) => {
    const own = set.get(row.lineageId)
    return {
      ...watchedTarget(row, bound.get(row.lineageId), library),
      ...(own && { ownPath: { spread: own.spread, points: own.points } }),
    }
  })
}

export function watchedTarget(
  row: LedgerRow,
  binding: Row<'targetBinding'> | undefined,
  library: CompiledLibrary,
): WatchedTarget {
  const definition = binding && library.entries.get(binding.indicator)?.at(-1)?.definition
  if (!binding || !definition) return { row }
  const subject = { kind: binding.subjectKind, code: binding.subjectCode }
  return { row, measure: { definition, subject } }
}

/** What measures targets, by their lineage. */
async function bindingsOf(
  db: ReadDb,
  region: string,
): Promise<ReadonlyMap<string, Row<'targetBinding'>>> {
  const rows = await db
    .selectFrom('targetBinding')
    .selectAll()
    .where('regionCode', '=', region)
    .execute()
  return new Map(rows.map((row) => [row.lineageId, row]))
}
