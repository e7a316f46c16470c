import type { LedgerTarget, listTargets, PathMethod } from '#contract/target.ts'
import type { Answer } from '#contract/route.ts'
import type { TargetId } from '#core/id.ts'
import { pathMethod } from '#core/trajectory/path-method.ts'
import type { ReadDb } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { changedMeanwhile, notFound, regionNotYours } from '#server/http/failure.ts'
import {
  type ChoiceRow,
  ledgerChoices,
  type LedgerFilter,
  ledgerRows,
  type LedgerRow,
  ledgerTotal,
  lineageCounts,
  lineageOf,
  type Page,
  savePath,
  targetOf,
} from './ledger-store.ts'
import { citationOfTable } from './plan-parts.ts'

/** The regions a filter means; none for all. */
export function regionsOf(filter: Pick<LedgerFilter, 'region'>, own: string): readonly string[] {
  if (filter.region.includes('all')) return []
  return filter.region.length > 0 ? filter.region : [own]
}

export async function ledgerPage(
  db: ReadDb,
  regions: readonly string[],
  filter: LedgerFilter,
  page: Page,
): Promise<Answer<typeof listTargets>> {
  const rows = await ledgerRows(db, regions, filter, page)
  return {
    targets: await targetViews(db, rows),
    total: await ledgerTotal(db, regions, filter),
    choices: choicesOf(await ledgerChoices(db, regions)),
  }
}

export async function targetViews(db: ReadDb, rows: readonly LedgerRow[]): Promise<LedgerTarget[]> {
  const versions = await lineageCounts(db, rows)
  return rows.map((row) => targetView(row, versions.get(row.lineageId) ?? 1))
}

function targetView(row: LedgerRow, versions: number): LedgerTarget {
  const { id, regionCode, regionName, simulated, planId, planTitle, number, position } = row
  const { content, path, pathChosen, revision, meta } = row
  return {
    id,
    region: { code: regionCode, name: regionName, simulated },
    planId,
    planTitle,
    ...(meta.documentNumber !== undefined && { documentNumber: meta.documentNumber }),
    number,
    position,
    content,
    ...(row.citation && { citation: row.citation }),
    ...(row.documentId !== null && { documentId: row.documentId }),
    ...(row.sourceTable !== null && { table: row.sourceTable }),
    path,
    pathChosen,
    revision,
    versions,
  }
}

function choicesOf(rows: readonly ChoiceRow[]): Answer<typeof listTargets>['choices'] {
  const scopes = new Map(
    rows.flatMap(({ scopeKind, scopeName }) =>
      scopeName === null
        ? []
        : [[`${scopeKind} ${scopeName}`, { kind: scopeKind, name: scopeName }]],
    ),
  )
  const years = rows.flatMap(({ content }) => content.milestones.map(({ year }) => year))
  return {
    categories: [...new Set(rows.flatMap(({ category }) => category ?? []))],
    scopes: [...scopes.values()],
    years: [...new Set(years)].toSorted((a, b) => a - b),
  }
}

/** A target in every published version of its plan, latest first. */
export async function historyOf(db: ReadDb, region: string, id: TargetId) {
  const row = await targetOf(db, region, id)
  if (!row) throw notFound('Target')
  const rows = await lineageOf(db, region, row.lineageId)
  return {
    versions: rows.map((version) => ({
      target: targetView(version, rows.length),
      publishedAt: version.publishedAt,
      publishedBy: version.publishedBy,
    })),
  }
}

export interface PathChoice {
  readonly region: string
  readonly id: TargetId
  readonly revision: number
  /** Absent: the computed one again. */
  readonly path?: PathMethod
}

export async function choosePathOf(
  { db, user, now, mayIn, staleEverywhere }: WriteContext,
  { region, id, revision, path }: PathChoice,
): Promise<LedgerTarget> {
  if (!mayIn('review', region)) throw regionNotYours()
  const row = await targetOf(db, region, id)
  if (!row) throw notFound('Target')
  const computed = pathMethod({ ...row.content, citation: row.citation ?? citationOfTable('') })
  const change = { path: path ?? computed, pathChosen: path !== undefined }
  const isSaved = await savePath(db, { regionCode: region, id, revision }, change)
  if (!isSaved) {
    const [current] = await targetViews(db, [row])
    throw changedMeanwhile('Somebody changed the path meanwhile', { current })
  }
  await record(db, [
    {
      region,
      at: now,
      by: user,
      action: 'path-chosen',
      subject: row.planId,
      entity: { kind: 'target', id },
      before: { path: row.path, pathChosen: row.pathChosen },
      after: change,
    },
  ])
  staleEverywhere(['targets'])
  const [changed] = await targetViews(db, [{ ...row, ...change, revision: revision + 1 }])
  if (!changed) throw notFound('Target')
  return changed
}
