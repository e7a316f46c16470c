import type { Calendar } from '#core/calendar/working-days.ts'
import type { Person } from '#contract/session.ts'
import type { OrganisationId } from '#core/id.ts'
import type { Actor, Entry, Evidence, Matter } from '#core/matter/matter.ts'
import type { Kind } from '#core/matter/kind.ts'
import { stateOf, type Workflow } from '#core/matter/workflow.ts'
import { existsOn, nameOn, type Organisation } from '#core/organisation/organisation.ts'
import { calendarFor } from '#server/calendar/calendar-store.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadDb } from '#server/db/db.ts'
import { newId } from '#server/new-id.ts'
import { organisationsOf } from '#server/organisation/store.ts'
import type { EvidenceRow } from './evidence-store.ts'
import type { EntryRow, MatterRow } from './matter-store.ts'
import { type RegionRules, rulesOf } from '../matter-rule/rules.ts'

/** What changes of a row with its standing and its signals. */
export function columnsOf(
  { standing, signals, workflow }: Pick<MatterRow, 'standing' | 'signals' | 'workflow'>,
  { workflowOf }: RegionRules,
) {
  const { phase, waitsFor } = stateOf(workflowOf(workflow), standing.state)
  const { due = null, reviewOn = null } = standing
  return {
    state: standing.state,
    phase,
    waitsFor: waitsFor ?? null,
    leadId: standing.lead ?? null,
    due,
    reviewOn,
    dueSort: due ?? reviewOn ?? '9999-12-31',
    progress: standing.progress ?? null,
    grade: standing.grade ?? null,
    marks: standing.marks,
    mergedInto: standing.mergedInto ?? null,
    standing,
    lamp: signals.lamp ?? null,
    slip: signals.slip?.code ?? null,
    signals,
  }
}

/** A row as the core knows it. The timeline is empty: what is added stands in it alone. */
export function coreMatter(row: MatterRow, evidence: readonly EvidenceRow[] = []): Matter {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    raisedOn: row.raisedOn,
    steps: row.steps,
    standing: row.standing,
    signals: row.signals,
    evidence: evidence.flatMap((one): Evidence[] => (one.withdrawn ? [] : [one])),
    timeline: [],
    ...(row.figure && { figure: row.figure }),
  }
}

/** The entries of a timeline as the core knows them, to be played. */
export function coreTimeline(entries: readonly EntryRow[]): readonly Entry[] {
  return entries.map(({ at, day, action, by, standing, signals }) => ({
    at,
    day,
    action,
    by: { ...by, parties: [] },
    standing,
    signals,
  }))
}

export function entryRow(
  { regionCode, id }: Pick<MatterRow, 'regionCode' | 'id'>,
  { at, day, action, by, words, evidence, standing, signals }: Entry,
  name: string,
): Omit<EntryRow, 'position'> {
  return {
    regionCode,
    matterId: id,
    id: newId('matter-entry'),
    at,
    day,
    action,
    name,
    by: personOf(by),
    organisationId: by.organisation ?? null,
    words: words ?? null,
    evidence: evidence ?? [],
    standing,
    signals,
  }
}

export function personOf({ id, name }: Pick<Actor, 'id' | 'name'>): Person {
  return { id, name }
}

/** What a region is today, as far as matters rest on it. */
export interface RegionGround {
  readonly region: string
  readonly day: string
  readonly calendar: Calendar
  readonly organisations: ReadonlyMap<OrganisationId, Organisation>
  readonly rules: RegionRules
}

export async function regionGround(db: ReadDb, region: string, now: string): Promise<RegionGround> {
  const calendar = await calendarFor(db, region)
  const units = await organisationsOf(db, region)
  return {
    region,
    day: dayInChina(now),
    calendar,
    organisations: new Map(units.map((unit) => [unit.id, unit])),
    rules: await rulesOf(db, region),
  }
}

/** The kind of a matter and the workflow it goes by. */
export function wayOf(
  { rules }: RegionGround,
  row: Pick<MatterRow, 'kind' | 'workflow'>,
): { kind: Kind; workflow: Workflow } {
  const kind = rules.kindOf(row.kind)
  if (!kind) throw new Error(`There is no kind ${row.kind}`)
  return { kind, workflow: rules.workflowOf(row.workflow) }
}

/** Whether a unit is gone, or was never of this region: nothing can be given to it. */
export function isAbolished({ organisations, day }: RegionGround, unit: OrganisationId): boolean {
  const known = organisations.get(unit)
  return !known || !existsOn(known, day)
}

/** What a unit is called today; one that is gone says so. */
export function unitName(
  ground: RegionGround,
  id: OrganisationId,
): { id: OrganisationId; name: string; ended?: boolean } {
  const known = ground.organisations.get(id)
  return {
    id,
    name: known ? nameOn(known, ground.day) : '（不存在的单位）',
    ...(isAbolished(ground, id) && { ended: true }),
  }
}
