import type { Database } from '#server/db/database.ts'
import { missingMigrations } from '#server/db/migrate.ts'
import type { FastifyInstance } from 'fastify'
import fs from 'node:fs'

export interface HealthOptions {
  readonly database: Database
  readonly dataFolder: string
  readonly version: string
}

export type Readiness = Readonly<Record<'database' | 'migrations' | 'disk', boolean>>

/**
 * `/api/health`: the program runs and its database answers. `/api/ready`: it can do its work;
 * otherwise 503 and which part cannot. Both without signing in, for those that watch the program.
 */
export function mountHealth(app: FastifyInstance, options: HealthOptions): void {
  const { database, version } = options
  app.get('/api/health', async () => {
    await database.pool.query('select 1')
    return { status: 'ok', version }
  })
  app.get('/api/ready', async (_, reply) => {
    const checks = await readiness(options)
    const isReady = Object.values(checks).every(Boolean)
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ready' : 'not-ready', checks })
  })
}

async function readiness({ database, dataFolder }: HealthOptions): Promise<Readiness> {
  const [isThere, isMigrated, isWritable] = await Promise.all([
    isDone(database.pool.query('select 1')),
    missingMigrations(database.db).then(
      (missing) => missing.length === 0,
      () => false,
    ),
    hasRoom(dataFolder),
  ])
  return { database: isThere, migrations: isMigrated, disk: isWritable }
}

// Enough for a few uploads; below this the next write may be the one that fails.
const leastFreeBytes = 256 * 1024 * 1024

async function hasRoom(folder: string): Promise<boolean> {
  if (!(await isDone(fs.promises.access(folder, fs.constants.W_OK)))) return false
  const { bavail, bsize } = await fs.promises.statfs(folder)
  return bavail * bsize >= leastFreeBytes
}

function isDone(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    () => false,
  )
}
