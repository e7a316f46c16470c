import { takeLock } from '#server/db/lock.ts'
import { type Maintenance, poolOptions } from '#server/db/pool-options.ts'
import { Failure } from '#server/http/failure.ts'
import { findBinaries, oldestMajor } from './binaries.ts'
import { type Cluster, prepareCluster, startCluster, stopCluster } from './cluster.ts'
import type { ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Pool } from 'pg'

export interface Native {
  readonly pool: Pool
  readonly maintenance: Maintenance
  close(): Promise<void>
}

/**
 * Runs the machine's own PostgreSQL on a folder, for this program alone: no service to set up, any
 * user, root too. A server that dies is started again; the pool's next connection finds it.
 *
 * @throws Failure `database-binaries-missing`, `database-version-differs`, `database-not-started`,
 * `database-in-use`.
 */
export async function openNative(folder: string): Promise<Native> {
  const binaries = findBinaries()
  if (!binaries) throw binariesMissing()
  const absolute = path.resolve(folder)
  fs.mkdirSync(path.dirname(absolute), { recursive: true })
  const lock = takeLock(`${absolute}.lock`)
  try {
    const cluster = prepareCluster(absolute, binaries)
    let closing = false
    let child = await startCluster(cluster)
    const keepAlive = (running: ChildProcess): void => {
      running.once('exit', () => {
        if (closing) return
        // Where it cannot be started again, queries fail with the pool's own error.
        void restarted(cluster).then(
          (next) => keepAlive((child = next)),
          () => {},
        )
      })
    }
    keepAlive(child)
    const pool = poolOn(cluster.socket)
    return {
      pool,
      maintenance: { checkpoint: async () => {} },
      close: async () => {
        closing = true
        await pool.end()
        await stopCluster(child)
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The memory of a server that was killed is freed only when its last process has noticed. */
async function restarted(cluster: Cluster, attempts = 20): Promise<ChildProcess> {
  try {
    return await startCluster(cluster)
  } catch (error) {
    if (attempts === 0) throw error
    await wait(250)
    return restarted(cluster, attempts - 1)
  }
}

function poolOn(socket: string): Pool {
  const pool = new Pool({ ...poolOptions, host: socket, max: 10, statement_timeout: 60_000 })
  pool.on('error', () => {
    // The connection of a server that was started anew; the pool makes another.
  })
  return pool
}

function binariesMissing(): Failure {
  const title = `No PostgreSQL ${oldestMajor} or newer on this machine`
  return new Failure({ code: 'database-binaries-missing', title }, 503)
}
