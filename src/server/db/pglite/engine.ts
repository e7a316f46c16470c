import type { EngineOptions } from './messages.ts'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import fs from 'node:fs'
import path from 'node:path'

export interface Engine {
  /** Runs one unit of the protocol and gives all that it answers. */
  run(unit: Uint8Array): Uint8Array
  dump(): Promise<Uint8Array>
  close(): Promise<void>
}

/** `onPoisoned` is told when an exception other than PostgreSQL's own leaves the engine undefined. */
export async function openEngine(
  { folder, template }: EngineOptions,
  onPoisoned: (why: string) => void,
): Promise<Engine> {
  if (folder !== undefined && !fs.existsSync(path.join(folder, 'PG_VERSION'))) {
    await createDatabase(folder)
  }
  const pglite = await PGlite.create({
    ...(folder !== undefined && { fs: new DurableFiles(folder) }),
    ...(template && { loadDataDir: new Blob([Uint8Array.from(template)]) }),
    startParams: folder === undefined ? PGlite.defaultStartParams : durableParameters(),
  })
  watchForPoison(pglite, onPoisoned)
  return {
    run: (unit) => replyOf(pglite, unit),
    dump: async () => new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer()),
    close: () => pglite.close(),
  }
}

/** Makes a database beside its folder and moves it into place whole: a stop leaves nothing half. */
async function createDatabase(folder: string): Promise<void> {
  const draft = `${folder}.creating`
  fs.rmSync(draft, { recursive: true, force: true })
  fs.mkdirSync(draft, { mode: 0o700 })
  const pglite = await PGlite.create({
    fs: new DurableFiles(draft),
    startParams: durableParameters(),
  })
  await pglite.close()
  // What initdb wrote was never synced by the engine itself.
  syncTree(draft)
  // Fails where something else lies in the folder.
  fs.rmdirSync(folder)
  fs.renameSync(draft, folder)
  syncPath(path.dirname(folder))
}

// `-F` turns fsync off; without a checkpointer a small `max_wal_size` bounds what recovery replays.
function durableParameters(): string[] {
  return [
    ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
    ...['fsync=on', 'wal_sync_method=fsync', 'max_wal_size=64MB'].flatMap((one) => ['-c', one]),
  ]
}

interface Stream {
  readonly nfd?: number
  readonly node: object
}

type Operation<About> = (about: About, ...rest: readonly unknown[]) => unknown

interface NodeFiles {
  stream_ops: {
    fsync?: (stream: Stream) => number
    write: Operation<Stream>
    setattr: Operation<Stream>
  }
  node_ops: { setattr: Operation<object> }
  realPath(node: object): string
}

/** The engine's files with the `fsync` that Emscripten leaves out: without it nothing reaches the disk. */
class DurableFiles extends NodeFS {
  override async init(
    ...[engine, options]: Parameters<NodeFS['init']>
  ): ReturnType<NodeFS['init']> {
    const result = await super.init(engine, options)
    result.emscriptenOpts.preRun?.push((module) => {
      const nodefs = (module as unknown as { NODEFS: NodeFiles }).NODEFS
      syncFiles(nodefs)
    })
    return result
  }
}

/**
 * After a crash the engine syncs each of its 1,500 files twice before it recovers. What was synced and not
 * touched since is on the disk already: nobody else writes in the folder.
 */
function syncFiles(nodefs: NodeFiles): void {
  const { stream_ops, node_ops } = nodefs
  const synced = new WeakSet<object>()
  const touching =
    <About>(operation: Operation<About>, nodeOf: (about: About) => object): Operation<About> =>
    (about, ...rest) => {
      synced.delete(nodeOf(about))
      return operation(about, ...rest)
    }
  stream_ops.write = touching(stream_ops.write, ({ node }) => node)
  stream_ops.setattr = touching(stream_ops.setattr, ({ node }) => node)
  node_ops.setattr = touching(node_ops.setattr, (node) => node)
  stream_ops.fsync = ({ nfd, node }) => {
    // What stands in a folder changes without a write to it.
    if (nfd === undefined) syncPath(nodefs.realPath(node))
    else if (!synced.has(node)) {
      fs.fsyncSync(nfd)
      synced.add(node)
    }
    return 0
  }
}

function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() || entry.isDirectory()) syncPath(path.join(entry.parentPath, entry.name))
  }
  syncPath(folder)
}

function syncPath(file: string): void {
  const descriptor = fs.openSync(file, 'r')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

// PostgreSQL's own errors leave the loop with this status; anything else is a crash of the engine.
const longJump = 100

function watchForPoison(pglite: PGlite, onPoisoned: (why: string) => void): void {
  const module = pglite.Module
  const once = module._PostgresMainLoopOnce
  module._PostgresMainLoopOnce = () => {
    try {
      once()
    } catch (error) {
      const status =
        typeof error === 'object' && error && 'status' in error ? error.status : undefined
      if (status !== longJump) onPoisoned(String(error))
      throw error
    }
  }
}

function replyOf(pglite: PGlite, unit: Uint8Array): Uint8Array {
  if (unit[0] === 0) return Uint8Array.from(pglite.execProtocolRawSync(unit))
  const parts: Uint8Array[] = []
  let failure: unknown
  // Works in the same turn: everything has been received when it returns.
  pglite
    .execProtocolRawStream(unit, {
      syncToFs: false,
      onRawData: (data) => parts.push(Uint8Array.from(data)),
    })
    .catch((error: unknown) => (failure = error))
  if (failure) throw failure
  return Uint8Array.from(Buffer.concat(parts))
}
