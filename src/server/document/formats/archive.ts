import { unzipSync, type UnzipFileInfo } from 'fflate'
import { limits } from './limits.ts'
import { broken, tooLarge, Unreadable } from './unreadable.ts'

export type Parts = Readonly<Record<string, Uint8Array>>

/**
 * The names in a zip archive. Reads its directory alone and refuses, before anything is inflated,
 * what would grow beyond `limits`.
 */
export function archiveNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = []
  let total = 0
  unzip(bytes, (entry) => {
    names.push(entry.name)
    total += entry.originalSize
    if (names.length > limits.archiveEntries) throw bomb('entries', limits.archiveEntries)
    if (total > limits.archiveBytes) throw bomb('bytes', limits.archiveBytes)
    return false
  })
  return names
}

/** Refuses an archive whose parts that `isWanted` would grow beyond `limits`; inflates nothing. */
export function checkArchive(bytes: Uint8Array, isWanted: (name: string) => boolean): void {
  unzip(bytes, (entry) => {
    if (isWanted(entry.name)) check(entry)
    return false
  })
}

/** Inflates the parts that `isWanted`; each is bounded by what the directory claims of it. */
export function archiveParts(bytes: Uint8Array, isWanted: (name: string) => boolean): Parts {
  return unzip(bytes, (entry) => {
    if (!isWanted(entry.name)) return false
    check(entry)
    return true
  })
}

function check({ size, originalSize }: UnzipFileInfo): void {
  const ratio = originalSize / Math.max(1, size)
  if (originalSize > limits.archiveRatioFrom && ratio > limits.archiveRatio) {
    throw bomb('ratio', limits.archiveRatio)
  }
  if (originalSize > limits.xmlBytes) throw tooLarge('A part of the document', limits.xmlBytes)
}

// fflate throws plain errors for what is no archive, and lets those of the filter through.
function unzip(bytes: Uint8Array, filter: (entry: UnzipFileInfo) => boolean): Parts {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw broken('The archive is damaged or cut off', String(error))
  }
}

function bomb(what: 'entries' | 'bytes' | 'ratio', limit: number): Unreadable {
  return new Unreadable({
    code: 'archive-bomb',
    title: `The archive passes the limit of ${limit} ${what}`,
    detail: { what, limit },
  })
}
