import { workKinds } from '#core/work/kind.ts'
import { list, moment } from './fields.ts'
import { route } from './route.ts'
import * as z from 'zod'

export const WorkKind = z.enum(workKinds)

const WorkItem = z.object({
  title: z.string(),
  /** Since when it waits. */
  since: moment,
  /** A path of the application. */
  link: z.string(),
})
export type WorkItem = z.output<typeof WorkItem>

export const Work = z
  .object({
    kind: WorkKind,
    count: z.int().min(1),
    /** Those that wait longest, the longest first. */
    items: list(WorkItem),
    /** Where all of them are. */
    link: z.string(),
  })
  .meta({ id: 'Work' })
export type Work = z.output<typeof Work>

export const listWork = route({
  method: 'GET',
  path: '/work',
  summary: 'What waits for the user in the chosen region, by kind',
  needs: 'signed-in',
  input: z.object({}),
  reply: z.object({ work: list(Work) }),
})
