import type { Person, Region } from '#contract/session.ts'
import { figureKey, type FigureKey, type GivenFigure } from '#core/indicator/figure.ts'
import { acceptFigures, withdrawFigures } from '#server/indicator/accept-figures.ts'
import { holdClock } from '#server/indicator/clock.ts'
import type { Db } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import { refused } from '#server/http/failure.ts'
import { type DryRun, dryRun, givenFigures } from './differences.ts'
import {
  type ChangeRow,
  changesOf,
  type ImportRow,
  insertChanges,
  saveImport,
} from './import-store.ts'
import { presentFigures } from './present-store.ts'
import { readImport } from './read-tables.ts'
import { readTableKey } from './table-key.ts'

interface Act {
  readonly region: Region
  readonly by: Person
  readonly at: string
  readonly why?: string
}

/** Makes the figures of a file known, in the caller's transaction: all of them or, by a failure, none. */
export async function applyImport(
  db: Db,
  row: ImportRow,
  digest: string,
  act: Act,
): Promise<{ readonly row: ImportRow; readonly changed: number }> {
  const { region, by, at, why } = act
  // Another file that comes at the same moment sees what this one made known.
  await holdClock(db, acceptance(act, 'sheet-imported'))
  const read = await readImport(db, region, row, { wants: 'figures' })
  const isExported = readTableKey(read.grids) !== undefined
  if (!isExported && read.tables.some(({ isConfirmed }) => !isConfirmed)) {
    throw refused('import-not-confirmed', 'Tables are still to be confirmed')
  }
  const run = await dryRun(db, region, read)
  if (run.digest !== digest) {
    throw refused('import-moved', 'What would change is not what was looked at')
  }
  const figures = givenFigures(row, run)
  await insertChanges(db, changeRows(row, run))
  const { changed } = await acceptFigures(db, acceptance(act, 'sheet-imported'), figures)
  const saved = await saveImport(db, row, {
    state: 'applied',
    counts: run.counts,
    ended: { by, at },
  })
  await record(db, [
    {
      region: region.code,
      at,
      by,
      action: 'figures-imported',
      subject: row.id,
      entity: { kind: 'figure-import', id: row.id },
      after: { fileName: row.fileName, ...run.counts },
      why,
    },
  ])
  return { row: saved, changed }
}

function acceptance({ region, by, at, why }: Act, cause: string) {
  return { region: region.code, by, at, cause, ...(why !== undefined && { why }) }
}

function changeRows({ regionCode, id }: ImportRow, { differences }: DryRun): readonly ChangeRow[] {
  return differences
    .filter(({ state }) => state === 'new' || state === 'changed')
    .map(({ told, base, before }, position) => ({
      regionCode,
      importId: id,
      position,
      subjectKind: told.subject.kind,
      subjectCode: told.subject.code,
      indicator: told.indicator,
      period: told.period,
      value: told.value,
      base,
      before: before ?? null,
    }))
}

/**
 * Takes back what a file made known, in the caller's transaction: what had been known before holds
 * again. A figure that somebody corrected since is left as it is.
 */
export async function undoImport(
  db: Db,
  row: ImportRow,
  act: Act,
): Promise<{ readonly row: ImportRow; readonly restored: number; readonly left: number }> {
  const { region, by, at, why } = act
  const cause = acceptance(act, 'sheet-import-undone')
  await holdClock(db, cause)
  const changes = await changesOf(db, region.code, row.id)
  const present = await presentFigures(db, region.code, changes.map(keyOf))
  const ours = changes.filter(
    (change) => present.get(figureKey(keyOf(change)))?.source.reference === row.id,
  )
  const fresh = ours.filter(({ before }) => before === null).map(keyOf)
  const former = ours.flatMap(formerFigure)
  if (fresh.length > 0) await withdrawFigures(db, cause, fresh)
  if (former.length > 0) await acceptFigures(db, cause, former)
  const left = changes.length - ours.length
  const saved = await saveImport(db, row, { state: 'undone', ended: { by, at } })
  await record(db, [
    {
      region: region.code,
      at,
      by,
      action: 'figure-import-undone',
      subject: row.id,
      entity: { kind: 'figure-import', id: row.id },
      after: { restored: ours.length, left },
      why,
    },
  ])
  return { row: saved, restored: ours.length, left }
}

function keyOf({ subjectKind, subjectCode, indicator, period }: ChangeRow): FigureKey {
  return { subject: { kind: subjectKind, code: subjectCode }, indicator, period }
}

function formerFigure(change: ChangeRow): readonly GivenFigure[] {
  const { before } = change
  if (before === null) return []
  const { value, base, gap, source } = before
  return [{ ...keyOf(change), value, base, ...(value === null && gap && { gap }), source }]
}
