import { day, id, line, list, revision } from './fields.ts'
import { ActionInput, BoundFigure, Mark, Quality, Rhythm, RuleCode } from './matter-fields.ts'
import { FigureVerdict, MatterDetail } from './matter.ts'
import { Problem } from './problem.ts'
import { fileRoute, route, uploadRoute } from './route.ts'
import { Person } from './session.ts'
import * as z from 'zod'

/** Most bytes of one file of evidence. */
export const largestEvidence = 50 * 1024 * 1024

/** What a file of evidence may be, told by its content: documents, tables, presentations, pictures, archives no. */
export const evidenceFormats = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'doc',
  'xls',
  'wps',
  'ofd',
  'png',
  'jpeg',
  'txt',
  'csv',
] as const

const matterInput = { id: id('matter') }

const words = z.string().trim().max(5000)

export const NewMatter = z.object({
  kind: RuleCode,
  title: line,
  text: words.default(''),
  lead: id('organisation').exactOptional(),
  responsible: list(id('organisation')).default([]),
  due: day.exactOptional(),
  rhythm: Rhythm.exactOptional(),
  figure: BoundFigure.exactOptional(),
  grade: z.string().trim().max(20).exactOptional(),
  marks: list(Mark).default([]),
})

export const raiseOneMatter = route({
  method: 'POST',
  path: '/matters',
  summary: 'Raise a matter by hand',
  needs: 'supervise',
  input: NewMatter.extend({
    /** Of the form that was filled in: sent twice it raises one matter. */
    key: z.uuid(),
  }),
  reply: MatterDetail,
})

/** What is said with an action; which of it is taken stands in the action. */
export const actionInputs = {
  action: RuleCode,
  words: words.min(1).exactOptional(),
  lead: id('organisation').exactOptional(),
  responsible: list(id('organisation')).exactOptional(),
  due: day.exactOptional(),
  rhythm: Rhythm.exactOptional(),
  progress: z.number().min(0).max(100).exactOptional(),
  quality: Quality.exactOptional(),
  step: RuleCode.exactOptional(),
  into: id('matter').exactOptional(),
  parts: list(
    z.object({
      title: line,
      lead: id('organisation'),
      responsible: list(id('organisation')).default([]),
      due: day.exactOptional(),
    }),
  ).exactOptional(),
  /** Words or addresses as proof; files are put in before. */
  evidence: list(z.object({ kind: z.enum(['link', 'words']), text: line })).exactOptional(),
}

/** Why an action was refused by the workflow: the detail of the problem `matter-refused`. */
export const MatterRefusal = z
  .object({
    code: z.string(),
    input: ActionInput.exactOptional(),
    guard: z.string().exactOptional(),
    /** What a condition of the region tells where it does not hold. */
    otherwise: z.string().exactOptional(),
    state: z.string().exactOptional(),
    figure: FigureVerdict.exactOptional(),
  })
  .meta({ id: 'MatterRefusal' })

/**
 * Refused with 409 `changed-meanwhile` (detail: the `MatterDetail` that is there now) where the revision
 * is not the present one, and with 409 `matter-refused` (detail: `MatterRefusal`) by the workflow.
 */
export const actOnMatter = route({
  method: 'POST',
  path: '/matters/:id/actions',
  summary: 'Do an action of the workflow',
  needs: 'read',
  input: z.object({ ...matterInput, revision, ...actionInputs }),
  reply: MatterDetail,
})

export const actOnMatters = route({
  method: 'POST',
  path: '/matter-actions',
  summary: 'Do one action on many matters; each is done or refused for itself',
  needs: 'read',
  input: z.object({
    ...actionInputs,
    items: list(z.object({ id: id('matter'), revision })).refine((items) => items.length <= 200),
  }),
  reply: z.object({
    done: list(id('matter')),
    refused: list(z.object({ id: id('matter'), problem: Problem })),
  }),
})

export const addEvidenceFiles = uploadRoute({
  path: '/matters/:id/files',
  summary: 'Put in files as proof; their kind is told by their content',
  needs: 'read',
  input: z.object(matterInput),
  reply: z.object({
    matter: MatterDetail,
    refused: list(z.object({ fileName: z.string(), problem: Problem })),
  }),
})

export const addEvidence = route({
  method: 'POST',
  path: '/matters/:id/evidence',
  summary: 'Put in words or an address as proof',
  needs: 'read',
  input: z.object({ ...matterInput, kind: z.enum(['link', 'words']), text: words.min(1) }),
  reply: MatterDetail,
})

export const withdrawEvidence = route({
  method: 'POST',
  path: '/matters/:id/evidence/:evidenceId/withdrawal',
  summary: 'Say that proof was put in by mistake; it stays, struck through',
  needs: 'read',
  input: z.object({ ...matterInput, evidenceId: id('evidence'), why: line }),
  reply: MatterDetail,
})

export const evidenceFile = fileRoute({
  path: '/matters/:id/evidence/:evidenceId/file',
  summary: 'A file of evidence',
  needs: 'read',
  input: z.object({ ...matterInput, evidenceId: id('evidence') }),
  mediaType: 'application/octet-stream',
})

export const commentOnMatter = route({
  method: 'POST',
  path: '/matters/:id/comments',
  summary: 'Say something to those who work on a matter; who is mentioned is told',
  needs: 'read',
  input: z.object({ ...matterInput, text: words.min(1), mentions: list(id('user')).default([]) }),
  reply: MatterDetail,
})

export const watchMatter = route({
  method: 'PUT',
  path: '/matters/:id/watch',
  summary: 'Be told what happens to a matter, or no longer',
  needs: 'read',
  input: z.object({ ...matterInput, watched: z.boolean() }),
  reply: MatterDetail,
})

/** Whom one may mention: who can see matters of the region. */
export const listMatterPeople = route({
  method: 'GET',
  path: '/matter-people',
  summary: 'Who works on matters of the region, to be mentioned',
  needs: 'read',
  input: z.object({}),
  reply: z.object({ people: list(Person.extend({ unit: z.string().exactOptional() })) }),
})
