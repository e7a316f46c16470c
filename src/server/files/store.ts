import fs from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { openArrivals, type StoredFile } from './arrival.ts'

/** Files by their content: the same content is there once, and is never changed. */
export interface FileStore {
  /**
   * Streams `content` in; it is kept for good when this is done. What turns out not to be whole at
   * its end is not kept.
   */
  put(content: Readable, isWhole?: () => boolean): Promise<StoredFile | undefined>
  open(sha256: string): Readable
  /** Lets a reader that needs a path have the file at one, for as long as it works. */
  withPath<Value>(sha256: string, use: (path: string) => Promise<Value>): Promise<Value>
}

/** A store in `folder`: `ab/abcdef…`, written beside and moved into place. */
export async function openFileStore(folder: string): Promise<FileStore> {
  const arrivals = await openArrivals(path.join(folder, 'arriving'))
  const pathOf = (sha256: string): string => path.join(folder, nameOf(sha256))
  return {
    open: (sha256) => fs.createReadStream(pathOf(sha256)),
    withPath: (sha256, use) => use(pathOf(sha256)),
    put: (content, isWhole = () => true) =>
      arrivals.take(content, isWhole, (draft, { sha256 }) => moveInto(draft, pathOf(sha256))),
  }
}

/** Where a file lies in its store, so that no folder holds too many. */
export function nameOf(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256}`
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
