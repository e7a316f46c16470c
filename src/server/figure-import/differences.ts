import type { DifferenceState, ImportCounts, ImportDifference } from '#contract/figure-import.ts'
import type { Region } from '#contract/session.ts'
import { figureKey, type GivenFigure, subjectKey } from '#core/indicator/figure.ts'
import { isSameAmount } from '#core/indicator/sum.ts'
import type { FigureBefore } from '#server/db/figure-import-tables.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { ImportRow } from './import-store.ts'
import { presentFigures } from './present-store.ts'
import type { ReadImport } from './read-tables.ts'
import type { RefusedCell, ToldByFile, ToldFigure } from './told-by-file.ts'
import { toldByFile } from './told-figures.ts'
import { createHash } from 'node:crypto'

/** A figure of a file held against what is known. */
export interface Difference {
  readonly told: ToldFigure
  readonly state: Exclude<DifferenceState, 'refused'>
  readonly base: string | null
  readonly before: FigureBefore | undefined
}

export interface DryRun {
  readonly differences: readonly Difference[]
  readonly refused: readonly RefusedCell[]
  readonly doubts: ToldByFile['doubts']
  readonly counts: ImportCounts
  /** Names what would become known. */
  readonly digest: string
}

/** What applying a file would make known, against what is known at this moment. */
export async function dryRun(db: ReadDb, region: Region, read: ReadImport): Promise<DryRun> {
  const told = toldByFile(read, region.code)
  const present = await presentFigures(db, region.code, told.figures)
  const differences = told.figures.map((figure) =>
    differenceOf(figure, present.get(figureKey(figure))),
  )
  return {
    differences,
    refused: told.refused,
    doubts: told.doubts,
    counts: countsOf(differences, told),
    digest: digestOf(differences),
  }
}

function differenceOf(told: ToldFigure, before: FigureBefore | undefined): Difference {
  // A sheet without 上年同期 says nothing of it: what is known stays.
  const base = told.base ?? before?.base ?? null
  if (before === undefined) return { told, base, before, state: 'new' }
  if (told.isBlank === true && before.value !== null) return { told, base, before, state: 'kept' }
  const isSame =
    isSameAmount(before.value, told.value) &&
    isSameAmount(before.base, base) &&
    (told.value !== null || before.gap === (told.gap ?? 'not-reported'))
  return { told, base, before, state: isSame ? 'unchanged' : 'changed' }
}

function countsOf(differences: readonly Difference[], told: ToldByFile): ImportCounts {
  const count = (state: DifferenceState) => differences.filter((one) => one.state === state).length
  const written = differences.filter(({ state }) => state === 'new' || state === 'changed')
  return {
    new: count('new'),
    changed: count('changed'),
    kept: count('kept'),
    unchanged: count('unchanged'),
    refused: told.refused.length,
    gaps: written.filter((one) => one.told.value === null).length,
    doubts: told.doubts.length + told.figures.filter(({ doubts }) => doubts.length > 0).length,
  }
}

function digestOf(differences: readonly Difference[]): string {
  const written = differences
    .filter(({ state }) => state === 'new' || state === 'changed')
    .map(({ told, base, before }) => [
      figureKey(told),
      told.value,
      base,
      told.gap,
      before?.value,
      before?.base,
    ])
  return createHash('sha256').update(JSON.stringify(written)).digest('base64url').slice(0, 32)
}

/** What of a dry run becomes known, each figure with its cell. */
export function givenFigures(
  { id }: Pick<ImportRow, 'id'>,
  { differences }: DryRun,
): readonly GivenFigure[] {
  return differences
    .filter(({ state }) => state === 'new' || state === 'changed')
    .map(({ told: { subject, indicator, period, value, gap, place }, base }) => ({
      subject,
      indicator,
      period,
      value,
      base,
      ...(value === null && gap !== undefined && { gap }),
      source: { kind: 'sheet', reference: id, place: place.slice(0, 100) },
    }))
}

/** A dry run line by line for its reader: first what is refused, then in the order of the cells. */
export function differenceViews(
  run: DryRun,
  { vocabulary }: ReadImport,
): readonly ImportDifference[] {
  const indicators = new Map(vocabulary.indicators.map((one) => [one.code, one]))
  const subjects = new Map(
    [vocabulary.region, ...vocabulary.subjects].map((one) => [subjectKey(one.subject), one.name]),
  )
  const views = run.differences.map(({ told, state, base, before }): ImportDifference => {
    const indicator = indicators.get(told.indicator)
    const name = subjects.get(subjectKey(told.subject))
    return {
      place: told.place,
      table: told.table,
      row: told.row,
      column: told.column,
      state,
      subject: told.subject,
      ...(name !== undefined && { subjectName: name }),
      indicator: told.indicator,
      ...(indicator && { indicatorName: indicator.name, unit: indicator.unit }),
      period: told.period,
      value: told.value,
      base,
      ...(told.gap !== undefined && { gap: told.gap }),
      ...(before && {
        before: {
          value: before.value,
          base: before.base,
          ...(before.gap !== null && { gap: before.gap }),
        },
      }),
      remarks: [...told.remarks, ...movedRemark(told, before)],
      doubts: told.doubts.map(({ code, told: said, computed }) => ({ code, told: said, computed })),
    }
  })
  const refused = run.refused.map((cell): ImportDifference => ({
    ...cell,
    state: 'refused',
    remarks: [],
    doubts: [],
  }))
  const totals = run.doubts.map(
    ({ code, told, computed, table, place, row, column }): ImportDifference => ({
      table,
      place,
      row,
      column,
      state: 'kept',
      remarks: ['total'],
      doubts: [{ code, told, computed }],
    }),
  )
  return [...refused, ...totals, ...views]
}

// Somebody else changed the figure since the table was exported.
function movedRemark(
  { exported }: ToldFigure,
  before: FigureBefore | undefined,
): readonly string[] {
  if (exported === undefined) return []
  return isSameAmount(exported, before?.value ?? null) ? [] : ['moved-since-export']
}
