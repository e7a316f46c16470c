import { type Lock, takeLock } from '#server/db/lock.ts'
import { type Maintenance, poolOptions } from '#server/db/pool-options.ts'
import type { EngineOptions, FromEngine, ToEngine } from './messages.ts'
import { PortStream } from './port-stream.ts'
import fs from 'node:fs'
import path from 'node:path'
import { type MessagePort, Worker } from 'node:worker_threads'
import { Pool } from 'pg'

export interface EmbeddedOptions extends EngineOptions {
  /** A query that runs longer is ended by starting the engine anew; it knows no time limit itself. */
  readonly longestQueryMs?: number
  /** How often what is in the log is written to the files; the engine never does so by itself. */
  readonly checkpointMs?: number
  readonly onRestart?: (why: string) => void
}

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
  const timer = setInterval(
    () => void checkpoint().catch(() => {}),
    options.checkpointMs ?? 300_000,
  )
  timer.unref()
  return {
    pool,
    maintenance: {
      checkpoint,
      analyze: async () => void (await pool.query('vacuum (analyze)')),
    },
    dump: () => supervisor.dump(),
    close: async () => {
      clearInterval(timer)
      await checkpoint()
      await pool.end()
      await supervisor.close()
      lock?.release()
    },
  }
}

function lockFolder(folder: string): Lock {
  // The engine makes its files readable to everyone unless the process says otherwise.
  process.umask(0o077)
  fs.mkdirSync(folder, { recursive: true })
  return takeLock(path.join(path.dirname(folder), `${path.basename(folder)}.lock`))
}

/** Keeps one engine running, and starts it anew when it is poisoned, stuck or gone. */
class Supervisor {
  readonly #options: EmbeddedOptions
  readonly #streams = new Set<PortStream>()
  readonly #watches = new Map<PortStream, NodeJS.Timeout>()
  #worker: Promise<Worker>
  #closing = false

  constructor(options: EmbeddedOptions) {
    this.#options = options
    this.#worker = this.#start(options)
  }

  async started(): Promise<void> {
    await this.#worker
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
    await (await this.#worker).terminate()
  }

  async #start({ folder, template }: EngineOptions): Promise<Worker> {
    const workerData: EngineOptions = {
      ...(folder !== undefined && { folder }),
      ...(template && { template }),
    }
    // On the default stack a deep recursion corrupts the engine before its own check fires.
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData,
      resourceLimits: { stackSizeMb: 16 },
    })
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('The engine ended while it was starting')))
      worker.once('message', () => resolve())
    })
    worker.on('message', (message: FromEngine) => {
      if (message.kind === 'poisoned') this.#restart(worker, `poisoned: ${message.why}`)
    })
    worker.on('error', (error: Error) => this.#restart(worker, error.message))
    worker.on('exit', () => this.#restart(worker, 'ended'))
    return worker
  }

  #restart(gone: Worker, why: string): void {
    if (this.#closing) return
    gone.removeAllListeners()
    gone.on('error', () => {})
    this.#options.onRestart?.(why)
    const { folder, template } = this.#options
    // In memory nothing is left to start from; a folder recovers from its log.
    this.#worker = gone
      .terminate()
      .then(() =>
        this.#start(folder === undefined ? { ...(template && { template }) } : { folder }),
      )
    const failure = new Error(`The database engine was started anew: ${why}`)
    for (const stream of this.#streams) stream.destroy(failure)
  }

  #connect(stream: PortStream, port: MessagePort): void {
    this.#worker.then(
      (worker) => worker.postMessage({ kind: 'connect', port } satisfies ToEngine, [port]),
      (error: Error) => stream.destroy(error),
    )
  }

  #watch(stream: PortStream, waiting: boolean): void {
    clearTimeout(this.#watches.get(stream))
    this.#watches.delete(stream)
    if (!waiting) return
    const limit = this.#options.longestQueryMs ?? 60_000
    const timer = setTimeout(() => {
      void this.#worker.then((worker) =>
        this.#restart(worker, `a query ran longer than ${limit} ms`),
      )
    }, limit)
    timer.unref()
    this.#watches.set(stream, timer)
  }

  async #ask<Kind extends FromEngine['kind']>(
    question: ToEngine,
    kind: Kind,
  ): Promise<Extract<FromEngine, { kind: Kind }>> {
    const worker = await this.#worker
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
