import { day, list } from './fields.ts'
import { matterFilter } from './matter.ts'
import { OrganisationName } from './matter-fields.ts'
import { fileRoute, route } from './route.ts'
import * as z from 'zod'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a unit has on its desk and how it went; units are not ranked, persons do not appear. */
export const UnitLoad = z
  .object({
    unit: OrganisationName,
    /** As lead. */
    open: z.int(),
    /** As another responsible unit. */
    supporting: z.int(),
    dueSoon: z.int(),
    late: z.int(),
    /** Handled in the time asked for, of those handled in it: their share is told with both figures. */
    done: z.int(),
    doneInTime: z.int(),
    returned: z.int(),
    reopened: z.int(),
    extended: z.int(),
    /** Burden: how often it was asked for something (交办、催办、退回、提醒) in the time asked for. */
    asks: z.int(),
    /** The same in the time of equal length before, to compare with itself. */
    before: z.object({ done: z.int(), doneInTime: z.int(), returned: z.int(), asks: z.int() }),
  })
  .meta({ id: 'UnitLoad' })
export type UnitLoad = z.output<typeof UnitLoad>

export const showUnitLoad = route({
  method: 'GET',
  path: '/matter-load',
  summary: 'Load of the units, in the order of the unit tree; a unit sees its own',
  needs: 'read',
  input: z.object({ from: day, to: day }),
  reply: z.object({ units: list(UnitLoad) }),
})

const bulletin = matterFilter.extend({
  /** 期号 */
  issue: z.coerce.number().int().min(1).max(9999).default(1),
  /** Who issues it, e.g. 区政府督查室. */
  issuer: z.string().trim().max(60).default(''),
})

export const bulletinDocx = fileRoute({
  path: '/matter-bulletin.docx',
  summary: 'Supervision bulletin (督查通报) in the layout of official documents',
  needs: 'read',
  input: bulletin,
  mediaType: docx,
})

export const bulletinXlsx = fileRoute({
  path: '/matter-bulletin.xlsx',
  summary: 'The matters of the bulletin as a table',
  needs: 'read',
  input: bulletin,
  mediaType: xlsx,
})
