import type { MatterFilter } from '#contract/matter.ts'
import type { MeetingId, OrganisationId } from '#core/id.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { Identity } from '#server/http/context.ts'
import { filtered } from './matter-list.ts'

export interface Count {
  readonly key: string
  readonly count: number
}

export interface MatterCounts {
  readonly total: number
  readonly byState: readonly Count[]
  readonly byLamp: readonly Count[]
  readonly byKind: readonly Count[]
  readonly byLead: readonly { readonly key: OrganisationId; readonly count: number }[]
  readonly byChapter: readonly Count[]
  readonly byMeeting: readonly { readonly key: MeetingId; readonly count: number }[]
  readonly owe: number
  readonly wait: number
  readonly review: number
}

type Asking = Identity & { readonly db: ReadDb }

/** How many matters a filter leaves, one pass over them, and how many lie on the three desks. */
export async function countsOf(asking: Asking, filter: MatterFilter): Promise<MatterCounts> {
  const rows: readonly Counted[] = await asking.db
    .selectFrom('matter')
    .select(['state', 'lamp', 'kind', 'leadId', 'chapter', 'meetingId'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(filtered(asking, filter))
    .groupBy(['state', 'lamp', 'kind', 'leadId', 'chapter', 'meetingId'])
    .execute()
  const desk = (view: MatterFilter['view']): Promise<number> => countOf(asking, view)
  return {
    total: rows.reduce((sum, { count }) => sum + count, 0),
    byState: summed(rows, ({ state }) => state),
    byLamp: summed(rows, ({ lamp }) => lamp),
    byKind: summed(rows, ({ kind }) => kind),
    byLead: summed(rows, ({ leadId }) => leadId) as MatterCounts['byLead'],
    byChapter: summed(rows, ({ chapter }) => chapter),
    byMeeting: summed(rows, ({ meetingId }) => meetingId) as MatterCounts['byMeeting'],
    owe: await desk('owe'),
    wait: await desk('wait'),
    review: await desk('review'),
  }
}

interface Counted {
  readonly state: string
  readonly lamp: string | null
  readonly kind: string
  readonly leadId: OrganisationId | null
  readonly chapter: string | null
  readonly meetingId: MeetingId | null
  readonly count: number
}

function summed(
  rows: readonly Counted[],
  keyOf: (row: Counted) => string | null,
): readonly Count[] {
  const sums = new Map<string, number>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + row.count)
  }
  return [...sums]
    .map(([key, count]) => ({ key, count }))
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}

async function countOf(asking: Asking, view: MatterFilter['view']): Promise<number> {
  const { count } = await asking.db
    .selectFrom('matter')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(filtered(asking, { ...noFilter, view }))
    .executeTakeFirstOrThrow()
  return count
}

/** Everything one may see. */
export const noFilter: MatterFilter = {
  view: 'all',
  phase: [],
  state: [],
  kind: [],
  lead: [],
  unit: [],
  lamp: [],
  slip: [],
  mark: [],
  chapter: [],
}
