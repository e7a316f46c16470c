import type { Meeting, MeetingContent } from '#contract/meeting.ts'
import { stateOf } from '#core/matter/workflow.ts'
import type { MatterId, MeetingId } from '#core/id.ts'
import type { ReadDb } from '#server/db/db.ts'
import { type Happening, record } from '#server/event/store.ts'
import type { Identity, WriteContext } from '#server/http/context.ts'
import { changedMeanwhile, notFound, refused } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { isAbolished, regionGround, unitName } from '../matter/matter-rows.ts'
import { mattersOf } from '../matter/matter-store.ts'
import { matterSummaries } from '../matter/matter-views.ts'
import { insertMeeting, lockMeeting, type MeetingRow, saveMeetingRow } from './meeting-store.ts'
import { raiseMatters } from '../matter/raise-matter.ts'
import { tellingOf } from '../matter/telling.ts'
import type * as z from 'zod'

interface Asking extends Identity {
  readonly db: ReadDb
  readonly now: string
}

/** A meeting with the matters it speaks of as they stand now. */
export async function meetingView(
  { db, region, now, user }: Asking,
  row: MeetingRow,
): Promise<z.input<typeof Meeting>> {
  const ground = await regionGround(db, region.code, now)
  const spoken = [...new Set(row.content.agenda.flatMap(({ matters }) => matters))]
  const rows = await mattersOf(db, region.code, spoken)
  const raised = await db
    .selectFrom('matter')
    .select(['id', 'number', 'title', 'workflow', 'state', 'sourceKey'])
    .where('regionCode', '=', region.code)
    .where('meetingId', '=', row.id)
    .orderBy('number')
    .execute()
  const units = new Set(
    row.content.agenda.flatMap(({ decisions }) =>
      decisions.flatMap(({ lead, responsible }) => [...(lead ? [lead] : []), ...responsible]),
    ),
  )
  return {
    id: row.id,
    content: row.content,
    state: row.state,
    revision: row.revision,
    changedBy: row.changedBy,
    changedAt: row.changedAt,
    matters: await matterSummaries(db, ground, user.id, rows),
    raised: raised.map(({ id, number, title, workflow, state, sourceKey }) => ({
      decisionId: sourceKey?.split(' ').at(-1) ?? '',
      matter: {
        id,
        number,
        title,
        stateName: stateOf(ground.rules.workflowOf(workflow), state).name,
      },
    })),
    units: [...units].map((unit) => unitName(ground, unit)),
  }
}

/** Plans a meeting; each picked matter is a point of its agenda. */
export async function planOneMeeting(
  context: WriteContext,
  given: Pick<MeetingContent, 'title' | 'day' | 'place'> & {
    readonly matters: readonly MatterId[]
  },
): Promise<MeetingRow> {
  const { db, region, user, now } = context
  const picked = await mattersOf(db, region.code, given.matters)
  if (picked.length < new Set(given.matters).size) throw notFound('Matter')
  const row: MeetingRow = {
    regionCode: region.code,
    id: newId('meeting'),
    day: given.day,
    state: 'planned',
    content: {
      title: given.title,
      day: given.day,
      place: given.place,
      chair: '',
      present: '',
      agenda: picked.map(({ id, title }) => ({
        id: newId('agenda-item'),
        title,
        matters: [id],
        speaker: '',
        notes: '',
        decisions: [],
      })),
    },
    revision: 0,
    changedBy: user,
    changedAt: now,
  }
  await insertMeeting(db, row)
  await record(db, [happening(context, row, 'meeting-planned')])
  context.stale(['meetings'])
  return row
}

/** Writes down what a meeting speaks of and decides. */
export async function writeMeeting(
  context: WriteContext,
  id: MeetingId,
  { revision, content }: { readonly revision: number; readonly content: MeetingContent },
): Promise<MeetingRow> {
  const { db, region, user, now } = context
  const before = await openMeeting(context, id, revision)
  const spoken = [...new Set(content.agenda.flatMap(({ matters }) => matters))]
  const known = await mattersOf(db, region.code, spoken)
  if (known.length < spoken.length) throw notFound('Matter')
  const row: MeetingRow = {
    ...before,
    day: content.day,
    content,
    revision: before.revision + 1,
    changedBy: user,
    changedAt: now,
  }
  await saveMeetingRow(db, row)
  await record(db, [happening(context, row, 'meeting-written', before)])
  context.stale(['meetings'])
  return row
}

/** Closes a meeting: each decision becomes a matter, assigned at once where it names a unit and a time. */
export async function closeOneMeeting(
  context: WriteContext,
  id: MeetingId,
  revision: number,
): Promise<MeetingRow> {
  const { db, region, user, now } = context
  const before = await openMeeting(context, id, revision)
  const ground = await regionGround(db, region.code, now)
  const { title, agenda } = before.content
  const decisions = agenda.flatMap((item) => item.decisions)
  const gone = decisions.find(({ lead }) => lead !== undefined && isAbolished(ground, lead))
  if (gone) throw refused('meeting-unit-abolished', 'A unit exists no longer', { text: gone.text })
  const passed = decisions.find(({ due }) => due !== undefined && due < ground.day)
  if (passed) throw refused('meeting-day-passed', 'A day has passed', { text: passed.text })
  await raiseMatters(
    tellingOf(context),
    region.code,
    decisions.map((one) => ({
      region: region.code,
      by: user,
      kind: 'decision',
      title: one.text.length > 80 ? `${one.text.slice(0, 79)}…` : one.text,
      text: one.text,
      source: { kind: 'meeting', id, title },
      sourceKey: `decision ${id} ${one.id}`,
      meetingId: id,
      responsible: one.responsible,
      ...(one.lead !== undefined && { lead: one.lead }),
      ...(one.due !== undefined && { due: one.due }),
      ...(one.rhythm !== undefined && { rhythm: one.rhythm }),
    })),
  )
  const row: MeetingRow = {
    ...before,
    state: 'closed',
    revision: before.revision + 1,
    changedBy: user,
    changedAt: now,
  }
  await saveMeetingRow(db, row)
  await record(db, [happening(context, row, 'meeting-closed', before)])
  context.stale(['meetings'], ['matters'])
  return row
}

async function openMeeting(
  context: WriteContext,
  id: MeetingId,
  revision: number,
): Promise<MeetingRow> {
  const row = await lockMeeting(context.db, context.region.code, id)
  if (!row) throw notFound('Meeting')
  if (row.revision !== revision) {
    throw changedMeanwhile('Somebody changed the meeting meanwhile', {
      current: await meetingView(context, row),
    })
  }
  if (row.state === 'closed') throw refused('meeting-closed', 'The meeting is closed')
  return row
}

function happening(
  { region, user, now }: WriteContext,
  row: MeetingRow,
  action: 'meeting-planned' | 'meeting-written' | 'meeting-closed',
  before?: MeetingRow,
): Happening {
  return {
    region: region.code,
    at: now,
    by: user,
    action,
    subject: row.id,
    entity: { kind: 'meeting', id: row.id },
    ...(before && { before: { content: before.content, state: before.state } }),
    after: { content: row.content, state: row.state },
  }
}
