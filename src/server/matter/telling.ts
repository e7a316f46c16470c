import type { StaleKey } from '#contract/stale.ts'
import type { UserId } from '#core/id.ts'
import type { JobContext } from '#server/job/handler.ts'
import type { WriteContext } from '#server/http/context.ts'
import { notify, type Notifying } from '#server/notification/notify.ts'
import { indexFor } from '#server/search/store.ts'
import type { EntryRow, MatterRow } from './matter-store.ts'
import { watchersOf } from './talk-store.ts'
import { entryOfMatter } from './search-entries.ts'
import { callWebhooks } from '../webhook/webhook.ts'

/** What a change of matters needs to tell others of it: handlers and jobs have it. */
export interface Telling extends Notifying {
  readonly staleIn: (region: string, ...keys: readonly StaleKey[]) => void
}

/** In a request: matters of the region one speaks for. */
export function tellingOf({ db, now, staleFor, stale }: WriteContext): Telling {
  return { db, now, staleFor, staleIn: (_, ...keys) => stale(...keys) }
}

export function tellingOfJob({ db, now, staleFor, stale }: JobContext): Telling {
  return { db, now, staleFor, staleIn: stale }
}

type NewEntry = Omit<EntryRow, 'position'>

/** Tells screens, people and webhooks what happened to a matter, and lets it be found. */
export async function tellOfEntries(
  telling: Telling,
  row: MatterRow,
  entries: readonly NewEntry[],
): Promise<void> {
  const { db, now, staleIn } = telling
  staleIn(row.regionCode, ['matters'])
  await indexFor(db, [entryOfMatter(row)], now)
  const last = entries.at(-1)
  if (last) await notifyNext(telling, row, last)
  await callWebhooks(telling, row, entries)
}

/** Whoever moves next is told, and whoever watches. */
async function notifyNext(telling: Telling, row: MatterRow, entry: NewEntry): Promise<void> {
  const { db } = telling
  const notice = {
    region: row.regionCode,
    except: entry.by.id,
    subject: { kind: 'matter', id: row.id },
    values: { title: row.title, action: entry.name, by: entry.by.name },
    link: linkOf(row),
  } as const
  const { lead } = row.standing
  if (row.waitsFor === 'lead' && lead !== undefined) {
    await notify(telling, {
      ...notice,
      kind: 'matter-to-do',
      to: { organisation: lead, allowed: 'handle-matters' },
    })
  } else if (row.waitsFor === 'supervisor') {
    await notify(telling, { ...notice, kind: 'matter-to-review', to: { allowed: 'supervise' } })
  }
  const watchers = await watchersOf(db, row.regionCode, row.id)
  if (watchers.length > 0) {
    await notify(telling, { ...notice, kind: 'matter-changed', to: { users: watchers } })
  }
}

export interface ClockNotice {
  readonly row: MatterRow
  readonly kind: 'matter-slip' | 'matter-reminded'
  /** 蓝单（提醒）, 还有5个工作日到期 */
  readonly name: string
  readonly users: readonly UserId[]
}

/** Tells people what the clock found. */
export async function notifyOfClock(
  telling: Telling,
  { row, kind, name, users }: ClockNotice,
): Promise<void> {
  if (users.length === 0) return
  const subject = { kind: 'matter', id: row.id }
  const common = { region: row.regionCode, subject, link: linkOf(row), to: { users } }
  await (kind === 'matter-slip'
    ? notify(telling, { ...common, kind, values: { title: row.title, slip: name } })
    : notify(telling, { ...common, kind, values: { title: row.title, reminder: name } }))
}

export async function notifyOfMention(
  telling: Telling,
  row: MatterRow,
  { users, by }: { readonly users: readonly UserId[]; readonly by: string },
): Promise<void> {
  await notify(telling, {
    region: row.regionCode,
    to: { users },
    kind: 'matter-mentioned',
    subject: { kind: 'matter', id: row.id },
    values: { title: row.title, by },
    link: linkOf(row),
  })
}

export function linkOf({ id }: Pick<MatterRow, 'id'>): `/${string}` {
  return `/matters/${id}`
}
