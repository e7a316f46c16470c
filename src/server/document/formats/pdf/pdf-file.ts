import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import { limits } from '../limits.ts'
import { broken, encrypted, tooLarge } from '../unreadable.ts'

/** Opens a PDF for reading its text: nothing in it runs, and its pictures are not decoded. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const loading = getDocument({
    // pdfjs takes the bytes for itself, and refuses Node's buffers.
    data: new Uint8Array(bytes),
    cMapUrl: join(folder, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    useSystemFonts: false,
    disableFontFace: true,
    // Gives fonts their names.
    fontExtraProperties: true,
    useWasm: false,
    maxImageSize: 1,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const file = await loading.promise
    if (file.numPages > limits.pdfPages) throw tooLarge('The number of pages', limits.pdfPages)
    return file
  } catch (error) {
    await loading.destroy()
    if (error instanceof Error && error.name === 'PasswordException') throw encrypted()
    if (error instanceof Error && error.name.endsWith('Exception')) {
      throw broken('The PDF is damaged', error.message)
    }
    throw error
  }
}
