import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Problem } from '#contract/problem.ts'
import { err, ok, type Result } from '#core/result.ts'
import { limits } from './formats/limits.ts'
import type { Content, Format, Opened, Warning } from './formats/opened.ts'
import { readContent, problemOf, type ReadableFormat } from './formats/read-content.ts'
import { sniff, type Sniffed } from './formats/sniff.ts'
import { empty, tooLarge } from './formats/unreadable.ts'

/** A file on disk or in memory; its name is used for its ending and in problems. */
export type DocumentFile =
  | { readonly name?: string; readonly path: string }
  | { readonly name: string; readonly bytes: Uint8Array }

export interface OpenOptions {
  /**
   * Reads without a thread of its own: quicker to start, but a hostile file can stop the process.
   * For the command line; the server never does.
   */
  readonly inProcess?: boolean
  /** How long reading may take; `limits.readMilliseconds` where not given. */
  readonly milliseconds?: number
}

/**
 * Opens a document of any format we read. The content decides what a file is, not its ending; a
 * wrong ending is told as a warning. Every refusal is a `Problem` with its place as far as known.
 */
export async function openDocument(
  file: DocumentFile,
  options: OpenOptions = {},
): Promise<Result<Opened, Problem>> {
  const name = 'path' in file ? (file.name ?? basename(file.path)) : file.name
  try {
    const bytes = await bytesOf(file)
    if (!bytes.ok) return err(inFile(bytes.error, name))
    const opened = await openBytes(bytes.value, name, options)
    return opened.ok ? opened : err(inFile(opened.error, name))
  } catch (error) {
    return err(inFile(problemOf(error), name))
  }
}

async function bytesOf(file: DocumentFile): Promise<Result<Uint8Array, Problem>> {
  const size = 'bytes' in file ? file.bytes.length : await sizeOf(file.path)
  if (size === undefined) {
    return err({ code: 'file-not-readable', title: 'There is no such file, or it may not be read' })
  }
  if (size > limits.fileBytes) return err(tooLarge('The file', limits.fileBytes).problem)
  if (size === 0) return err(empty().problem)
  return ok('bytes' in file ? file.bytes : await readFile(file.path))
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const status = await stat(path)
    return status.isFile() ? status.size : undefined
  } catch {
    return undefined
  }
}

async function openBytes(
  bytes: Uint8Array,
  name: string,
  options: OpenOptions,
): Promise<Result<Opened, Problem>> {
  const ending = extname(name).slice(1).toLowerCase()
  const sniffed = await sniff(bytes, ending)
  if (sniffed.kind !== 'readable') return err(unreadableKind(sniffed, ending))
  const { format } = sniffed
  const content = await contentOf(format, bytes, options)
  if (!content.ok) return content
  const warnings = [...warningsOf(sniffed, ending), ...content.value.warnings]
  return ok({ ...content.value, format, warnings })
}

async function contentOf(
  format: Format,
  bytes: Uint8Array,
  options: OpenOptions,
): Promise<Result<Content, Problem>> {
  switch (format) {
    case 'txt':
    case 'md':
      return bytes.length < limits.textBytesInPlace
        ? readContent(format, bytes)
        : read(format, bytes, options)
    case 'doc':
    case 'wps':
    case 'rtf': {
      const { convertByLibreOffice } = await import('./formats/libre-office.ts')
      const converted = await convertByLibreOffice(bytes, format, 'docx')
      return converted.ok ? read('docx', converted.value, options) : converted
    }
    case 'html':
    case 'docx':
    case 'pdf':
    case 'xlsx':
      return read(format, bytes, options)
  }
}

async function read(
  format: ReadableFormat,
  bytes: Uint8Array,
  { inProcess = false, milliseconds = limits.readMilliseconds }: OpenOptions,
): Promise<Result<Content, Problem>> {
  if (inProcess) return readContent(format, bytes)
  const { readApart } = await import('./formats/read-apart.ts')
  return readApart(format, bytes, milliseconds)
}

/** The formats that files of an ending may honestly have. */
const formatsOfEnding: Readonly<Record<string, readonly Format[]>> = {
  txt: ['txt'],
  text: ['txt'],
  md: ['md'],
  markdown: ['md'],
  html: ['html'],
  htm: ['html'],
  shtml: ['html'],
  xhtml: ['html'],
  docx: ['docx'],
  docm: ['docx'],
  dotx: ['docx'],
  pdf: ['pdf'],
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  doc: ['doc'],
  wps: ['wps', 'doc', 'docx'],
  rtf: ['rtf'],
}

function unreadableKind(sniffed: Exclude<Sniffed, { kind: 'readable' }>, ending: string): Problem {
  const actual = sniffed.kind === 'other' ? sniffed.name : undefined
  const isMismatch = actual !== undefined && formatsOfEnding[ending] !== undefined
  return {
    code: isMismatch ? 'document-type-mismatch' : 'document-type-unknown',
    title: `The content is ${actual ?? 'of no known format'}`,
    detail: { ending, ...(actual !== undefined && { actual }) },
  }
}

function warningsOf(
  sniffed: Extract<Sniffed, { kind: 'readable' }>,
  ending: string,
): readonly Warning[] {
  const expected = formatsOfEnding[ending]
  const isMismatch = expected !== undefined && !expected.includes(sniffed.format)
  return [
    ...(isMismatch ? [{ code: 'document-type-mismatch', name: sniffed.format } as const] : []),
    ...(sniffed.hasMacros ? [{ code: 'document-macros-ignored' } as const] : []),
  ]
}

function inFile(problem: Problem, name: string): Problem {
  return { ...problem, place: { file: name, ...problem.place } }
}
