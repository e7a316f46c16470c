import { id, list, moment, queryList, regionCode, revision } from './fields.ts'
import { Attribute, Citation, TargetContent } from './plan-items.ts'
import { fileRoute, route } from './route.ts'
import { Person, Region } from './session.ts'
import * as z from 'zod'

/** How a target gets from its base to its milestones; see `#core/trajectory/path-method.ts`. */
export const PathMethod = z.enum(['geometric', 'linear', 'step', 'floor', 'ceiling', 'cumulative'])
export type PathMethod = z.output<typeof PathMethod>

/** A published target with all the ledger shows of it. */
export const LedgerTarget = z
  .object({
    id: id('plan-target'),
    region: Region,
    planId: id('plan'),
    planTitle: z.string(),
    documentNumber: z.string().exactOptional(),
    /** Of the plan. */
    number: z.int(),
    position: z.int(),
    content: TargetContent,
    /** Into the document `documentId`. */
    citation: Citation.exactOptional(),
    documentId: id('document').exactOptional(),
    /** Where there is no document: the table the figures stand in. */
    table: z.string().exactOptional(),
    path: PathMethod,
    /** A person chose it; otherwise it follows from what the target says. */
    pathChosen: z.boolean(),
    revision,
    /** How many published versions of the plan carry this target. */
    versions: z.int(),
  })
  .meta({ id: 'LedgerTarget' })
export type LedgerTarget = z.output<typeof LedgerTarget>

const ledgerFilter = z.object({
  /** None: the own region. `all`: every region. */
  region: queryList(regionCode),
  planId: id('plan').optional(),
  /** Words that stand in the indicator, its category or its scope. */
  text: z.string().trim().max(100).optional(),
  category: queryList(z.string()),
  attribute: queryList(Attribute),
  scopeKind: queryList(z.enum(['region', 'industry', 'park', 'group', 'enterprise', 'other'])),
  scopeName: queryList(z.string()),
  /** With a milestone in this year. */
  year: z.coerce.number().int().optional(),
  sort: z.enum(['document', 'indicator', 'category', 'scope', 'region']).default('document'),
  order: z.enum(['up', 'down']).default('up'),
})

export const listTargets = route({
  method: 'GET',
  path: '/targets',
  summary: 'The target ledger: targets in force of one, some or all regions',
  needs: 'read',
  input: ledgerFilter.extend({
    limit: z.coerce.number().int().min(1).max(2000).default(500),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  reply: z.object({
    targets: list(LedgerTarget),
    total: z.int(),
    /** What the filters can be set to, over all targets of the chosen regions. */
    choices: z.object({
      categories: list(z.string()),
      scopes: list(z.object({ kind: z.string(), name: z.string() })),
      years: list(z.int()),
    }),
  }),
})

export const ledgerFile = fileRoute({
  path: '/targets.xlsx',
  summary: 'The target ledger as a spreadsheet, with the same filters',
  needs: 'read',
  input: ledgerFilter,
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

const targetInput = { region: regionCode, id: id('plan-target') }

export const targetHistory = route({
  method: 'GET',
  path: '/targets/:region/:id/history',
  summary: 'A target in every published version of its plan, latest first',
  needs: 'read',
  input: z.object(targetInput),
  reply: z.object({
    versions: list(z.object({ target: LedgerTarget, publishedAt: moment, publishedBy: Person })),
  }),
})

export const choosePath = route({
  method: 'PUT',
  path: '/targets/:region/:id/path',
  summary: 'Choose how a target gets to its milestones; without a path the computed one again',
  needs: 'review',
  input: z.object({ ...targetInput, revision, path: PathMethod.exactOptional() }),
  reply: LedgerTarget,
})
