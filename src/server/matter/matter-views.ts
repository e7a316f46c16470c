import type { Evidence, MatterComment, MatterSummary, TimelineEntry } from '#contract/matter.ts'
import { workingDaysBetween } from '#core/calendar/working-days.ts'
import type { MatterId, UserId } from '#core/id.ts'
import type { Standing } from '#core/matter/matter.ts'
import { stateOf } from '#core/matter/workflow.ts'
import type { ReadDb } from '#server/db/db.ts'
import { type RegionGround, unitName } from './matter-rows.ts'
import { type EvidenceRow } from './evidence-store.ts'
import { type EntryRow, type MatterRow } from './matter-store.ts'
import { type CommentRow, watchedAmong } from './talk-store.ts'
import type * as z from 'zod'

/** Rows as they travel. */

export async function matterSummaries(
  db: ReadDb,
  ground: RegionGround,
  user: UserId,
  rows: readonly MatterRow[],
): Promise<MatterSummary[]> {
  const ids = rows.map(({ id }) => id)
  const watched = await watchedAmong(db, ground.region, user, ids)
  return rows.map((row) => matterSummary(row, ground, watched))
}

export function matterSummary(
  row: MatterRow,
  ground: RegionGround,
  watched: ReadonlySet<MatterId>,
): MatterSummary {
  const { standing, signals } = row
  const { id, number, kind, title, source, chapter, raisedOn, changedAt, revision, phase } = row
  const state = stateOf(ground.rules.workflowOf(row.workflow), row.state)
  const { lead, responsible, due, rhythm, reviewOn, progress, progressOn, grade, marks } = standing
  const { slip } = signals
  return {
    id,
    number,
    kind,
    title,
    state: row.state,
    stateName: state.name,
    phase,
    responsible: responsible.map((unit) => unitName(ground, unit)),
    marks,
    source,
    raisedOn,
    changedAt,
    revision,
    watched: watched.has(id),
    ...(state.waitsFor && { waitsFor: state.waitsFor }),
    ...(lead !== undefined && { lead: unitName(ground, lead) }),
    ...(due !== undefined && { due }),
    ...(rhythm !== undefined && { rhythm }),
    ...(reviewOn !== undefined && { reviewOn }),
    ...(due !== undefined &&
      phase === 'open' && { daysLeft: workingDaysBetween(ground.calendar, ground.day, due) }),
    ...(progress !== undefined && { progress }),
    ...(progressOn !== undefined && { progressOn }),
    ...(signals.lamp !== undefined && { lamp: signals.lamp as MatterSummary['lamp'] & string }),
    ...(signals.lampSince !== undefined && { lampSince: signals.lampSince }),
    ...(slip && { slip: { ...slip, code: slip.code as NonNullable<MatterSummary['lamp']> } }),
    ...(grade !== undefined && { grade }),
    ...(chapter !== null && { chapter }),
  }
}

export function evidenceView(row: EvidenceRow, ground: RegionGround): z.input<typeof Evidence> {
  const { id, kind, text, format, size, sha256, by, organisationId, at, withdrawn } = row
  return {
    id,
    kind,
    text,
    by,
    at,
    ...(format !== null && size !== null && sha256 !== null && { file: { format, size, sha256 } }),
    ...(organisationId !== null && { unit: unitName(ground, organisationId) }),
    ...(withdrawn && { withdrawn }),
  }
}

export function commentView({
  id,
  at,
  by,
  text,
  mentions,
}: CommentRow): z.input<typeof MatterComment> {
  return { id, at, by, text, mentions }
}

/** A timeline, latest first, each entry with what it changed. */
export function timelineView(
  rows: readonly EntryRow[],
  workflow: string,
  ground: RegionGround,
): z.input<typeof TimelineEntry>[] {
  return rows
    .map((row, index) => {
      const { id, at, action, name, by, organisationId, words, evidence } = row
      return {
        id,
        at,
        action,
        name,
        by,
        evidence,
        changes: changesOf(rows[index - 1], row, workflow, ground),
        ...(organisationId !== null && { unit: unitName(ground, organisationId) }),
        ...(words !== null && { words }),
      }
    })
    .toReversed()
}

type Change = z.input<typeof TimelineEntry>['changes'][number]

function changesOf(
  before: EntryRow | undefined,
  after: EntryRow,
  workflow: string,
  ground: RegionGround,
): Change[] {
  const was = before ? told(before, workflow, ground) : new Map<string, string>()
  const is = told(after, workflow, ground)
  return [...is].flatMap(([field, text]) => {
    const earlier = was.get(field) ?? ''
    return earlier === text ? [] : [{ field, before: earlier, after: text }]
  })
}

const colourNames: Readonly<Record<string, string>> = {
  green: '绿',
  blue: '蓝',
  yellow: '黄',
  orange: '橙',
  red: '红',
}

/** What a timeline tells of a standing, in the words of the screen. */
function told(
  { standing, signals }: EntryRow,
  workflow: string,
  ground: RegionGround,
): ReadonlyMap<string, string> {
  const names = (units: Standing['responsible']): string =>
    units.map((unit) => unitName(ground, unit).name).join('、')
  const { lead, responsible, due, rhythm, progress, extension, stepsDone } = standing
  return new Map([
    ['状态', stateOf(ground.rules.workflowOf(workflow), standing.state).name],
    ['牵头单位', lead === undefined ? '' : names([lead])],
    ['责任单位', names(responsible)],
    ['时限', due ?? (rhythm === undefined ? '' : '长期')],
    ['进度', progress === undefined ? '' : `${progress}%`],
    ['申请延期至', extension?.to ?? ''],
    ['已完成节点', stepsDone.length === 0 ? '' : `${stepsDone.length}个`],
    ['灯号', colourNames[signals.lamp ?? ''] ?? ''],
    ['督办单', colourNames[signals.slip?.code ?? ''] ?? ''],
  ])
}
