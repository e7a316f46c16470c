import { openDatabase } from '#server/db/database.ts'
import type { ReadDb } from '#server/db/db.ts'
import { importedBatch, importedRows } from './imported-batch.ts'
import { sql } from 'kysely'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

export interface KilledCollection {
  readonly kills: number
  /** Saves, submissions, acceptances and imports that were confirmed before a kill. */
  readonly acknowledged: number
  /** Of these, how many left no trace. */
  readonly lost: number
  /** Reports whose cells, figures and history do not agree, and lists only a part of which is there. */
  readonly torn: number
}

/** Kills a process that fills in, submits and accepts reports, and looks what is left. */
export async function killCollection(
  url: string,
  { kills, pause }: { readonly kills: number; readonly pause: () => number },
): Promise<KilledCollection> {
  const said: string[] = []
  for (let round = 0; round < kills; round++) said.push(...(await writtenUntilKilled(url, pause())))
  return { kills, acknowledged: said.length, ...(await whatIsLeft(url, said)) }
}

async function writtenUntilKilled(url: string, afterMs: number): Promise<readonly string[]> {
  const writer = path.join(import.meta.dirname, 'collection-writer.ts')
  const child = spawn(process.execPath, [writer, url], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  const lines = createInterface({ input: child.stdout })
  const ended = once(child, 'exit').then(() => {
    throw new Error('The writer ended by itself')
  })
  await Promise.race([once(lines, 'line'), ended])
  await Promise.race([once(lines, 'line'), ended])
  await wait(afterMs)
  child.kill('SIGKILL')
  await Promise.allSettled([once(child, 'close'), ended])
  // The first line says that it is ready; the last may be cut off and was not yet said.
  return said.split('\n').slice(1, -1)
}

async function whatIsLeft(url: string, said: readonly string[]) {
  const database = await openDatabase(url)
  try {
    const { db } = database
    const events = await db
      .selectFrom('event')
      .select(['action', 'subjectId', 'after'])
      .orderBy('position')
      .execute()
    const traces = events.map(({ action, subjectId, after }) => traceOf(action, subjectId, after))
    const known = new Map<string, number>()
    for (const trace of traces) known.set(trace, (known.get(trace) ?? 0) + 1)
    const imports = await importsLeft(db, said)
    const asked = Map.groupBy(
      said.filter((line) => !line.startsWith('imported ')),
      (line) => line,
    )
    const lost = [...asked].reduce(
      (sum, [line, all]) => sum + Math.max(0, all.length - (known.get(line) ?? 0)),
      0,
    )
    const { rows } = await sql<{ id: string; cell: string; told: string | null; is: boolean }>`
      select r.id, r.cells ->> '01.to-date' as cell, r.known_cells ->> '01.to-date' as told,
        r.known_cells is null or exists (
          select 1 from figure_series s join observation o
            on o.region_code = s.region_code and o.series_id = s.id
          where s.region_code = r.region_code and s.subject_code = r.subject_code
            and s.indicator = 'industrial-output' and o.period = r.period
            and o.value = (r.known_cells ->> '01.to-date')::numeric
            and o.known_from = (select max(known_from) from observation l
              where l.region_code = o.region_code and l.series_id = o.series_id)
        ) as "is"
      from report r
    `.execute(db)
    const lastSaved = new Map(
      events.flatMap(({ action, subjectId, after }) =>
        action === 'report-saved' ? [[subjectId, valueIn(after)] as const] : [],
      ),
    )
    const torn = rows.filter(
      ({ id, cell, is }) => !is || (cell ?? undefined) !== lastSaved.get(id),
    ).length
    return { lost: lost + imports.lost, torn: torn + imports.torn }
  } finally {
    await database.close()
  }
}

/** Lists that were acknowledged and are not there, and lists of which only a part is. */
async function importsLeft(db: ReadDb, said: readonly string[]) {
  const rows = await db
    .selectFrom('enterprise')
    .select('name')
    .where('name', 'like', `${importedBatch}%`)
    .execute()
  const batches = Map.groupBy(rows, ({ name }) => name.slice(0, name.indexOf('-')))
  const acknowledged = said.filter((line) => line.startsWith('imported '))
  const lost = acknowledged.filter((line) => !batches.has(line.slice('imported '.length))).length
  const torn = [...batches.values()].filter(({ length }) => length !== importedRows).length
  return { lost, torn }
}

function traceOf(action: string, subject: string, after: unknown): string {
  const act = action.replace('report-', '')
  return act === 'saved' ? `saved ${subject} ${valueIn(after)}` : `${act} ${subject}`
}

function valueIn(after: unknown): string | undefined {
  const cells = after as Readonly<Record<string, string>> | null
  return cells?.['01.to-date']
}
