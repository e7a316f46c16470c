import { list } from './fields.ts'
import * as z from 'zod'

/**
 * What `/api/events` sends as the data of an event named `stale`: beginnings of query keys that no
 * longer show the present. `['drafts', id]` covers `['drafts', id, 'items']`. Keys in use:
 *
 * - `['documents']` the list and its progress, `['documents', documentId]` one of them
 * - `['drafts', 'list']` the list of drafts
 * - `['drafts', draftId]` one draft with its items and findings
 * - `['notifications']` what one user is told: sent to them alone
 * - `['session']` what the user may do: sent to them alone
 * - `['organisations']` the units of the region
 * - `['figures', 'watching']` where targets stand and what was said about it; `['warnings']` warnings and their rules
 * - `['plans']`, `['targets']`, `['regions']` what has been published
 * - `['indicators']` the library, `['figures']` what is known and all that is computed from it
 * - `['api-keys']` the keys of neighbours
 * - `['figure-imports']` files of figures and their dry runs, `['sheet-layouts']` what they are recognised by
 * - `['jobs']` what the program does by itself, `['log']` how the log was found when it was verified
 * - `['projects']` the registry of key projects
 * - `['enterprises']` the registry, `['demonstration']` how far its figures are known
 * - `['reports']` what is asked and told, `['reports', reportId]` one of them, `['forms']` what is asked by
 * - `['matters']` the desk and its lists, `['matters', matterId]` one of them, `['meetings']`, `['matter-rules']`
 */
export const Stale = z.object({ keys: list(list(z.string())) }).meta({ id: 'Stale' })
export type Stale = z.output<typeof Stale>
export type StaleKey = Stale['keys'][number]

/** Where the events come from: `text/event-stream` with a heartbeat, resumed by `Last-Event-ID`. */
export const eventsPath = '/api/events'
