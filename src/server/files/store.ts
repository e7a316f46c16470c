import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface StoredFile {
  readonly sha256: string
  /** In bytes. */
  readonly size: number
}

/** Files by their content: the same content is there once, and is never changed. */
export interface FileStore {
  /**
   * Streams `content` in; it is on the disk for good when this is done. What turns out not to be
   * whole at its end is not kept.
   */
  put(content: Readable, isWhole?: () => boolean): Promise<StoredFile | undefined>
  open(sha256: string): Readable
  /** Where it lies, for a reader that needs a path. */
  pathOf(sha256: string): string
}

/** A store in `folder`: `ab/abcdef…`, written beside and moved into place. */
export async function openFileStore(folder: string): Promise<FileStore> {
  const arriving = path.join(folder, 'arriving')
  // What a stop left half written.
  await fs.promises.rm(arriving, { recursive: true, force: true })
  await fs.promises.mkdir(arriving, { recursive: true, mode: 0o700 })
  const pathOf = (sha256: string): string => path.join(folder, sha256.slice(0, 2), sha256)
  return {
    pathOf,
    open: (sha256) => fs.createReadStream(pathOf(sha256)),
    async put(content, isWhole = () => true) {
      const draft = path.join(arriving, randomUUID())
      try {
        const stored = await writeDown(content, draft)
        if (!isWhole()) return undefined
        await moveInto(draft, pathOf(stored.sha256))
        return stored
      } finally {
        await fs.promises.rm(draft, { force: true })
      }
    },
  }
}

async function writeDown(content: Readable, file: string): Promise<StoredFile> {
  const hash = createHash('sha256')
  let size = 0
  await pipeline(
    content,
    async function* measure(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        size += chunk.length
        yield chunk
      }
    },
    fs.createWriteStream(file, { mode: 0o600, flush: true }),
  )
  return { sha256: hash.digest('hex'), size }
}

// The name is on the disk only once its folder is synced.
async function moveInto(draft: string, file: string): Promise<void> {
  const folder = path.dirname(file)
  await fs.promises.mkdir(folder, { recursive: true, mode: 0o700 })
  await fs.promises.rename(draft, file)
  await syncFolder(folder)
  await syncFolder(path.dirname(folder))
}

// Windows cannot open a folder to sync it, and orders these writes by itself.
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await fs.promises.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
