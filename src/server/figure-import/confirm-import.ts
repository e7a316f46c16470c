import type { Person, Region } from '#contract/session.ts'
import { knowsPeriods } from '#core/spreadsheet/mapping.ts'
import { settledDecisions } from '#core/spreadsheet/propose.ts'
import type { Db } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import { refused } from '#server/http/failure.ts'
import { type ImportRow, saveImport } from './import-store.ts'
import { keepLayout, type LayoutId } from './layout-store.ts'
import { readImport, type ReadTable } from './read-tables.ts'

interface Confirmation {
  readonly region: Region
  readonly by: Person
  readonly at: string
}

/** Confirms how the tables of a file are read, and keeps their layouts for the next month. */
export async function confirmImport(
  db: Db,
  row: ImportRow,
  confirmation: Confirmation,
): Promise<ImportRow> {
  const { region, by, at } = confirmation
  const read = await readImport(db, region, row, { wants: 'fingerprints' })
  const taken = read.tables.filter(({ mapping }) => !mapping.isSkipped)
  const unsettled = taken.filter(({ mapping }) => isUnsettled(mapping))
  if (unsettled.length > 0) {
    throw refused('import-lines-open', 'Some rows, columns or periods are not settled', {
      tables: unsettled.map(({ mapping }) => mapping.id),
    })
  }
  const recognised: Record<string, LayoutId> = { ...row.recognised }
  for (const table of taken) {
    recognised[table.mapping.id] = await keepLayout(db, {
      region: region.code,
      known: table.layout,
      name: nameOf(table, row),
      fingerprint: table.plainFingerprint ?? table.mapping.fingerprint,
      decisions: settledDecisions(table.mapping),
      rowKeys: table.mapping.rows.map(({ key }) => key),
      by,
      at,
    })
  }
  const saved = await saveImport(db, row, {
    confirmed: read.tables.map(({ mapping }) => mapping.id),
    recognised,
  })
  await record(db, [
    {
      region: region.code,
      at,
      by,
      action: 'sheet-layout-confirmed',
      subject: row.id,
      entity: { kind: 'figure-import', id: row.id },
      after: { tables: taken.map((table) => nameOf(table, row)) },
    },
  ])
  return saved
}

function isUnsettled(mapping: ReadTable['mapping']): boolean {
  const { rows, columns } = mapping
  return !knowsPeriods(mapping) || [...rows, ...columns].some(({ use }) => use === 'open')
}

/** A layout is called by the title above it, without its month. */
function nameOf({ mapping, sheetName }: ReadTable, { fileName }: ImportRow): string {
  const title = mapping.titles.map(({ text }) => text).find((text) => text.length >= 4)
  const name = title ?? (/^Sheet\d*$/i.test(sheetName) ? fileName.replace(/\.\w+$/, '') : sheetName)
  const plain = name
    .replaceAll(
      /(?:19|20)\d\d\s*年?度?|\d{1,2}\s*[-—–~～至]\s*\d{1,2}\s*月份?|\d{1,2}\s*月份?/g,
      '',
    )
    .replaceAll(/[\s（(]+[)）]|^[\s\-—_、，]+|[\s\-—_、，]+$/g, '')
    .trim()
  return (plain === '' ? name : plain).slice(0, 100)
}
