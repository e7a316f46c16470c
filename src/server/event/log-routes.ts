import {
  listLog,
  logCsv,
  type LogEntry,
  type LogFilter,
  logXlsx,
  showLogState,
} from '#contract/log.ts'
import type { Region } from '#contract/session.ts'
import { everywhere } from '#core/access/region-cover.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadDb, Row } from '#server/db/db.ts'
import type { Identity } from '#server/http/context.ts'
import { type Endpoint, file, read, type Transact } from '#server/http/endpoint.ts'
import { allRegions } from '#server/region/store.ts'
import { csvOfLog, xlsxOfLog } from './log-export.ts'
import {
  lastCheckpoint,
  lastVerification,
  lengthOfLog,
  logEntries,
  type LogReach,
} from './log-store.ts'
import { record } from './store.ts'

const pageLength = 50
const batchLength = 1000

/** What the audit administrator reads. */
export const logEndpoints: readonly Endpoint[] = [
  read(listLog, async ({ before, ...filter }, { db, ...identity }) => {
    const rows = await logEntries(db, {
      filter,
      before,
      reach: reachOf(identity),
      limit: pageLength + 1,
    })
    const shown = rows.slice(0, pageLength)
    const next = rows.length > pageLength ? shown.at(-1)?.position : undefined
    return {
      entries: await entryViews(db, shown),
      ...(next !== undefined && { next }),
    }
  }),

  read(showLogState, async (_, { db }) => {
    const signed = await lastCheckpoint(db)
    const verified = await lastVerification(db)
    return {
      length: await lengthOfLog(db),
      ...(signed && { signed: { position: signed.position, at: signed.at } }),
      ...(verified && { verified }),
    }
  }),

  file(logXlsx, async (filter, { db, now, ...identity }, transact) => {
    await noteExport(transact, 'xlsx', filter)
    const content = xlsxOfLog(entriesFrom(db, filter, reachOf(identity)))
    return { name: `操作日志-${dayInChina(now)}.xlsx`, content }
  }),

  file(logCsv, async (filter, { db, now, ...identity }, transact) => {
    await noteExport(transact, 'csv', filter)
    const content = csvOfLog(entriesFrom(db, filter, reachOf(identity)))
    return { name: `操作日志-${dayInChina(now)}.csv`, content }
  }),
]

/** The regions whose log somebody may read. */
function reachOf({ regions, mayIn }: Pick<Identity, 'regions' | 'mayIn'>): LogReach {
  if (mayIn('read-log', everywhere)) return undefined
  return regions.map(({ code }) => code).filter((code) => mayIn('read-log', code))
}

/** All entries that fit, latest first, read as they are asked for. */
async function* entriesFrom(
  db: ReadDb,
  filter: LogFilter,
  reach: LogReach,
): AsyncGenerator<LogEntry> {
  let before: number | undefined
  for (;;) {
    const rows = await logEntries(db, { filter, reach, before, limit: batchLength })
    yield* await entryViews(db, rows)
    before = rows.at(-1)?.position
    if (before === undefined || rows.length < batchLength) return
  }
}

function noteExport(transact: Transact, format: 'xlsx' | 'csv', filter: LogFilter): Promise<void> {
  return transact(({ db, now, user, region }) =>
    record(db, [
      {
        region: region.code,
        at: now,
        by: user,
        action: 'log-exported',
        subject: user.id,
        entity: { kind: 'user', id: user.id },
        after: { format, filter },
      },
    ]),
  )
}

async function entryViews(db: ReadDb, rows: readonly Row<'event'>[]): Promise<LogEntry[]> {
  const regions = new Map((await allRegions(db)).map((region) => [region.code, region]))
  return rows.map((row) => entryView(row, regions))
}

function entryView(row: Row<'event'>, regions: ReadonlyMap<string, Region>): LogEntry {
  const { position, id, at, by, address, regionCode, action, subjectId, before, after, why } = row
  return {
    position,
    id,
    at,
    by,
    region: regions.get(regionCode) ?? { code: regionCode, name: '全国', simulated: false },
    action,
    subject: subjectId,
    entity: { kind: row.entityKind, id: row.entityId },
    before,
    after,
    hash: row.hash,
    ...(address !== null && { address }),
    ...(why !== null && { why }),
  }
}
