import type { PlayedDay } from '#contract/matter-rule.ts'
import type { Scheme } from '#core/matter/scheme.ts'
import { play } from '#core/matter/play.ts'
import { concerns, type SchemeFault } from '#core/matter/ruled-scheme.ts'
import type { ReadDb } from '#server/db/db.ts'
import { coreMatter, coreTimeline, regionGround } from '../matter/matter-rows.ts'
import { entriesOf, type MatterRow } from '../matter/matter-store.ts'
import { checkedScheme, type RegionRules } from './rules.ts'
import type * as z from 'zod'

export interface Trial {
  readonly region: string
  readonly now: string
  readonly scheme: Scheme
  readonly from: string
  readonly to: string
}

export interface TrialOutcome {
  readonly faults: SchemeFault[]
  readonly matters: number
  readonly lampDays: { readonly lamp: Scheme['lamps'][number]['lamp']; readonly days: number }[]
  readonly slips: { readonly slip: Scheme['slips'][number]['slip']; readonly count: number }[]
  readonly played: z.input<typeof PlayedDay>[]
}

const mostMatters = 2000
const shown = 500

/** What a scheme would have done with the matters of a region, day by day; nothing is stored. */
export async function playedOverPast(db: ReadDb, trial: Trial): Promise<TrialOutcome> {
  const ground = await regionGround(db, trial.region, trial.now)
  const { rules } = ground
  const ruled = checkedScheme(trial.scheme, rules)
  if (!ruled.ok) {
    return { faults: [...ruled.error], matters: 0, lampDays: [], slips: [], played: [] }
  }
  const rows = await concerned(db, trial, rules)
  const entries = await entriesOf(
    db,
    trial.region,
    rows.map(({ id }) => id),
  )
  const byMatter = Map.groupBy(entries, ({ matterId }) => matterId)
  const lampDays = new Map<string, number>()
  const all: z.input<typeof PlayedDay>[] = []
  for (const row of rows) {
    const kind = rules.kindOf(row.kind)
    if (!kind) continue
    const matter = { ...coreMatter(row), timeline: coreTimeline(byMatter.get(row.id) ?? []) }
    const outcome = play(matter, {
      schemes: [ruled.value],
      kind,
      workflow: rules.workflowOf(row.workflow),
      calendar: ground.calendar,
      from: trial.from < row.raisedOn ? row.raisedOn : trial.from,
      to: trial.to < ground.day ? trial.to : ground.day,
    })
    const { id, number, title } = row
    all.push(...outcome.played.map((one) => ({ ...one, matter: { id, number, title } })))
    for (const [lamp, days] of outcome.lampDays) {
      lampDays.set(lamp, (lampDays.get(lamp) ?? 0) + days)
    }
  }
  const slips = Map.groupBy(
    all.filter(({ what }) => what === 'slip'),
    ({ code }) => code,
  )
  return {
    faults: [],
    matters: rows.length,
    lampDays: [...lampDays].map(([lamp, days]) => ({ lamp: lamp as LampColour, days })),
    slips: [...slips].map(([slip, list]) => ({ slip: slip as LampColour, count: list.length })),
    played: all.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).slice(0, shown),
  }
}

type LampColour = TrialOutcome['lampDays'][number]['lamp']

function concerned(
  db: ReadDb,
  { region, scheme, to }: Trial,
  { kinds }: RegionRules,
): Promise<MatterRow[]> {
  const codes = kinds.map(({ content: { code } }) => code).filter((code) => concerns(scheme, code))
  return db
    .selectFrom('matter')
    .selectAll()
    .where('regionCode', '=', region)
    .where('kind', 'in', codes.length > 0 ? codes : [''])
    .where('raisedOn', '<=', to)
    .orderBy('raisedOn', 'desc')
    .orderBy('id')
    .limit(mostMatters)
    .execute()
}
