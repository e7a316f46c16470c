import type { MatterSource } from '#contract/matter.ts'
import type { Person } from '#contract/session.ts'
import type { Rhythm } from '#core/calendar/review-days.ts'
import { addWorkingDays } from '#core/calendar/working-days.ts'
import type { MatterId, MeetingId, OrganisationId, PlanId } from '#core/id.ts'
import { act } from '#core/matter/act.ts'
import type { BoundFigure } from '#core/matter/bound-figure.ts'
import { type Actor, type Mark, type Matter, raised, type Step } from '#core/matter/matter.ts'
import { actionOf } from '#core/matter/workflow.ts'
import { type Happening, record } from '#server/event/store.ts'
import { badInput } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import {
  columnsOf,
  entryRow,
  isAbolished,
  personOf,
  regionGround,
  type RegionGround,
} from './matter-rows.ts'
import {
  insertEntries,
  insertMatter,
  matterOfSource,
  type MatterRow,
  nextNumbers,
} from './matter-store.ts'
import { schemesInForce } from '../matter-rule/rules.ts'
import { lit } from './signals.ts'
import { type Telling, tellOfEntries } from './telling.ts'

/** What a slice raises a matter with. */
export interface NewMatter {
  readonly region: string
  readonly by: Person
  /** Code of a kind, see `data/matter-rules/kinds.json`. */
  readonly kind: string
  readonly title: string
  readonly text?: string
  readonly source: MatterSource
  /** Of the source: a second matter of the same key is not raised. */
  readonly sourceKey?: string
  readonly lead?: OrganisationId
  readonly responsible?: readonly OrganisationId[]
  /** Without it what the kind gives, counted from today in working days. */
  readonly due?: string
  readonly rhythm?: Rhythm
  readonly steps?: readonly Step[]
  readonly figure?: BoundFigure
  readonly grade?: string
  readonly marks?: readonly Mark[]
  readonly planId?: PlanId
  readonly chapter?: string
  readonly meetingId?: MeetingId
  readonly parentId?: MatterId
}

export interface Raised {
  readonly id: MatterId
  readonly number: string
  /** False where the source had raised it before. */
  readonly isNew: boolean
}

/**
 * Raises a matter in the transaction of what causes it. With a lead and a time it is assigned at
 * once; without one it waits for the office that supervises. A lead that is abolished is left out.
 */
export async function raiseMatter(telling: Telling, given: NewMatter): Promise<Raised> {
  const [one] = await raiseMatters(telling, given.region, [given])
  if (!one) throw new Error('One matter was given')
  return one
}

/** The same for many matters of a region. */
export async function raiseMatters(
  telling: Telling,
  region: string,
  given: readonly NewMatter[],
): Promise<readonly Raised[]> {
  const { db, now } = telling
  const ground = await regionGround(db, region, now)
  const year = Number(ground.day.slice(0, 4))
  // Held until the transaction ends: who raises the same at the same time sees what we raised.
  await nextNumbers(db, region, year, 0)
  const known = new Map<string, MatterRow>()
  for (const { sourceKey } of given) {
    const row = sourceKey === undefined ? undefined : await matterOfSource(db, region, sourceKey)
    if (sourceKey !== undefined && row) known.set(sourceKey, row)
  }
  const isNew = ({ sourceKey }: NewMatter): boolean =>
    sourceKey === undefined || !known.has(sourceKey)
  const fresh = given.filter(isNew)
  const numbers = await nextNumbers(db, region, year, fresh.length)
  const made: Raised[] = []
  for (const one of fresh) {
    const number = numbers[made.length] ?? ''
    made.push({ id: await raiseOne(telling, ground, one, number), number, isNew: true })
  }
  const left = made.values()
  return given.map((one) => {
    const row = known.get(one.sourceKey ?? '')
    const next = isNew(one) ? left.next().value : undefined
    if (next) return next
    if (!row) throw new Error('A matter is new or known')
    return { id: row.id, number: row.number, isNew: false }
  })
}

async function raiseOne(
  telling: Telling,
  ground: RegionGround,
  given: NewMatter,
  number: string,
): Promise<MatterId> {
  const { db, now } = telling
  const matter = assignedAtOnce(newMatter(given, ground, now), given, ground, now)
  const { standing } = matter
  const workflow = ground.rules.kindOf(matter.kind)?.workflow ?? ''
  const row: MatterRow = {
    regionCode: given.region,
    id: matter.id,
    number,
    kind: matter.kind,
    workflow,
    title: matter.title,
    text: given.text ?? '',
    source: given.source,
    sourceKey: given.sourceKey ?? null,
    planId: given.planId ?? null,
    chapter: given.chapter ?? null,
    meetingId: given.meetingId ?? null,
    parentId: given.parentId ?? null,
    steps: matter.steps,
    figure: matter.figure ?? null,
    ...columnsOf({ standing, signals: {}, workflow }, ground.rules),
    lists: [],
    raisedOn: matter.raisedOn,
    raisedBy: given.by,
    changedAt: now,
    revision: 0,
  }
  const schemes = await schemesInForce(db, given.region, ground.rules)
  const { row: shown } = lit(row, { ...ground, schemes })
  await insertMatter(db, shown)
  const entries = matter.timeline.map((entry) =>
    entryRow(
      row,
      { ...entry, signals: shown.signals },
      nameOfAction(ground, row.workflow, entry.action),
    ),
  )
  await insertEntries(db, given.region, entries)
  await record(db, [raisedHappening(given, row, now)])
  await tellOfEntries(telling, shown, entries)
  return row.id
}

function newMatter(given: NewMatter, ground: RegionGround, now: string): Matter {
  const held = ground.rules.kinds.find(({ content }) => content.code === given.kind)
  const kind = held?.inForce === true ? held.content : undefined
  if (!kind) throw badInput('matter-kind-unknown', `There is no kind ${given.kind}`)
  const exists = (unit: OrganisationId): boolean => !isAbolished(ground, unit)
  const lead = given.lead !== undefined && exists(given.lead) ? given.lead : undefined
  const rhythm = given.rhythm ?? (given.due === undefined ? kind.rhythm : undefined)
  const due =
    given.due ??
    (rhythm === undefined && kind.dueIn
      ? addWorkingDays(ground.calendar, ground.day, kind.dueIn.workingDays)
      : undefined)
  return raised({
    id: newId('matter'),
    kind: kind.code,
    title: given.title,
    day: ground.day,
    at: now,
    by: actorOf(given.by),
    state: ground.rules.workflowOf(kind.workflow).first,
    steps: given.steps ?? kind.steps ?? [],
    responsible: (given.responsible ?? []).filter(exists),
    ...(given.figure && { figure: given.figure }),
    ...(lead !== undefined && { lead }),
    ...(rhythm === undefined ? due !== undefined && { due } : { rhythm }),
    ...(given.grade !== undefined && { grade: given.grade }),
    ...(given.marks && { marks: given.marks }),
    ...(given.text && { words: given.text }),
  })
}

/** Assigns a matter that has all that assigning takes. */
function assignedAtOnce(
  matter: Matter,
  given: NewMatter,
  ground: RegionGround,
  now: string,
): Matter {
  const kind = ground.rules.kindOf(given.kind)
  const workflow = kind && ground.rules.workflowOf(kind.workflow)
  const { lead, due, rhythm } = matter.standing
  if (!workflow || lead === undefined || !actionOf(workflow, 'assign')) return matter
  const time = rhythm !== undefined ? { rhythm } : due !== undefined ? { due } : undefined
  if (!time) return matter
  const done = act(matter, { action: 'assign', lead, ...time }, actorOf(given.by), {
    kind,
    workflow,
    calendar: ground.calendar,
    at: now,
    day: ground.day,
    isAbolished: (unit) => isAbolished(ground, unit),
  })
  return done.ok ? done.value : matter
}

/** Whoever raises a matter speaks for the office that supervises. */
function actorOf({ id, name }: Person): Actor {
  return { id, name, parties: ['supervisor'] }
}

export function nameOfAction(
  { rules }: Pick<RegionGround, 'rules'>,
  workflow: string,
  action: string,
): string {
  return actionOf(rules.workflowOf(workflow), action)?.name ?? namesOfEntries[action] ?? action
}

/** What happens to matters besides the actions of workflows. */
const namesOfEntries: Readonly<Record<string, string>> = {
  raised: '提出',
  lamp: '亮灯',
  slip: '发单',
  reminded: '提醒',
  evidence: '提交佐证',
  'evidence-withdrawn': '撤回佐证',
  'merged-in': '并入其他事项',
}

function raisedHappening(given: NewMatter, row: MatterRow, now: string): Happening {
  const { number, kind, title, standing, source } = row
  return {
    region: given.region,
    at: now,
    by: personOf(given.by),
    action: 'matter-raised',
    subject: row.id,
    entity: { kind: 'matter', id: row.id },
    after: { number, kind, title, standing, source },
  }
}
