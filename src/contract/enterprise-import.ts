import { duplicateReasons } from '#core/enterprise/duplicates.ts'
import { id, list, moment } from './fields.ts'
import { route, uploadRoute } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

/** What somebody must look at before a row is taken; see `#core/enterprise/imported-row.ts`. */
const RowDoubt = z.discriminatedUnion('code', [
  z.object({ code: z.literal('uscc-missing') }),
  z.object({
    code: z.literal('uscc-wrong'),
    problem: z.enum(['length', 'character', 'check', 'organisation-check']),
  }),
  z.object({ code: z.literal('uscc-twice'), line: z.int() }),
  z.object({ code: z.literal('industry-unknown'), text: z.string() }),
  z.object({ code: z.literal('place-unknown'), text: z.string() }),
  z.object({ code: z.literal('day-unreadable'), text: z.string() }),
])
export type RowDoubt = z.output<typeof RowDoubt>

/** An enterprise of the registry a row may be, and the fields the list says otherwise. */
export const ImportCandidate = z.object({
  id: id('enterprise'),
  name: z.string(),
  uscc: z.string().exactOptional(),
  reason: z.enum(duplicateReasons),
  differs: list(z.string()),
})
export type ImportCandidate = z.output<typeof ImportCandidate>

export const EnterpriseImportRow = z
  .object({
    line: z.int(),
    name: z.string(),
    uscc: z.string().exactOptional(),
    industry: z.string().exactOptional(),
    place: z.string().exactOptional(),
    products: z.string().exactOptional(),
    doubts: list(RowDoubt),
    candidates: list(ImportCandidate),
    /** What is proposed; absent where a person has to say. */
    proposed: z.enum(['add', 'same']).exactOptional(),
  })
  .meta({ id: 'EnterpriseImportRow' })
export type EnterpriseImportRow = z.output<typeof EnterpriseImportRow>

export const EnterpriseImport = z
  .object({
    id: id('enterprise-import'),
    fileName: z.string(),
    by: Person,
    at: moment,
    doneAt: moment.exactOptional(),
    rows: list(EnterpriseImportRow),
  })
  .meta({ id: 'EnterpriseImport' })
export type EnterpriseImport = z.output<typeof EnterpriseImport>

/** Refused with 400 `import-without-names`, `import-too-long`, or what a workbook cannot be read for. */
export const uploadEnterprises = uploadRoute({
  path: '/enterprise-imports',
  summary:
    'Reads a list of enterprises (xlsx or csv) and holds it until somebody has decided about each row',
  needs: 'manage-enterprises',
  input: z.object({}),
  reply: EnterpriseImport,
})

export const readEnterpriseImport = route({
  method: 'GET',
  path: '/enterprise-imports/:id',
  summary: 'A list that was brought, with the enterprises its rows may be',
  needs: 'manage-enterprises',
  input: z.object({ id: id('enterprise-import') }),
  reply: EnterpriseImport,
})

export const ImportDecision = z.discriminatedUnion('kind', [
  z.object({ line: z.int(), kind: z.literal('add') }),
  z.object({ line: z.int(), kind: z.literal('same'), enterprise: id('enterprise') }),
  z.object({ line: z.int(), kind: z.literal('skip') }),
])
export type ImportDecision = z.output<typeof ImportDecision>

/** Refused with 409 `import-done`, `import-undecided`, `import-changed`, `enterprise-code-taken`; then nothing is taken. */
export const decideEnterpriseImport = route({
  method: 'POST',
  path: '/enterprise-imports/:id/decisions',
  summary: 'Takes a list over as decided row by row, as a whole or not at all',
  needs: 'manage-enterprises',
  input: z.object({
    id: id('enterprise-import'),
    decisions: z.array(ImportDecision).max(20_000).readonly(),
  }),
  reply: z.object({ added: z.int(), changed: z.int(), skipped: z.int() }),
})
