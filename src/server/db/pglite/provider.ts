import { type Lock, takeLock } from '#server/db/lock.ts'
import { type Maintenance, poolOptions } from '#server/db/pool-options.ts'
import type { EngineOptions, FromEngine, ToEngine } from './messages.ts'
import { PortStream } from './port-stream.ts'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { isMainThread, type MessagePort, Worker } from 'node:worker_threads'
import { Pool } from 'pg'

export interface EmbeddedOptions extends EngineOptions {
  /** A query that runs longer is ended by starting the engine anew; it knows no time limit itself. */
  readonly longestQueryMs?: number
  readonly onRestart?: (why: string) => void
}

// A server does these by itself, the embedded engine never: without checkpoints its log grows for ever.
const checkpointMs = 5 * 60_000
const vacuumMs = 6 * 3_600_000

export interface Embedded {
  readonly pool: Pool
  readonly maintenance: Maintenance
  close(): Promise<void>
  /** The whole data folder as one archive, to start another engine from. */
  dump(): Promise<Uint8Array>
}

/** Opens PostgreSQL inside this process: no service, one session, made durable. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const lock = options.folder === undefined ? undefined : lockFolder(options.folder)
  const supervisor = new Supervisor(options)
  try {
    await supervisor.started()
  } catch (error) {
    lock?.release()
    throw error
  }
  const pool = new Pool({
    ...poolOptions,
    max: 1,
    idleTimeoutMillis: 0,
    stream: () => supervisor.stream(),
  })
  pool.on('error', () => {
    // The connection of an engine that was started anew; the pool makes another.
  })
  const checkpoint = async (): Promise<void> => {
    if (options.folder !== undefined) await pool.query('checkpoint')
  }
  const timers = [
    every(checkpointMs, checkpoint),
    every(vacuumMs, () => pool.query('vacuum (analyze)')),
  ]
  for (const timer of timers) timer.unref()
  return {
    pool,
    maintenance: { checkpoint },
    dump: () => supervisor.dump(),
    close: async () => {
      for (const timer of timers) clearInterval(timer)
      await checkpoint()
      await pool.end()
      await supervisor.close()
      lock?.release()
    },
  }
}

function every(ms: number, task: () => Promise<unknown>): NodeJS.Timeout {
  return setInterval(() => void task().catch(() => {}), ms)
}

function lockFolder(folder: string): Lock {
  // The engine makes its files readable to everyone unless the process says otherwise, which only
  // its main thread can; behind a closed folder they are safe in any case.
  if (isMainThread) process.umask(0o077)
  fs.mkdirSync(folder, { recursive: true })
  fs.chmodSync(folder, 0o700)
  return takeLock(path.join(path.dirname(folder), `${path.basename(folder)}.lock`))
}

/** Keeps one engine running, and starts it anew when it is poisoned, stuck or gone. */
class Supervisor {
  readonly #options: EmbeddedOptions
  readonly #streams = new Set<PortStream>()
  readonly #watches = new Map<PortStream, Watch>()
  readonly #gone = new WeakSet<Worker>()
  #worker: Promise<Worker> | undefined
  #closing = false

  constructor(options: EmbeddedOptions) {
    this.#options = options
  }

  async started(): Promise<void> {
    await this.#running()
  }

  stream(): PortStream {
    const stream = new PortStream(
      (port) => this.#connect(stream, port),
      (stream, waiting) => this.#watch(stream, waiting),
    )
    this.#streams.add(stream)
    stream.once('close', () => this.#streams.delete(stream))
    return stream
  }

  async dump(): Promise<Uint8Array> {
    const message = await this.#ask({ kind: 'dump' }, 'dumped')
    return message.bytes
  }

  async close(): Promise<void> {
    this.#closing = true
    await this.#ask({ kind: 'close' }, 'closed')
    await (await this.#running()).terminate()
  }

  // A start that failed is tried again with the next question.
  #running(ended?: Promise<unknown>): Promise<Worker> {
    if (this.#worker && !ended) return this.#worker
    const starting = Promise.resolve(ended).then(() => startWorker(this.#options))
    this.#worker = starting
    starting.then(
      (worker) => this.#supervise(worker),
      () => {
        if (this.#worker === starting) this.#worker = undefined
      },
    )
    return starting
  }

  #supervise(worker: Worker): void {
    worker.on('message', (message: FromEngine) => {
      if (message.kind === 'poisoned') this.#restart(worker, `poisoned: ${message.why}`)
    })
    worker.on('error', (error: Error) => this.#restart(worker, error.message))
    worker.on('exit', () => this.#restart(worker, 'ended'))
  }

  // One end of an engine is told in several ways: the first counts.
  #restart(gone: Worker, why: string): void {
    if (this.#closing || this.#gone.has(gone)) return
    this.#gone.add(gone)
    this.#options.onRestart?.(why)
    void this.#running(gone.terminate())
    const failure = new Error(`The database engine was started anew: ${why}`)
    for (const stream of this.#streams) stream.destroy(failure)
  }

  #connect(stream: PortStream, port: MessagePort): void {
    this.#running().then(
      (worker) => worker.postMessage({ kind: 'connect', port } satisfies ToEngine, [port]),
      (error: Error) => stream.destroy(error),
    )
  }

  // The time an engine takes to start is not the query's.
  #watch(stream: PortStream, isWaiting: boolean): void {
    clearTimeout(this.#watches.get(stream)?.timer)
    this.#watches.delete(stream)
    if (!isWaiting) return
    const watch: Watch = {}
    this.#watches.set(stream, watch)
    const limit = this.#options.longestQueryMs ?? 60_000
    this.#running().then(
      (worker) => {
        if (this.#watches.get(stream) !== watch) return
        const end = () => this.#restart(worker, `a query ran longer than ${limit} ms`)
        watch.timer = setTimeout(end, limit).unref()
      },
      () => {},
    )
  }

  async #ask<Kind extends FromEngine['kind']>(
    question: ToEngine,
    kind: Kind,
  ): Promise<Extract<FromEngine, { kind: Kind }>> {
    const worker = await this.#running()
    return new Promise((resolve) => {
      const listen = (message: FromEngine): void => {
        if (message.kind !== kind) return
        worker.off('message', listen)
        resolve(message as Extract<FromEngine, { kind: Kind }>)
      }
      worker.on('message', listen)
      worker.postMessage(question)
    })
  }
}

interface Watch {
  timer?: NodeJS.Timeout
}

async function startWorker({ folder, template }: EngineOptions): Promise<Worker> {
  const workerData: EngineOptions = {
    ...(folder !== undefined && { folder }),
    ...(template && { template }),
  }
  // On the default stack a deep recursion corrupts the engine before its own check fires.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { stackSizeMb: 16 },
  })
  const started = new AbortController()
  const { signal } = started
  await Promise.race([
    once(worker, 'message', { signal }),
    once(worker, 'exit', { signal }).then(() => {
      throw new Error('The engine ended while it was starting')
    }),
  ]).finally(() => started.abort())
  return worker
}
