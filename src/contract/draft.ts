import { day, id, line, list, moment, queryList, regionCode, revision, year } from './fields.ts'
import { Citation, Doubt, ItemContent, nameOfItem, Span } from './plan-items.ts'
import { fileRoute, route } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

/** What the document says about itself; a person may correct it. */
export const PlanMeta = z
  .object({
    /** Empty where none was found; without one the plan cannot be published. */
    title: z.string(),
    documentNumber: z.string().exactOptional(),
    issuer: z.string().exactOptional(),
    issuedOn: day.exactOptional(),
    supersedes: list(z.string()),
    /**
     * As printed, empty where none was found; a code is there where the name is known. The plan is
     * published under this region.
     */
    region: z.object({ name: z.string(), code: regionCode.exactOptional() }),
    period: z.object({ start: year, end: year, outlook: list(year).exactOptional() }),
  })
  .meta({ id: 'PlanMeta' })
export type PlanMeta = z.output<typeof PlanMeta>

export const ItemStatus = z.enum(['pending', 'accepted', 'corrected', 'rejected'])
export type ItemStatus = z.output<typeof ItemStatus>

const itemState = z.object({
  id: id('draft-item'),
  /** Order of the document within its kind. */
  position: z.int(),
  status: ItemStatus,
  /** Put in by a person from a selection, not read. */
  added: z.boolean(),
  citation: Citation,
  doubts: list(Doubt),
  revision,
  /** Absent while it stands as it was read. */
  changedBy: Person.exactOptional(),
  changedAt: moment.exactOptional(),
})

/** One thing the document commits its region to, as it was read and as it stands after review. */
export const DraftItem = z
  .intersection(itemState, ItemContent)
  .and(z.object({ read: ItemContent.exactOptional() }))
  .meta({ id: 'DraftItem' })
export type DraftItem = z.output<typeof DraftItem>

export const FindingStatus = z.enum(['open', 'known', 'dismissed'])
export type FindingStatus = z.output<typeof FindingStatus>

export const DraftFinding = z
  .object({
    id: id('draft-finding'),
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    message: z.string(),
    arithmetic: z.string().exactOptional(),
    expected: z.number().exactOptional(),
    found: z.number().exactOptional(),
    citations: list(Citation),
    status: FindingStatus,
    reason: z.string().exactOptional(),
    revision,
    changedBy: Person.exactOptional(),
    changedAt: moment.exactOptional(),
  })
  .meta({ id: 'DraftFinding' })
export type DraftFinding = z.output<typeof DraftFinding>

export const DraftStatus = z.enum(['reviewing', 'published', 'discarded'])
export type DraftStatus = z.output<typeof DraftStatus>

const statusCounts = z.object({
  pending: z.int(),
  accepted: z.int(),
  corrected: z.int(),
  rejected: z.int(),
  /** Of the pending ones, those with a doubt. */
  doubtful: z.int(),
})

export const Draft = z
  .object({
    id: id('draft'),
    documentId: id('document'),
    fileName: z.string(),
    status: DraftStatus,
    meta: PlanMeta,
    revision,
    counts: z.object({
      target: statusCounts,
      task: statusCounts,
      project: statusCounts,
      industry: statusCounts,
      park: statusCounts,
    }),
    /** Open ones by severity. */
    openFindings: z.object({ error: z.int(), warning: z.int(), info: z.int() }),
    createdAt: moment,
    changedAt: moment,
    published: z.object({ planId: id('plan'), regionCode, number: z.int() }).exactOptional(),
  })
  .meta({ id: 'Draft' })
export type Draft = z.output<typeof Draft>

const draftInput = z.object({ id: id('draft') })

export const listDrafts = route({
  method: 'GET',
  path: '/drafts',
  summary: 'Drafts of the region, latest change first',
  needs: 'read',
  input: z.object({ status: queryList(DraftStatus) }),
  reply: z.object({ drafts: list(Draft) }),
})

export const showDraft = route({
  method: 'GET',
  path: '/drafts/:id',
  summary: 'A draft: what the document says about itself, and counts',
  needs: 'read',
  input: draftInput,
  reply: Draft,
})

export const listDraftItems = route({
  method: 'GET',
  path: '/drafts/:id/items',
  summary: 'All items of a draft in order of the document',
  needs: 'read',
  input: draftInput,
  reply: z.object({ items: list(DraftItem) }),
})

export const listDraftFindings = route({
  method: 'GET',
  path: '/drafts/:id/findings',
  summary: 'All findings of a draft, gravest first',
  needs: 'read',
  input: draftInput,
  reply: z.object({ findings: list(DraftFinding) }),
})

/**
 * The detail of a `changed-meanwhile` problem (409) on items: what is there now. What the caller
 * wanted is in their hands; nothing of the call was applied.
 */
export const ItemConflict = z.object({ current: list(DraftItem) }).meta({ id: 'ItemConflict' })
export type ItemConflict = z.output<typeof ItemConflict>

export const decideItems = route({
  method: 'POST',
  path: '/drafts/:id/decisions',
  summary: 'Accept or reject items, or restore them as they were read; all or none',
  needs: 'review',
  input: z.object({
    id: id('draft'),
    action: z.enum(['accept', 'reject', 'restore']),
    items: list(z.object({ id: id('draft-item'), revision })).refine(
      (items) => items.length > 0 && items.length <= 5000,
    ),
  }),
  reply: z.object({ items: list(DraftItem) }),
})

const namedItem = ItemContent.refine((item) => nameOfItem(item).trim() !== '')

export const correctItem = route({
  method: 'PUT',
  path: '/drafts/:id/items/:itemId',
  summary: 'Replace what an item says; with a span also where it says so',
  needs: 'review',
  input: z.object({
    id: id('draft'),
    itemId: id('draft-item'),
    revision,
    item: namedItem,
    span: Span.exactOptional(),
  }),
  reply: DraftItem,
})

export const addItem = route({
  method: 'POST',
  path: '/drafts/:id/items',
  summary: 'Add an item that was not read, from a selection of the text',
  needs: 'review',
  input: z.object({ id: id('draft'), item: namedItem, span: Span }),
  reply: DraftItem,
})

export const correctMeta = route({
  method: 'PUT',
  path: '/drafts/:id/meta',
  summary:
    'Correct what the document says about itself; a conflict (409) carries the present draft',
  needs: 'review',
  input: z.object({ id: id('draft'), revision, meta: PlanMeta }),
  reply: Draft,
})

export const decideFinding = route({
  method: 'POST',
  path: '/drafts/:id/findings/:findingId/decisions',
  summary: 'Accept a finding as known, dismiss it with a reason, or open it again',
  needs: 'review',
  input: z
    .object({
      id: id('draft'),
      findingId: id('draft-finding'),
      revision,
      action: z.enum(['know', 'dismiss', 'reopen']),
      reason: line.exactOptional(),
    })
    .refine((input) => input.action !== 'dismiss' || input.reason !== undefined, {
      path: ['reason'],
    }),
  reply: DraftFinding,
})

export const auditDraft = route({
  method: 'POST',
  path: '/drafts/:id/audits',
  summary: 'Audit again what stands after corrections; decisions on findings that remain are kept',
  needs: 'review',
  input: draftInput,
  reply: z.object({ findings: list(DraftFinding) }),
})

export const discardDraft = route({
  method: 'POST',
  path: '/drafts/:id/discards',
  summary: 'Put a draft aside; nothing is deleted',
  needs: 'review',
  input: z.object({ id: id('draft'), reason: line.exactOptional() }),
  reply: Draft,
})

/** Why a draft is not published; the detail of a `not-publishable` problem (409). */
export const PublishRefusal = z
  .discriminatedUnion('code', [
    z.object({ code: z.literal('items-pending'), count: z.int() }),
    z.object({ code: z.literal('nothing-accepted') }),
    z.object({ code: z.literal('not-reviewing'), status: DraftStatus }),
    z.object({ code: z.literal('period-reversed') }),
    z.object({ code: z.literal('title-missing') }),
    z.object({ code: z.literal('region-missing') }),
  ])
  .meta({ id: 'PublishRefusal' })
export type PublishRefusal = z.output<typeof PublishRefusal>

export const publishDraft = route({
  method: 'POST',
  path: '/drafts/:id/publications',
  summary: 'Publish a draft as the next version of its plan',
  needs: 'publish',
  input: z.object({
    id: id('draft'),
    /** What becomes of items nobody decided; without it they stand in the way. */
    pending: z.enum(['accept', 'reject']).exactOptional(),
    /** The plan this is a version of; absent: found by region, title and superseded number, or new. */
    planId: id('plan').exactOptional(),
  }),
  reply: z.object({ planId: id('plan'), regionCode, number: z.int() }),
})

export const DraftEvent = z
  .object({
    id: id('event'),
    at: moment,
    by: Person,
    /** Stable code, e.g. `item-corrected`. */
    action: z.string(),
    entity: z.object({ kind: z.string(), id: z.string() }),
    before: z.unknown(),
    after: z.unknown(),
    why: z.string().exactOptional(),
  })
  .meta({ id: 'DraftEvent' })

export const listDraftEvents = route({
  method: 'GET',
  path: '/drafts/:id/events',
  summary: 'Who did what to a draft, latest first',
  needs: 'read',
  input: draftInput,
  reply: z.object({ events: list(DraftEvent) }),
})

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const redpenFile = fileRoute({
  path: '/drafts/:id/redpen.docx',
  summary: 'The document with its open findings as Word comments',
  needs: 'read',
  input: draftInput,
  mediaType: docx,
})

export const findingsFile = fileRoute({
  path: '/drafts/:id/findings.xlsx',
  summary: 'The findings as a table',
  needs: 'read',
  input: draftInput,
  mediaType: xlsx,
})
