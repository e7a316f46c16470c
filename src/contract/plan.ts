import { day, id, list, moment, queryList, queryVersion, regionCode } from './fields.ts'
import { PlanMeta } from './draft.ts'
import { Citation, ItemContent, ItemKind } from './plan-items.ts'
import { route } from './route.ts'
import { Person, Region } from './session.ts'
import * as z from 'zod'

/** One state of a plan, as it was published; never changed afterwards. */
export const PlanVersion = z
  .object({
    id: id('plan-version'),
    number: z.int(),
    meta: PlanMeta,
    /** Absent where figures were taken over without a document. */
    documentId: id('document').exactOptional(),
    draftId: id('draft').exactOptional(),
    publishedBy: Person,
    publishedAt: moment,
    counts: z.object({
      target: z.int(),
      task: z.int(),
      project: z.int(),
      industry: z.int(),
      park: z.int(),
    }),
  })
  .meta({ id: 'PlanVersion' })
export type PlanVersion = z.output<typeof PlanVersion>

export const PublishedPlan = z
  .object({
    id: id('plan'),
    region: Region,
    title: z.string(),
    /** Latest first. */
    versions: list(PlanVersion),
  })
  .meta({ id: 'PublishedPlan' })
export type PublishedPlan = z.output<typeof PublishedPlan>

export const listPlans = route({
  method: 'GET',
  path: '/plans',
  summary: 'Published plans with their versions',
  needs: 'read',
  input: z.object({ region: queryList(regionCode) }),
  reply: z.object({ plans: list(PublishedPlan) }),
})

/** Names one version; without a number the latest. */
const versionInput = {
  region: regionCode,
  planId: id('plan'),
  number: queryVersion,
}

export const PublishedItem = z
  .intersection(
    z.object({
      id: z.uuid(),
      position: z.int(),
      citation: Citation.exactOptional(),
      /** Where there is no document: the table the figures stand in. */
      table: z.string().exactOptional(),
    }),
    ItemContent,
  )
  .meta({ id: 'PublishedItem' })
export type PublishedItem = z.output<typeof PublishedItem>

export const listPublishedItems = route({
  method: 'GET',
  path: '/plans/:region/:planId/items',
  summary: 'What a published version holds',
  needs: 'read',
  input: z.object({ ...versionInput, kind: queryList(ItemKind) }),
  reply: z.object({ version: PlanVersion, items: list(PublishedItem) }),
})

/** One side of a comparison: what it says and where. */
export const ComparedItem = z
  .intersection(
    z.object({
      citation: Citation.exactOptional(),
      table: z.string().exactOptional(),
      documentId: id('document').exactOptional(),
    }),
    ItemContent,
  )
  .meta({ id: 'ComparedItem' })
export type ComparedItem = z.output<typeof ComparedItem>

const FieldValue = z.union([z.string(), z.number(), list(z.string())])

export const ComparisonEntry = z
  .object({
    kind: ItemKind,
    change: z.enum(['added', 'dropped', 'changed', 'same']),
    left: ComparedItem.exactOptional(),
    right: ComparedItem.exactOptional(),
    /** What differs, where both are there; absent on a side: not given there. */
    differences: list(
      z.object({
        /** Stable code: `milestone-value`, `baseline-value`, `growth`, `unit`, `deadline`, `lead` … */
        field: z.string(),
        /** The year of a milestone, or the years `2020-2025` of a growth. */
        year: z.string().exactOptional(),
        left: FieldValue.exactOptional(),
        right: FieldValue.exactOptional(),
      }),
    ),
  })
  .meta({ id: 'ComparisonEntry' })
export type ComparisonEntry = z.output<typeof ComparisonEntry>

const comparedSide = z.object({
  title: z.string(),
  regionName: z.string(),
  documentNumber: z.string().exactOptional(),
  issuedOn: day.exactOptional(),
  /** Absent for a draft. */
  number: z.int().exactOptional(),
})

export const Comparison = z
  .object({ left: comparedSide, right: comparedSide, entries: list(ComparisonEntry) })
  .meta({ id: 'Comparison' })
export type Comparison = z.output<typeof Comparison>

export const compareDraft = route({
  method: 'GET',
  path: '/drafts/:id/comparison',
  summary: 'A draft (right) against the latest version of its plan (left), by meaning',
  needs: 'read',
  input: z.object({
    id: id('draft'),
    /** Against this plan; absent: the one it would become a version of. */
    planId: id('plan').optional(),
  }),
  reply: z.object({
    /** Absent where there is no earlier version. */
    comparison: Comparison.exactOptional(),
  }),
})

export const comparePlans = route({
  method: 'GET',
  path: '/comparisons',
  summary: 'Two published versions side by side, by meaning; of one plan or of two regions',
  needs: 'read',
  input: z.object({
    leftRegion: regionCode,
    leftPlan: id('plan'),
    leftNumber: queryVersion,
    rightRegion: regionCode,
    rightPlan: id('plan'),
    rightNumber: queryVersion,
  }),
  reply: Comparison,
})
