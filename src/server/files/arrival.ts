import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Content as a store names it. */
export interface StoredFile {
  readonly sha256: string
  /** In bytes. */
  readonly size: number
}

/** Where content is written down while it streams in, before it has its name. */
export interface Arrivals {
  /**
   * Writes `content` down and gives it to `keep`, unless it turns out at its end not to be whole;
   * the draft is gone afterwards.
   */
  take(
    content: Readable,
    isWhole: () => boolean,
    keep: (draft: string, stored: StoredFile) => Promise<void>,
  ): Promise<StoredFile | undefined>
  /** A path for a moment, which nothing else uses. */
  draft(): string
}

/** Arrivals in `folder`; what a stop left half written there is gone. */
export async function openArrivals(folder: string): Promise<Arrivals> {
  await fs.promises.mkdir(folder, { recursive: true, mode: 0o700 })
  await forgetLeftOver(folder)
  const draft = (): string => path.join(folder, randomUUID())
  return {
    draft,
    async take(content, isWhole, keep) {
      const file = draft()
      try {
        const stored = await writeDown(content, file)
        if (!isWhole()) return undefined
        await keep(file, stored)
        return stored
      } finally {
        await fs.promises.rm(file, { force: true })
      }
    },
  }
}

// A command beside the running program must not take away what is arriving there just now.
const longestArrivalMs = 3_600_000

async function forgetLeftOver(folder: string): Promise<void> {
  for (const name of await fs.promises.readdir(folder)) {
    const file = path.join(folder, name)
    const stats = await fs.promises.stat(file).catch(() => undefined)
    if (stats && Date.now() - stats.mtimeMs > longestArrivalMs) {
      await fs.promises.rm(file, { recursive: true, force: true })
    }
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
