import { id, list, moment, queryList, regionCode } from './fields.ts'
import { Problem } from './problem.ts'
import { fileRoute, route, uploadRoute } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

/** The largest file taken, in bytes. */
export const largestUpload = 100 * 1024 * 1024

/** From the arrival of the file to a draft, or to a refusal with its reason. */
export const ImportState = z.enum(['uploaded', 'reading', 'read', 'refused'])
export type ImportState = z.output<typeof ImportState>

export const DocumentWarning = z
  .object({
    /** Stable code: document-type-mismatch, document-tracked-changes, sheet-hidden … */
    code: z.string(),
    place: Problem.shape.place.unwrap().exactOptional(),
    /** How often it occurs. */
    count: z.int().exactOptional(),
    /** A name that belongs to it: the real format, the hidden sheet. */
    name: z.string().exactOptional(),
  })
  .meta({ id: 'DocumentWarning' })
export type DocumentWarning = z.output<typeof DocumentWarning>

export const DocumentSummary = z
  .object({
    id: id('document'),
    regionCode,
    fileName: z.string(),
    /** In bytes. */
    size: z.int(),
    sha256: z.string(),
    mediaType: z.string(),
    /** What the content turned out to be: docx, pdf, txt …; absent until it is read. */
    format: z.string().exactOptional(),
    state: ImportState,
    /** Why it could not be read. */
    problem: Problem.exactOptional(),
    /** What the reader of the document should know, though it could be read. */
    warnings: list(DocumentWarning),
    uploadedBy: Person,
    uploadedAt: moment,
    draftId: id('draft').exactOptional(),
    /** An earlier document with the same content. */
    sameAs: id('document').exactOptional(),
  })
  .meta({ id: 'DocumentSummary' })
export type DocumentSummary = z.output<typeof DocumentSummary>

const documentInput = z.object({ id: id('document') })

export const uploadDocuments = uploadRoute({
  path: '/documents',
  summary: 'Take in any number of plan documents and start reading them',
  needs: 'import',
  input: z.object({}),
  reply: z.object({
    documents: list(DocumentSummary),
    /** Files that were not even taken in; the others were. */
    refused: list(z.object({ fileName: z.string(), problem: Problem })),
  }),
})

export const listDocuments = route({
  method: 'GET',
  path: '/documents',
  summary: 'Documents of the region, newest first',
  needs: 'read',
  input: z.object({
    state: queryList(ImportState),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  reply: z.object({ documents: list(DocumentSummary) }),
})

export const showDocument = route({
  method: 'GET',
  path: '/documents/:id',
  summary: 'One document and how far its reading is',
  needs: 'read',
  input: documentInput,
  reply: DocumentSummary,
})

const span = z.object({ start: z.int(), end: z.int() })
const blockBase = {
  ...span.shape,
  path: list(z.int()),
  box: span.exactOptional(),
  page: z.int().exactOptional(),
}

export const DocumentBlock = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('heading'),
      ...blockBase,
      level: z.int(),
      number: z.string().exactOptional(),
      title: span,
      runIn: z.boolean().exactOptional(),
    }),
    z.object({
      kind: z.literal('paragraph'),
      ...blockBase,
      mark: z.string().exactOptional(),
      role: z.enum(['document-number', 'date', 'issuer', 'contents', 'note']).exactOptional(),
    }),
    z.object({
      kind: z.literal('table'),
      ...blockBase,
      caption: span.exactOptional(),
      unit: z.string().exactOptional(),
      rows: z.int(),
      columns: z.int(),
      headRows: z.int(),
      cells: list(
        z.object({
          ...span.shape,
          row: z.int(),
          column: z.int(),
          rowSpan: z.int(),
          columnSpan: z.int(),
          text: z.string(),
        }),
      ),
      rebuilt: z.boolean().exactOptional(),
    }),
  ])
  .meta({ id: 'DocumentBlock' })

export const showDocumentContent = route({
  method: 'GET',
  path: '/documents/:id/content',
  summary: 'The normalised text that citations point into, and its structure; never changes',
  needs: 'read',
  input: documentInput,
  reply: z.object({ text: z.string(), blocks: list(DocumentBlock) }),
})

export const documentFile = fileRoute({
  path: '/documents/:id/file',
  summary: 'The file as it was uploaded',
  needs: 'read',
  input: documentInput,
  mediaType: 'application/octet-stream',
})
