import { badInput } from '#server/http/failure.ts'
import type { Db } from './db.ts'
import { kyselyOn } from './kysely-on.ts'
import { openNative } from './native/provider.ts'
import { type EmbeddedOptions, openEmbedded } from './pglite/provider.ts'
import { type Maintenance, poolOptions } from './pool-options.ts'
import { analyzeChanged } from './statistics.ts'
import { Pool } from 'pg'

const analyzeMs = 30_000

/** A PostgreSQL, wherever it runs; everything above sees only this. */
export interface Database {
  readonly db: Db
  readonly pool: Pool
  readonly capabilities: Capabilities
  readonly maintenance: Maintenance
  close(): Promise<void>
}

export interface Capabilities {
  /** Runs inside this process: one session, no time limit for queries, no own housekeeping. */
  readonly embedded: boolean
  /** Tables can be spread over machines. */
  readonly distributed: boolean
}

/**
 * Opens a database by its address: `pglite:FOLDER`, `pglite:memory`, `native:FOLDER` (the machine's
 * own PostgreSQL, run by this program) or `postgres://…`.
 *
 * @throws Failure `database-url-unknown`, `database-in-use` and those of `openNative`.
 */
export async function openDatabase(
  url: string,
  options: Omit<EmbeddedOptions, 'folder'> = {},
): Promise<Database> {
  const database = await openProvider(url, options)
  // The embedded engine never does it, a server too late for what was just filled.
  const timer = setInterval(() => void analyzeChanged(database.db).catch(() => {}), analyzeMs)
  timer.unref()
  return {
    ...database,
    close: () => {
      clearInterval(timer)
      return database.close()
    },
  }
}

async function openProvider(
  url: string,
  options: Omit<EmbeddedOptions, 'folder'>,
): Promise<Database> {
  if (url.startsWith('pglite:')) {
    const folder = url.slice('pglite:'.length)
    const embedded = await openEmbedded({ ...options, ...(folder !== 'memory' && { folder }) })
    return {
      ...embedded,
      db: kyselyOn(embedded.pool),
      capabilities: { embedded: true, distributed: false },
    }
  }
  if (url.startsWith('native:')) {
    const native = await openNative(url.slice('native:'.length))
    const capabilities = { embedded: false, distributed: false }
    return { ...native, db: kyselyOn(native.pool), capabilities }
  }
  if (/^postgres(ql)?:\/\//.test(url)) return openServer(url)
  throw badInput(
    'database-url-unknown',
    'A database address starts with pglite:, native: or postgres://',
  )
}

async function openServer(connectionString: string): Promise<Database> {
  const { types, connectionTimeoutMillis } = poolOptions
  const pool = new Pool({
    connectionString,
    types,
    connectionTimeoutMillis,
    max: 10,
    statement_timeout: 60_000,
  })
  pool.on('error', () => {
    // An idle connection that the server ended; the pool makes another.
  })
  const citus = await pool.query("select 1 from pg_extension where extname = 'citus'")
  return {
    pool,
    db: kyselyOn(pool),
    capabilities: { embedded: false, distributed: citus.rows.length > 0 },
    // A server checkpoints and vacuums by itself.
    maintenance: { checkpoint: async () => {} },
    close: () => pool.end(),
  }
}
