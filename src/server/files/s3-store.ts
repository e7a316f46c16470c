import { notFound } from '#server/http/failure.ts'
import { openArrivals } from './arrival.ts'
import { ask, type Bucket } from './s3-request.ts'
import { emptySha256 } from './s3-signature.ts'
import { type FileStore, nameOf } from './store.ts'
import fs from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * A store in a bucket, under the same names as in a folder; `folder` holds what is on its way.
 * Begins by writing a small object, so that wrong settings show at once.
 *
 * @throws Failure `file-store-refused`, `file-store-unreachable`.
 */
export async function openS3Store(bucket: Bucket, folder: string): Promise<FileStore> {
  const arrivals = await openArrivals(folder)
  const nothing = { sha256: emptySha256, size: 0, content: () => Readable.from([]) }
  const begun = await ask(bucket, { method: 'PUT', name: 'jingwei', body: nothing })
  begun.resume()
  const open = (sha256: string): Readable =>
    Readable.from(contentOf(bucket, sha256), { objectMode: false })
  return {
    open,
    async withPath(sha256, use) {
      const draft = arrivals.draft()
      try {
        await pipeline(open(sha256), fs.createWriteStream(draft, { mode: 0o600 }))
        return await use(draft)
      } finally {
        await fs.promises.rm(draft, { force: true })
      }
    },
    put: (content, isWhole = () => true) =>
      arrivals.take(content, isWhole, async (draft, { sha256, size }) => {
        const name = nameOf(sha256)
        if (await isThere(bucket, name, size)) return
        const body = { sha256, size, content: () => fs.createReadStream(draft) }
        const answer = await ask(bucket, { method: 'PUT', name, body })
        answer.resume()
        if (answer.statusCode === 404) throw notFound('Bucket')
      }),
  }
}

// A shorter one is what an upload that broke off left in a careless store.
async function isThere(bucket: Bucket, name: string, size: number): Promise<boolean> {
  const answer = await ask(bucket, { method: 'HEAD', name })
  answer.resume()
  return answer.statusCode === 200 && answer.headers['content-length'] === String(size)
}

async function* contentOf(bucket: Bucket, sha256: string): AsyncGenerator<Buffer> {
  const answer = await ask(bucket, { method: 'GET', name: nameOf(sha256) })
  if (answer.statusCode === 404) {
    answer.resume()
    throw notFound('File')
  }
  for await (const chunk of answer) yield chunk as Buffer
}
