import type { Problem } from '#contract/problem.ts'
import { err, ok, type Result } from '#core/result.ts'
import type { Content, Format } from './opened.ts'
import { Unreadable } from './unreadable.ts'

/** The formats read without another program's help. */
export type ReadableFormat = Exclude<Format, 'doc' | 'wps' | 'rtf'>

/**
 * Reads the bytes of a file of a known format. Never throws: what a damaged file makes a reader or
 * one of its libraries throw becomes `document-broken`. Readers are loaded when first needed, since
 * their libraries take longer to load than most plans take to read.
 */
export async function readContent(
  format: ReadableFormat,
  bytes: Uint8Array,
): Promise<Result<Content, Problem>> {
  try {
    return ok(await contentOf(format, bytes))
  } catch (error) {
    return err(problemOf(error))
  }
}

/** Puts whatever reading a file threw into a `Problem`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Unreadable) return error.problem
  return { code: 'document-broken', title: 'The document is damaged', detail: String(error) }
}

async function contentOf(format: ReadableFormat, bytes: Uint8Array): Promise<Content> {
  switch (format) {
    case 'txt':
    case 'md': {
      const { readText } = await import('./read-text.ts')
      return readText(bytes, format)
    }
    case 'html': {
      const { readHtml } = await import('./html/read-html.ts')
      return readHtml(bytes)
    }
    case 'docx': {
      const { readDocx } = await import('./docx/read-docx.ts')
      return readDocx(bytes)
    }
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.ts')
      return readPdf(bytes)
    }
    case 'xlsx': {
      const { readXlsx } = await import('./xlsx/read-xlsx.ts')
      return readXlsx(bytes)
    }
  }
}
