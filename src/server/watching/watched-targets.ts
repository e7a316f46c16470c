import type { PlanId } from '#core/id.ts'
import type { CompiledLibrary } from '#core/indicator/library.ts'
import type { ReadDb } from '#server/db/db.ts'
import { type Binding, bindingsOf } from '#server/indicator/binding/binding-store.ts'
import { type LedgerRow, ledgerRows, ledgerRowsAt } from '#server/plan/ledger-store.ts'
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

interface TargetQuestion {
  readonly region: string
  /** The moment whose plans are asked for; the present where absent. */
  readonly asOf?: string
  readonly planId?: PlanId
  readonly library: CompiledLibrary
}

/** The targets in force of a region, now or at a moment, each with what measures it. */
export async function watchedTargets(
  db: ReadDb,
  { region, asOf, planId, library }: TargetQuestion,
): Promise<readonly WatchedTarget[]> {
  const filter = { ...everything, ...(planId !== undefined && { planId }) }
  const rows =
    asOf === undefined
      ? await ledgerRows(db, [region], filter, { limit: 5000, offset: 0 })
      : await ledgerRowsAt(db, region, asOf, planId)
  const bound = new Map((await bindingsOf(db, region)).map((one) => [one.lineageId, one]))
  const set = await ownPathsOf(db, region, asOf)
  return rows.map((row) => {
    const own = set.get(row.lineageId)
    return {
      ...watchedTarget(row, bound.get(row.lineageId), library),
      ...(own && { ownPath: { spread: own.spread, points: own.points } }),
    }
  })
}

function watchedTarget(
  row: LedgerRow,
  binding: Binding | undefined,
  library: CompiledLibrary,
): WatchedTarget {
  const definition = binding && library.entries.get(binding.indicator)?.at(-1)?.definition
  return binding && definition
    ? { row, measure: { definition, subject: binding.subject } }
    : { row }
}
