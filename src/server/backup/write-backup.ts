import { keptFiles } from '#server/files/kept-files.ts'
import { migrationFiles } from '#server/db/migrate.ts'
import type { Stored } from '#server/verify/verify.ts'
import { backedUpTables, backupSchema, type End, type Head, type Part, rowLine } from './format.ts'
import { sql, type Transaction } from 'kysely'
import type { Schema } from '#server/db/schema.ts'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'

export interface BackupOptions {
  readonly now: string
  readonly version: string
}

/**
 * Everything that is stored, as one stream, while the program goes on working: the rows are those of
 * one moment, and files never change.
 */
export function writeBackup(stored: Stored, options: BackupOptions): Readable {
  const zip = createGzip()
  const lines = Readable.from(sealed(contents(stored, options)))
  lines.once('error', (error) => zip.destroy(error))
  return lines.pipe(zip)
}

/** Passes the lines on and ends them with the seal over all of them. */
async function* sealed(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const files = new Set<string>()
  let rows = 0
  for await (const line of lines) {
    const text = `${typeof line === 'string' ? line : JSON.stringify(line)}\n`
    if (typeof line === 'string') rows += 1
    else if (line.kind === 'file') files.add(line.sha256)
    hash.update(text)
    yield text
  }
  const end: End = { kind: 'end', rows, files: files.size, sha256: hash.digest('hex') }
  yield `${JSON.stringify(end)}\n`
}

/** A row is already text. */
type Line = string | Head | Part

async function* contents(
  { db, files, signer }: Stored,
  { now, version }: BackupOptions,
): AsyncGenerator<Line> {
  const migrations = migrationFiles().map(([name]) => name)
  yield { kind: 'head', schema: backupSchema, at: now, version, migrations }
  let hashes: readonly string[] = []
  const transaction = await db.startTransaction().setIsolationLevel('repeatable read').execute()
  try {
    for (const table of backedUpTables) {
      for await (const row of rowsOf(transaction, table)) yield rowLine(table, row)
    }
    hashes = await keptFiles(transaction)
  } finally {
    await transaction.rollback().execute()
  }
  // Outside of the transaction: on one connection everybody else waits for it.
  for (const sha256 of hashes) {
    for await (const part of files.open(sha256)) {
      yield { kind: 'file', sha256, part: (part as Buffer).toString('base64') }
    }
  }
  yield { kind: 'key', content: await fs.promises.readFile(signer.keyFile, 'utf8') }
}

/** The rows of a table as JSON, a few at a time. */
async function* rowsOf(transaction: Transaction<Schema>, table: string): AsyncGenerator<string> {
  const cursor = sql.raw(`backup_${table}`)
  await sql`
    declare ${cursor} no scroll cursor for select to_jsonb(t)::text as row from ${sql.table(table)} t
  `.execute(transaction)
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch 200 from ${cursor}`.execute(transaction)
    if (rows.length === 0) break
    for (const { row } of rows) yield row
  }
  await sql`close ${cursor}`.execute(transaction)
}
