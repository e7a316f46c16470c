import type {
  decideEnterpriseImport,
  EnterpriseImport,
  EnterpriseImportRow,
} from '#contract/enterprise-import.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import {
  type DuplicateIndex,
  duplicateIndex,
  duplicatesOf,
  plainEnterpriseName,
} from '#core/enterprise/duplicates.ts'
import type { ImportedRow } from '#core/enterprise/imported-row.ts'
import { readList } from '#core/enterprise/read-list.ts'
import { changedFields, saidBy, takenOver } from '#core/enterprise/taken-over.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadDb } from '#server/db/db.ts'
import { readWorkbookApart } from '#server/figure-import/reading/read-workbook-apart.ts'
import type { WriteContext } from '#server/http/context.ts'
import { badInput, Failure, notFound, refused } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { applyChanges, type EnterpriseChange } from './change-enterprises.ts'
import { type ImportRow, insertImport, lockImport, markDone } from './import-store.ts'
import { presentPeriod } from './present-period.ts'
import { enterprisesOf, type StoredEnterprise } from './store.ts'
import { type Words, wordsOf } from './words.ts'

const mostRows = 20_000

/** The rows of a list as they are read in a thread of their own; refuses (400) what is none. */
export async function rowsIn(
  file: { readonly name: string; readonly bytes: Uint8Array },
  words: Words,
): Promise<readonly ImportedRow[]> {
  const workbook = await readWorkbookApart(file)
  if (!workbook.ok) throw new Failure(workbook.error, 400)
  const sheets = workbook.value.grids
    .filter(({ isHidden }) => !isHidden)
    .map(({ rows }) => rows.map((row) => row.map((cell) => cell?.text ?? '')))
  const rows = readList(sheets, { industries: words.industries, placeNames: placeNames(words) })
  if (!rows || rows.length === 0) {
    throw badInput('import-without-names', 'No column of names of enterprises was found')
  }
  if (rows.length > mostRows) {
    throw badInput('import-too-long', 'Too many rows', { most: mostRows })
  }
  return rows
}

function placeNames({ places }: Words): ReadonlyMap<string, string> {
  return new Map(
    [...places.values()].flatMap(({ id, name, aliases }) =>
      [name, `${name}管委会`, ...aliases].map((each): [string, string] => [
        plainEnterpriseName(each),
        id,
      ]),
    ),
  )
}

/** Holds a list until somebody has decided about each row. */
export async function holdList(
  { db, region, user, now }: WriteContext,
  fileName: string,
  rows: readonly ImportedRow[],
): Promise<ImportRow> {
  const row: ImportRow = {
    regionCode: region.code,
    id: newId('enterprise-import'),
    fileName,
    rows,
    by: user,
    at: now,
    doneAt: null,
  }
  await insertImport(db, row)
  return row
}

/** A list with the enterprises its rows may be, as the registry stands now. */
export async function importView(
  db: ReadDb,
  region: string,
  { id, fileName, by, at, doneAt, rows }: ImportRow,
  words: Words,
): Promise<EnterpriseImport> {
  const known = (await enterprisesOf(db, region)).filter(({ state }) => state === 'active')
  const index = duplicateIndex(known)
  return {
    id,
    fileName,
    by,
    at,
    ...(doneAt !== null && { doneAt }),
    rows: rows.map((row) => rowView(row, index, words)),
  }
}

function rowView(
  row: ImportedRow,
  index: DuplicateIndex<StoredEnterprise>,
  words: Words,
): EnterpriseImportRow {
  const said = saidBy(row, kindIn(words))
  const candidates = duplicatesOf(row, index).map(({ known, reason }) => ({
    id: known.id,
    name: known.name,
    ...(known.uscc !== undefined && { uscc: known.uscc }),
    reason,
    differs: changedFields(known, said),
  }))
  const { line, name, uscc, industry, place, products, doubts } = row
  const isSure = doubts.every(({ code }) => code !== 'uscc-wrong' && code !== 'uscc-twice')
  const [first] = candidates
  return {
    line,
    name,
    doubts,
    candidates,
    ...(uscc !== undefined && { uscc }),
    ...(industry !== undefined && { industry }),
    ...(place !== undefined && { place }),
    ...(products !== undefined && { products }),
    ...(isSure && first?.reason === 'same-code' && { proposed: 'same' as const }),
    ...(isSure && !first && { proposed: 'add' as const }),
  }
}

function kindIn({ places }: Words): (place: string) => 'park' | 'town' | undefined {
  return (place) => [...places.values()].find(({ id }) => id === place)?.kind
}

/** Takes a list over as decided, as a whole or not at all. */
export async function takeOver(
  context: WriteContext,
  { id, decisions }: Parsed<typeof decideEnterpriseImport>,
): Promise<Answer<typeof decideEnterpriseImport>> {
  const { db, region, now } = context
  const list = await lockImport(db, region.code, id)
  if (!list) throw notFound('List of enterprises')
  if (list.doneAt !== null) throw refused('import-done', 'The list was taken over before')
  const decided = new Map(decisions.map((decision) => [decision.line, decision]))
  const undecided = list.rows.filter(({ line }) => !decided.has(line))
  if (undecided.length > 0) {
    const lines = undecided.slice(0, 20).map(({ line }) => line)
    throw refused('import-undecided', 'Some rows are not decided about', { lines })
  }
  const words = await wordsOf(db, region.code, dayInChina(now))
  const chosen = decisions.flatMap((one) => (one.kind === 'same' ? [one.enterprise] : []))
  const known = new Map((await enterprisesOf(db, region.code, chosen)).map((one) => [one.id, one]))
  const changes = list.rows.flatMap((row): EnterpriseChange[] => {
    const decision = decided.get(row.line)
    if (!decision || decision.kind === 'skip') return []
    const said = saidBy(row, kindIn(words))
    const why = `${list.fileName}（第${row.line}行）`
    if (decision.kind === 'add') {
      return [{ action: 'enterprise-added', after: newOne(said), why }]
    }
    const before = known.get(decision.enterprise)
    if (before?.state !== 'active') throw refused('import-changed', 'An enterprise has changed')
    const after = { ...takenOver(before, said, dayInChina(now)), revision: before.revision }
    return [{ action: 'enterprise-changed', before, after, why, from: presentPeriod(now) }]
  })
  if (new Set(chosen).size < chosen.length) {
    throw refused('import-twice', 'Two rows are one enterprise')
  }
  await applyChanges(context, changes, words)
  await markDone(db, region.code, id, now)
  const added = changes.filter(({ before }) => !before).length
  const changed = changes.length - added
  return { added, changed, skipped: list.rows.length - changes.length }
}

function newOne(said: ReturnType<typeof saidBy>): StoredEnterprise {
  return {
    id: newId('enterprise'),
    formerNames: [],
    address: '',
    products: '',
    contacts: [],
    listings: [],
    places: [],
    tags: [],
    ...said,
    state: 'active',
    revision: 0,
  }
}
