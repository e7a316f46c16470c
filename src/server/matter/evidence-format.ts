import { evidenceFormats, largestEvidence } from '#contract/matter-act.ts'
import type { Problem } from '#contract/problem.ts'
import { err, ok, type Result } from '#core/result.ts'
import { sniff } from '#server/document/formats/sniff.ts'
import { Unreadable } from '#server/document/formats/unreadable.ts'
import type { StoredFile } from '#server/files/arrival.ts'
import type { FileStore } from '#server/files/store.ts'
import type { UploadedFile } from '#server/http/endpoint.ts'
import fs from 'node:fs'
import path from 'node:path'

export interface TakenFile extends StoredFile {
  /** What it is by its content. */
  readonly format: string
}

/**
 * Takes in a file of evidence: told by its content and not by its ending, no larger than allowed,
 * without macros. What may not be there is refused with the reason; its content then belongs to nothing.
 */
export async function takeEvidence(
  files: FileStore,
  { name, content, isCut }: UploadedFile,
): Promise<Result<TakenFile, Problem>> {
  const place = { file: name }
  const stored = await files.put(content, () => !isCut())
  if (!stored || stored.size > largestEvidence) {
    return err({
      code: 'document-too-large',
      title: `The file is larger than ${largestEvidence} bytes`,
      place,
      detail: { what: 'The file', limit: largestEvidence },
    })
  }
  if (stored.size === 0) return err({ code: 'document-empty', title: 'The file is empty', place })
  const format = await files.withPath(stored.sha256, (file) => formatOf(file, name))
  if (format === 'macros') {
    return err({ code: 'evidence-macros', title: 'The file holds macros', place })
  }
  if (format === undefined || !evidenceFormats.some((one) => one === format)) {
    return err({
      code: 'evidence-type',
      title: 'Files of this kind are no evidence',
      place,
      detail: { actual: format ?? 'unknown', allowed: evidenceFormats },
    })
  }
  const ending = endingOf(name)
  if (!endings[format]?.includes(ending)) {
    return err({
      code: 'evidence-name',
      title: 'The name says another kind of file than the content',
      place,
      detail: { ending, actual: format },
    })
  }
  return ok({ ...stored, format })
}

/** The endings a format goes by: a script is text too, and a name must not hide what opens a file. */
const endings: Readonly<Record<string, readonly string[]>> = {
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  doc: ['doc'],
  xls: ['xls'],
  wps: ['wps'],
  ofd: ['ofd'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  txt: ['txt'],
  csv: ['csv'],
}

function endingOf(name: string): string {
  return path.extname(name).slice(1).toLowerCase()
}

/** Reads the whole file: an archive is told by its table of contents, which stands at its end. */
async function formatOf(file: string, name: string): Promise<string | undefined> {
  const bytes = await fs.promises.readFile(file)
  const ending = endingOf(name)
  try {
    const sniffed = await sniff(bytes, ending)
    if (sniffed.kind === 'readable') {
      if (sniffed.hasMacros === true) return 'macros'
      return sniffed.format === 'txt' && ending === 'csv' ? 'csv' : sniffed.format
    }
    if (sniffed.kind === 'unknown') return undefined
    return sniffed.name === 'image' ? pictureOf(bytes) : sniffed.name
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

/** Pictures browsers show without running anything. */
function pictureOf(bytes: Buffer): string | undefined {
  const start = bytes.toString('hex', 0, 4)
  if (start === '89504e47') return 'png'
  return start.startsWith('ffd8ff') ? 'jpeg' : undefined
}
