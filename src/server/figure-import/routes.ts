import { largestUpload } from '#contract/document.ts'
import {
  applyFigureImport,
  confirmFigureImport,
  decideFigureImport,
  discardFigureImport,
  type FigureImport,
  figureVocabulary,
  listFigureImports,
  listImportDifferences,
  showFigureImport,
  showImportSheet,
  undoFigureImport,
  uploadFigureFiles,
} from '#contract/figure-import.ts'
import type { Problem } from '#contract/problem.ts'
import { record } from '#server/event/store.ts'
import type { FileStore } from '#server/files/store.ts'
import type { ReadContext, WriteContext } from '#server/http/context.ts'
import { type Endpoint, read, upload, write } from '#server/http/endpoint.ts'
import { badInput, changedMeanwhile, notFound, refused } from '#server/http/failure.ts'
import { rememberLook } from '#server/indicator/figure-scope.ts'
import { applyImport, undoImport } from './apply-import.ts'
import { confirmImport } from './confirm-import.ts'
import { differenceViews, dryRun } from './differences.ts'
import {
  gridsOf,
  type ImportId,
  importOf,
  type ImportRow,
  importsOf,
  lockImport,
  saveImport,
} from './import-store.ts'
import { layoutEndpoints } from './layout-routes.ts'
import { readImport } from './read-tables.ts'
import { tableEndpoints } from './table-routes.ts'
import { takeInSheets } from './take-in-sheets.ts'
import { importView, shownImport } from './views.ts'
import { vocabularyOf } from './vocabulary.ts'

export function figureImportEndpoints(files: FileStore): readonly Endpoint[] {
  return [
    upload(uploadFigureFiles, async (_, uploaded, transact) => {
      const imports: FigureImport[] = []
      const turnedAway: { fileName: string; problem: Problem }[] = []
      for await (const one of uploaded) {
        const taken = await takeInSheets(files, one, transact)
        if (taken.ok) imports.push(importView(taken.value))
        else turnedAway.push({ fileName: one.name, problem: taken.error })
      }
      if (imports.length + turnedAway.length === 0) {
        throw badInput('upload-empty', 'The request holds no file', { limit: largestUpload })
      }
      return { imports, refused: turnedAway }
    }),

    read(listFigureImports, async ({ limit }, { db, region }) => ({
      imports: (await importsOf(db, region.code, limit)).map(importView),
    })),

    read(showFigureImport, async ({ id }, context) => {
      const row = await existing(context, id)
      return shownImport(row, await readImport(context.db, context.region, row))
    }),

    read(showImportSheet, async ({ id, position, from, limit }, context) => {
      await existing(context, id)
      const grid = (await gridsOf(context.db, context.region.code, id))[position]
      if (!grid) throw notFound('Sheet')
      const to = from + limit
      return {
        name: grid.name,
        total: grid.rows.length,
        from,
        rows: grid.rows.slice(from, to).map((row) => row.map((cell) => cell?.text ?? '')),
        merges: grid.merges.filter(({ row, lastRow }) => lastRow >= from && row < to),
      }
    }),

    read(listImportDifferences, async (question, context, transact) => {
      const { id, state, doubtful, limit, offset } = question
      const row = await existing(context, id)
      const found = await readImport(context.db, context.region, row, { wants: 'figures' })
      const run = await dryRun(context.db, context.region, found)
      const views = differenceViews(run, found)
        .filter((one) => state.length === 0 || state.includes(one.state))
        .filter((one) => !doubtful || one.doubts.length > 0)
      const differences = views.slice(offset, offset + limit)
      await rememberLook(
        transact,
        differences.flatMap(({ subject, indicator, period }) =>
          subject && indicator !== undefined && period ? [{ subject, indicator, period }] : [],
        ),
      )
      return { counts: run.counts, digest: run.digest, total: views.length, differences }
    }),

    write(decideFigureImport, async ({ id, revision, table, decisions }, context) => {
      const row = await open(context, id, revision)
      const saved = await saveImport(context.db, row, {
        decisions: { ...row.decisions, [table]: decisions },
        confirmed: row.confirmed.filter((one) => one !== table),
      })
      context.stale(['figure-imports'])
      return shownImport(saved, await readImport(context.db, context.region, saved))
    }),

    write(confirmFigureImport, async ({ id, revision }, context) => {
      const row = await open(context, id, revision)
      const { region, user, now } = context
      const saved = await confirmImport(context.db, row, { region, by: user, at: now })
      context.stale(['figure-imports'], ['sheet-layouts'])
      return shownImport(saved, await readImport(context.db, region, saved))
    }),

    write(applyFigureImport, async ({ id, revision, digest, why }, context) => {
      const row = await open(context, id, revision)
      const { db, region, user, now } = context
      const act = { region, by: user, at: now, ...(why !== undefined && { why }) }
      const applied = await applyImport(db, row, digest, act)
      tellFigures(context)
      return { figureImport: importView(applied.row), changed: applied.changed }
    }),

    write(undoFigureImport, async ({ id, revision, why }, context) => {
      const row = await held(context, id, revision)
      if (row.state !== 'applied') throw refused('import-not-applied', 'The file was not applied')
      const { db, region, user, now } = context
      const undone = await undoImport(db, row, { region, by: user, at: now, why })
      tellFigures(context)
      return {
        figureImport: importView(undone.row),
        restored: undone.restored,
        left: undone.left,
      }
    }),

    write(discardFigureImport, async ({ id, revision }, context) => {
      const row = await open(context, id, revision)
      const { db, region, user, now } = context
      const saved = await saveImport(db, row, { state: 'discarded', ended: { by: user, at: now } })
      await record(db, [
        {
          region: region.code,
          at: now,
          by: user,
          action: 'figure-import-discarded',
          subject: id,
          entity: { kind: 'figure-import', id },
        },
      ])
      context.stale(['figure-imports'])
      return importView(saved)
    }),

    read(figureVocabulary, async (_, { db, region }) => {
      const { indicators, subjects, region: whole } = await vocabularyOf(db, region)
      return {
        indicators: indicators.map(({ code, name, unit }) => ({ code, name, unit })),
        subjects: [whole, ...subjects].map(({ subject, name }) => ({ subject, name })),
      }
    }),

    ...layoutEndpoints,
    ...tableEndpoints,
  ]
}

function tellFigures(context: WriteContext): void {
  context.stale(['figure-imports'], ['figures'], ['targets'])
}

async function existing(
  { db, region }: ReadContext | WriteContext,
  id: ImportId,
): Promise<ImportRow> {
  const row = await importOf(db, region.code, id)
  if (!row) throw notFound('Import')
  return row
}

async function held(
  { db, region }: WriteContext,
  id: ImportId,
  revision: number,
): Promise<ImportRow> {
  const row = await lockImport(db, region.code, id)
  if (!row) throw notFound('Import')
  if (row.revision !== revision) {
    throw changedMeanwhile('Somebody else changed the import', importView(row))
  }
  return row
}

async function open(context: WriteContext, id: ImportId, revision: number): Promise<ImportRow> {
  const row = await held(context, id, revision)
  if (row.state !== 'open') throw refused('import-ended', 'The file was applied or laid aside')
  return row
}
