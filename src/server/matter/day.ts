import { act } from '#core/matter/act.ts'
import { judge, type Judgement, signalsAfter } from '#core/matter/judge.ts'
import type { Actor, Signals } from '#core/matter/matter.ts'
import { stateOf } from '#core/matter/workflow.ts'
import type { Db } from '#server/db/db.ts'
import { type Happening, record } from '#server/event/store.ts'
import { job, type JobHandler, programItself, type Schedule } from '#server/job/handler.ts'
import { enqueue } from '#server/job/queue.ts'
import { stateOfFigure } from './figure-verdict.ts'
import { type Listeners, listenersOf } from './audience.ts'
import { tellDigests } from './digest.ts'
import {
  columnsOf,
  coreMatter,
  entryRow,
  isAbolished,
  regionGround,
  type RegionGround,
  wayOf,
} from './matter-rows.ts'
import {
  type EntryRow,
  insertEntries,
  type MatterRow,
  saveMatter,
  saveSignals,
} from './matter-store.ts'
import { nameOfAction } from './raise-matter.ts'
import { schemesInForce } from '../matter-rule/rules.ts'
import { type LitGround, seenOf } from './signals.ts'
import { notifyOfClock, type Telling, tellingOfJob, tellOfEntries } from './telling.ts'
import { callWebhooks, webhooksOf } from '../webhook/webhook.ts'
import * as z from 'zod'

type NewEntry = Omit<EntryRow, 'position'>

const clock: Actor = { ...programItself, parties: ['clock'] }

/** Each day before work begins every matter is looked at: lamps, slips, reminders, what the clock does, digests. */
export const matterJobs: readonly JobHandler[] = [
  job('matters-of-day', z.object({}), async (_, { db, now }) => {
    const regions = await db.selectFrom('matter').select('regionCode').distinct().execute()
    for (const { regionCode: region } of regions) {
      await enqueue(db, { kind: 'matters-of-region', payload: { region }, now, dedupeKey: region })
    }
  }),
  job('matters-of-region', z.object({ region: z.string() }), ({ region }, context) =>
    lookAtRegion(tellingOfJob(context), region),
  ),
]

export const matterSchedules: readonly Schedule[] = [
  { code: 'matters-daily', cron: '5 6 * * *', kind: 'matters-of-day', payload: {} },
]

/** Looks at all matters of a region, once a day however often it is asked. */
export async function lookAtRegion(telling: Telling, region: string): Promise<void> {
  const { db, now } = telling
  const ground = await regionGround(db, region, now)
  if (!(await isFirstLook(db, region, ground.day))) return
  const schemes = await schemesInForce(db, region, ground.rules)
  const rows = await openMatters(db, region)
  const looks: Look[] = []
  for (const row of rows) {
    const figure = row.figure ? await stateOfFigure(db, region, row.figure) : undefined
    looks.push(lookAt(row, { ...ground, schemes, ...(figure && { figure }) }))
  }
  await saveLooks(telling, ground, looks)
  for (const look of looks) await doMove(telling, ground, look)
  await tellDigests(telling, ground, rows)
  telling.staleIn(region, ['matters'])
}

async function isFirstLook(db: Db, region: string, day: string): Promise<boolean> {
  const first = await db
    .insertInto('matterDay')
    .values({ regionCode: region, day })
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .executeTakeFirst()
  return first !== undefined
}

/** Held until the day is done: nobody acts on what the clock looks at. */
function openMatters(db: Db, region: string): Promise<MatterRow[]> {
  return db
    .selectFrom('matter')
    .selectAll()
    .where('regionCode', '=', region)
    .where('phase', '<>', 'ended')
    .orderBy('id')
    .forUpdate()
    .execute()
}

interface Look {
  readonly before: MatterRow
  readonly after: MatterRow
  readonly judgement: Judgement
  readonly ground: LitGround
}

function lookAt(row: MatterRow, ground: LitGround): Look {
  const seen = seenOf(row, ground)
  const judgement = judge(ground.schemes, seen)
  const signals = signalsAfter(seen, judgement) ?? row.signals
  const lists = judgement.lists.map(({ code }) => code)
  const after = { ...row, ...columnsOf({ ...row, signals }, ground.rules), lists }
  return { before: row, after, judgement, ground }
}

async function saveLooks(
  telling: Telling,
  ground: RegionGround,
  looks: readonly Look[],
): Promise<void> {
  const { db, now } = telling
  const changed = looks.filter(
    ({ before, after }) =>
      before.signals !== after.signals || before.lists.join() !== after.lists.join(),
  )
  await saveSignals(
    db,
    changed.map(({ after }) => after),
  )
  const entries = changed.flatMap((look) => entriesOfLook(look, now, ground.day))
  await insertEntries(db, ground.region, entries)
  await record(
    db,
    changed
      .filter(({ before, after }) => isTold(before.signals, after.signals))
      .map((look) => happeningOf(look, now)),
  )
  const hooks = await webhooksOf(db, ground.region)
  const listeners = listenersOf(db, ground.region, ground.day)
  const byMatter = Map.groupBy(entries, ({ matterId }) => matterId)
  for (const look of changed) {
    await tellLook(telling, look, listeners)
    await callWebhooks(telling, look.after, byMatter.get(look.after.id) ?? [], hooks)
  }
}

function isTold(before: Signals, after: Signals): boolean {
  return before.lamp !== after.lamp || before.slip !== after.slip
}

/** What the clock leaves in a timeline: the lamp that changed, the slip, the reminders. */
function entriesOfLook(
  { before, after, judgement, ground }: Look,
  now: string,
  day: string,
): NewEntry[] {
  const entry = (action: string, words: string | undefined, signals: Signals): NewEntry =>
    entryRow(
      after,
      {
        at: now,
        day,
        action,
        by: clock,
        standing: after.standing,
        signals,
        ...(words !== undefined && { words }),
      },
      nameOfAction(ground, after.workflow, action),
    )
  const { lamp, slip, reminders, exempt } = judgement
  const { slip: _issued, ...others } = after.signals
  const { slip: earlier } = before.signals
  const withoutSlip = { ...others, ...(earlier && { slip: earlier }) }
  return [
    ...(before.lamp === after.lamp
      ? []
      : [entry('lamp', lamp ? `${lamp.name}：${lamp.why}` : exempt, withoutSlip)]),
    ...(slip ? [entry('slip', `${slip.name}：${slip.why}`, after.signals)] : []),
    ...reminders.map(({ name }) => entry('reminded', name, after.signals)),
  ]
}

function happeningOf({ before, after, judgement }: Look, now: string): Happening {
  return {
    region: after.regionCode,
    at: now,
    by: programItself,
    action: 'matter-signalled',
    subject: after.id,
    entity: { kind: 'matter', id: after.id },
    before: before.signals,
    after: after.signals,
    why: judgement.slip?.why ?? judgement.lamp?.why,
  }
}

async function tellLook(
  telling: Telling,
  { after: row, judgement }: Look,
  listeners: Listeners,
): Promise<void> {
  const { slip, reminders } = judgement
  if (slip) {
    const users = await listeners(row, slip.tells)
    await notifyOfClock(telling, { row, kind: 'matter-slip', name: slip.name, users })
  }
  for (const { name, tells } of reminders) {
    const users = await listeners(row, tells)
    await notifyOfClock(telling, { row, kind: 'matter-reminded', name, users })
  }
}

/** What the clock itself does, e.g. taking a project nobody moves out of the pool. */
async function doMove(
  telling: Telling,
  ground: RegionGround,
  { after: row, judgement }: Look,
): Promise<void> {
  const { move } = judgement
  if (!move) return
  const { db, now } = telling
  const order = { action: move.action, words: `${move.words}：${move.why}` }
  const done = act(coreMatter(row), order, clock, {
    ...wayOf(ground, row),
    calendar: ground.calendar,
    at: now,
    day: ground.day,
    isAbolished: (unit) => isAbolished(ground, unit),
  })
  if (!done.ok) return
  const { phase } = stateOf(ground.rules.workflowOf(row.workflow), done.value.standing.state)
  const signals = phase === 'open' ? done.value.signals : {}
  const changed: MatterRow = {
    ...row,
    ...columnsOf({ ...row, standing: done.value.standing, signals }, ground.rules),
    changedAt: now,
    revision: row.revision + 1,
  }
  await saveMatter(db, changed)
  const entries = done.value.timeline.map((entry) =>
    entryRow(row, { ...entry, signals }, nameOfAction(ground, row.workflow, entry.action)),
  )
  await insertEntries(db, row.regionCode, entries)
  await record(db, [
    {
      region: row.regionCode,
      at: now,
      by: programItself,
      action: 'matter-acted',
      subject: row.id,
      entity: { kind: 'matter', id: row.id },
      before: { standing: row.standing },
      after: { action: move.action, standing: changed.standing },
      why: order.words,
    },
  ])
  await tellOfEntries(telling, changed, entries)
}
