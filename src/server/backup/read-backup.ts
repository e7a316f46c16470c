import { badInput } from '#server/http/failure.ts'
import { End, Head } from './format.ts'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

/** The lines of a backup between its head and its end. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const zip = fs.createReadStream(file).pipe(createGunzip())
  try {
    yield* createInterface({ input: zip, crlfDelay: Infinity })
  } finally {
    zip.destroy()
  }
}

/**
 * Reads a backup to its end before anything is done with it.
 *
 * @throws Failure `backup-unreadable`, `backup-broken`.
 */
export async function checkBackup(file: string): Promise<Head> {
  if (!fs.existsSync(file)) throw badInput('backup-unreadable', 'The backup is not there')
  const hash = createHash('sha256')
  let head: Head | undefined
  let last: string | undefined
  try {
    for await (const line of linesOf(file)) {
      if (last !== undefined) hash.update(`${last}\n`)
      head ??= Head.parse(JSON.parse(line))
      last = line
    }
    const end = End.parse(JSON.parse(last ?? ''))
    if (head && end.sha256 === hash.digest('hex')) return head
  } catch {
    // No gzip, cut off, or not our lines: all the same to who wants it back.
  }
  throw badInput('backup-broken', 'The backup is cut off or was changed')
}
