import type { Db } from '#server/db/db.ts'
import { migrate, migrationFiles } from '#server/db/migrate.ts'
import { analyzeChanged } from '#server/db/statistics.ts'
import type { FileStore } from '#server/files/store.ts'
import { refused } from '#server/http/failure.ts'
import { type Head, Part, readRowLine } from './format.ts'
import { checkBackup, linesOf } from './read-backup.ts'
import { sql } from 'kysely'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { PassThrough } from 'node:stream'

export interface Restored {
  readonly db: Db
  readonly files: FileStore
  readonly dataFolder: string
}

/**
 * Puts a backup back into an installation that holds nothing yet; afterwards it is what it was, and
 * then brought up to this version of the program. The backup is read to its end first: a broken one
 * changes nothing.
 *
 * @throws Failure `backup-broken`, `backup-unreadable`, `backup-newer`, `installation-not-empty`.
 */
export async function restoreBackup(file: string, into: Restored): Promise<Head> {
  const head = await checkBackup(file)
  const known = new Set(migrationFiles().map(([name]) => name))
  const last = head.migrations.findLast((name) => known.has(name))
  if (last === undefined || !head.migrations.every((name) => known.has(name))) {
    throw refused('backup-newer', 'The backup is of a newer version of the program')
  }
  await migrate(into.db, last)
  await refuseUnlessEmpty(into.db)
  const putFiles = fileWriter(into.files)
  await into.db.transaction().execute(async (transaction) => {
    // Made by the migrations; the backup has its own.
    await transaction.deleteFrom('eventHead').execute()
    const rows = rowWriter(transaction)
    for await (const line of linesOf(file)) {
      const row = readRowLine(line)
      if (row) await rows.add(row.table, row.row)
      else await putPart(line, putFiles, into.dataFolder)
    }
    await rows.flush()
    // Rows must not be there for good before the last file is.
    await putFiles.finish()
  })
  await migrate(into.db)
  await analyzeChanged(into.db)
  return head
}

async function refuseUnlessEmpty(db: Db): Promise<void> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select 1 from event) or exists (select 1 from region) as any
  `.execute(db)
  if (rows[0]?.any) throw refused('installation-not-empty', 'There is something here already')
}

/** Collects rows of one table after the other and inserts them a few hundred at a time. */
function rowWriter(db: Db) {
  let table = ''
  let waiting: string[] = []
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) {
      const rows = `[${waiting.join(',')}]`
      await sql`
        insert into ${sql.table(table)}
        select * from jsonb_populate_recordset(null::${sql.table(table)}, ${rows}::jsonb)
      `.execute(db)
    }
    waiting = []
  }
  const add = async (name: string, row: string): Promise<void> => {
    if (name !== table || waiting.length >= 200) await flush()
    table = name
    waiting.push(row)
  }
  return { add, flush }
}

type FileWriter = ReturnType<typeof fileWriter>

/** Files come in parts, one file after the other. */
function fileWriter(files: FileStore) {
  let current:
    | { readonly sha256: string; readonly content: PassThrough; done: Promise<unknown> }
    | undefined
  const finish = async (): Promise<void> => {
    current?.content.end()
    await current?.done
    current = undefined
  }
  const add = async (sha256: string, part: Buffer): Promise<void> => {
    if (current?.sha256 !== sha256) {
      await finish()
      const content = new PassThrough()
      current = { sha256, content, done: files.put(content) }
    }
    // A store that fails ends the wait as well.
    if (!current.content.write(part)) {
      await Promise.race([once(current.content, 'drain'), current.done])
    }
  }
  return { add, finish }
}

async function putPart(line: string, files: FileWriter, dataFolder: string): Promise<void> {
  const part = Part.safeParse(JSON.parse(line))
  if (!part.success) return
  if (part.data.kind === 'file') {
    await files.add(part.data.sha256, Buffer.from(part.data.part, 'base64'))
    return
  }
  const folder = path.join(dataFolder, 'keys')
  await fs.promises.mkdir(folder, { recursive: true, mode: 0o700 })
  await fs.promises.writeFile(path.join(folder, 'log.pem'), part.data.content, { mode: 0o600 })
}
