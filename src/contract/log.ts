import { Verification } from './installation.ts'
import { day, id, line, list, moment, queryList } from './fields.ts'
import { fileRoute, route } from './route.ts'
import { Person, Region } from './session.ts'
import * as z from 'zod'

export const LogEntry = z
  .object({
    /** Its place in the chain of all entries. */
    position: z.int(),
    id: id('event'),
    at: moment,
    by: Person,
    /** From where it was asked for; absent for what the program did by itself. */
    address: z.string().optional(),
    region: Region,
    /** Named in `event-texts.zh.ts`, as the kind of the entity. */
    action: z.string(),
    /** What it belongs to as a whole: an account, a plan, a job. */
    subject: z.uuid(),
    entity: z.object({ kind: z.string(), id: z.uuid() }),
    before: z.unknown(),
    after: z.unknown(),
    why: z.string().optional(),
    hash: z.string(),
  })
  .meta({ id: 'LogEntry' })
export type LogEntry = z.output<typeof LogEntry>

/** What was done to one thing, as its own page tells it. */
export const Happening = z.object({
  id: id('event'),
  at: moment,
  by: Person,
  action: z.string(),
  why: z.string().exactOptional(),
  before: z.unknown(),
  after: z.unknown(),
})
export type Happening = z.output<typeof Happening>

/** Days are those of China, both included. */
const filter = {
  /** A part of the name of who acted, or their id. */
  person: line.max(100).optional(),
  action: queryList(z.string().min(1).max(80)),
  /** The id of what an entry belongs to or is about. */
  subject: z.uuid().optional(),
  from: day.optional(),
  to: day.optional(),
  /** Part of a reason, or of what was before or after. */
  text: line.max(200).optional(),
}
const Filter = z.object(filter)
export type LogFilter = z.output<typeof Filter>

export const listLog = route({
  method: 'GET',
  path: '/log',
  summary: 'Who did what, latest first, in the regions one may read the log of',
  needs: 'read-log',
  input: z.object({
    ...filter,
    /** Entries before this position: where the last page ended. */
    before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  }),
  reply: z.object({
    entries: list(LogEntry),
    /** Absent on the last page. */
    next: z.int().optional(),
  }),
})

export const showLogState = route({
  method: 'GET',
  path: '/log/state',
  summary: 'How long the log is, how far it is signed, and what the last verification found',
  needs: 'read-log',
  input: z.object({}),
  reply: z.object({
    /** The number of entries. */
    length: z.int(),
    signed: z.object({ position: z.int(), at: moment }).optional(),
    verified: Verification.extend({ at: moment }).optional(),
  }),
})

export const logXlsx = fileRoute({
  path: '/log.xlsx',
  summary: 'The same as a workbook; the export itself is logged',
  needs: 'read-log',
  input: Filter,
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const logCsv = fileRoute({
  path: '/log.csv',
  summary: 'The same as a CSV in UTF-8; the export itself is logged',
  needs: 'read-log',
  input: Filter,
  mediaType: 'text/csv; charset=utf-8',
})
