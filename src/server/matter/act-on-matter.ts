import type { MatterRefusal } from '#contract/matter-act.ts'
import type { EvidenceId, MatterId, OrganisationId } from '#core/id.ts'
import { act } from '#core/matter/act.ts'
import type { Order, Refusal } from '#core/matter/order.ts'
import type { Entry, Evidence, Matter } from '#core/matter/matter.ts'
import { actionOf } from '#core/matter/workflow.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { changedMeanwhile, type Failure, refused } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { figureVerdict, stateOfFigure } from './figure-verdict.ts'
import { matterDetail } from './matter-detail.ts'
import {
  columnsOf,
  coreMatter,
  entryRow,
  isAbolished,
  regionGround,
  type RegionGround,
  wayOf,
} from './matter-rows.ts'
import { evidenceOf, type EvidenceRow, insertEvidence } from './evidence-store.ts'
import {
  insertEntries,
  lockMatter,
  lockMatters,
  type MatterRow,
  openParts,
  saveMatter,
} from './matter-store.ts'
import { nameOfAction, raiseMatters } from './raise-matter.ts'
import { schemesInForce } from '../matter-rule/rules.ts'
import { heldMatter } from './seen-matter.ts'
import { lit } from './signals.ts'
import { tellingOf, tellOfEntries } from './telling.ts'
import { actorTo } from './who-may.ts'
import type * as z from 'zod'

/** An order as it comes in: words and addresses as proof have no id yet. */
export interface Wanted extends Omit<Order, 'evidence'> {
  readonly evidence?: readonly Pick<Evidence, 'kind' | 'text'>[]
}

/** Does an action in the transaction of the request; ends it where the action is refused. */
export async function actOnOneMatter(
  context: WriteContext,
  { id, revision }: { readonly id: MatterId; readonly revision: number },
  wanted: Wanted,
): Promise<MatterRow> {
  const { db, now, region } = context
  if (wanted.into !== undefined) await lockMatters(db, region.code, [id, wanted.into])
  const row = await heldMatter(db, context, id)
  if (row.revision !== revision) {
    throw changedMeanwhile('Somebody changed the matter meanwhile', {
      current: await matterDetail(context, row),
    })
  }
  const evidence = await evidenceOf(db, region.code, id)
  const ground = await regionGround(db, region.code, now)
  const before = coreMatter(row, evidence)
  const order: Order = {
    ...withoutEvidence(wanted),
    ...(wanted.evidence && {
      evidence: wanted.evidence.map((one) => ({ ...one, id: newId('evidence') })),
    }),
  }
  const done = act(before, order, actorTo(context, row), {
    ...wayOf(ground, row),
    calendar: ground.calendar,
    at: now,
    day: ground.day,
    isAbolished: (unit: OrganisationId) => isAbolished(ground, unit),
    openParts: await openParts(db, region.code, id),
    ...(row.figure && { figure: await stateOfFigure(db, region.code, row.figure) }),
  })
  if (!done.ok) throw await refusal(context, row, done.error)
  return saveActed(context, { row, after: done.value, order, ground })
}

function withoutEvidence({ evidence: _evidence, ...order }: Wanted): Omit<Order, 'evidence'> {
  return order
}

interface Acted {
  readonly row: MatterRow
  readonly after: Matter
  readonly order: Order
  readonly ground: RegionGround
}

async function saveActed(
  context: WriteContext,
  { row, after, order, ground }: Acted,
): Promise<MatterRow> {
  const { db, now, region } = context
  const [entry] = after.timeline
  if (!entry) throw new Error('An action leaves an entry')
  const changed: MatterRow = {
    ...row,
    ...columnsOf({ ...row, standing: after.standing, signals: after.signals }, ground.rules),
    changedAt: now,
    revision: row.revision + 1,
  }
  const schemes = await schemesInForce(db, region.code, ground.rules)
  const shown = lit(changed, { ...ground, schemes }).row
  await saveMatter(db, shown)
  await insertEvidence(db, evidenceRows(context, row, order, entry))
  const rows = [
    entryRow(
      row,
      { ...entry, signals: shown.signals },
      nameOfAction(ground, row.workflow, entry.action),
    ),
  ]
  await insertEntries(db, region.code, rows)
  await record(db, [
    {
      region: region.code,
      at: now,
      by: context.user,
      action: 'matter-acted',
      subject: row.id,
      entity: { kind: 'matter', id: row.id },
      before: { standing: row.standing },
      after: { action: entry.action, standing: shown.standing },
      why: order.words,
    },
  ])
  await tellOfEntries(tellingOf(context), shown, rows)
  await followUp(context, { row: shown, order, ground })
  return shown
}

/** What an action does to other matters: its parts are raised, what it becomes part of hears of it. */
async function followUp(
  context: WriteContext,
  { row, order, ground }: Omit<Acted, 'after'>,
): Promise<void> {
  const effect = actionOf(ground.rules.workflowOf(row.workflow), order.action)?.effect
  if (effect === 'split') {
    await raiseMatters(
      tellingOf(context),
      row.regionCode,
      (order.parts ?? []).map((part) => ({
        region: row.regionCode,
        by: context.user,
        kind: row.kind,
        title: part.title,
        text: row.text,
        source: { kind: 'matter', id: row.id, title: row.title },
        parentId: row.id,
        lead: part.lead,
        responsible: part.responsible ?? [],
        marks: row.marks,
        ...timeOf(part.due, row),
        ...(row.planId !== null && { planId: row.planId }),
        ...(row.chapter !== null && { chapter: row.chapter }),
      })),
    )
  }
  if (effect === 'merge' && order.into !== undefined)
    await mergeInto(context, ground, row, order.into)
}

function timeOf(due: string | undefined, { standing }: MatterRow) {
  if (due !== undefined) return { due }
  if (standing.due !== undefined) return { due: standing.due }
  return standing.rhythm === undefined ? {} : { rhythm: standing.rhythm }
}

async function mergeInto(
  context: WriteContext,
  ground: RegionGround,
  row: MatterRow,
  into: MatterId,
): Promise<void> {
  const { db, now } = context
  const other = await lockMatter(db, row.regionCode, into)
  if (!other) throw refused('matter-into-unknown', 'What it shall become part of is not there')
  if (other.phase === 'ended') {
    throw refused('matter-into-ended', 'What it shall become part of is over')
  }
  const entry = entryRow(
    other,
    {
      at: now,
      day: ground.day,
      action: 'merged-in',
      by: actorTo(context, other),
      words: `${row.number} ${row.title}`,
      standing: other.standing,
      signals: other.signals,
    },
    nameOfAction(ground, other.workflow, 'merged-in'),
  )
  await insertEntries(db, row.regionCode, [entry])
  await saveMatter(db, { ...other, changedAt: now, revision: other.revision + 1 })
  await tellOfEntries(tellingOf(context), other, [entry])
}

function evidenceRows(
  { region, user, now }: WriteContext,
  row: MatterRow,
  order: Order,
  { by }: Entry,
): readonly EvidenceRow[] {
  return (order.evidence ?? []).map(({ id, kind, text }) => ({
    regionCode: region.code,
    id: id satisfies EvidenceId,
    matterId: row.id,
    kind,
    text,
    format: null,
    size: null,
    sha256: null,
    by: user,
    organisationId: by.organisation ?? null,
    at: now,
    withdrawn: null,
  }))
}

async function refusal(
  { db, region }: WriteContext,
  row: MatterRow,
  error: Refusal,
): Promise<Failure> {
  const isAboutFigure = error.code === 'guard' && error.figure !== undefined && row.figure
  const detail: z.input<typeof MatterRefusal> = {
    code: error.code,
    ...('input' in error && { input: error.input }),
    ...('guard' in error && { guard: error.guard }),
    ...('otherwise' in error && { otherwise: error.otherwise }),
    ...('state' in error && { state: error.state }),
    ...(isAboutFigure && { figure: await figureVerdict(db, region.code, isAboutFigure) }),
  }
  return refused('matter-refused', `The workflow refuses it: ${error.code}`, detail)
}
