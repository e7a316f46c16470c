import type { MatterDetail, MatterLink } from '#contract/matter.ts'
import { isCertain } from '#core/calendar/working-days.ts'
import { actionsFor } from '#core/matter/act.ts'
import type { Judgement } from '#core/matter/judge.ts'
import { stateOf } from '#core/matter/workflow.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { Identity } from '#server/http/context.ts'
import { figureVerdict } from './figure-verdict.ts'
import { regionGround, type RegionGround, unitName } from './matter-rows.ts'
import { evidenceOf } from './evidence-store.ts'
import { entriesOf, type EntryRow, type MatterRow } from './matter-store.ts'
import { commentsOf, watchedAmong, watchersOf } from './talk-store.ts'
import { commentView, evidenceView, matterSummary, timelineView } from './matter-views.ts'
import { schemesInForce } from '../matter-rule/rules.ts'
import { lit } from './signals.ts'
import { partiesTo } from './who-may.ts'
import type * as z from 'zod'

type Detail = z.input<typeof MatterDetail>

interface Asking extends Identity {
  readonly db: ReadDb
  readonly now: string
}

/** A matter with all the screen shows of it, and what whoever asks may do. */
export async function matterDetail(asking: Asking, row: MatterRow): Promise<Detail> {
  const { db, now, region, user } = asking
  const ground = await regionGround(db, region.code, now)
  const entries = await entriesOf(db, region.code, [row.id])
  const evidence = await evidenceOf(db, region.code, row.id)
  const comments = await commentsOf(db, region.code, row.id)
  const watchers = await watchersOf(db, region.code, row.id)
  const watched = await watchedAmong(db, region.code, user.id, [row.id])
  const parties = partiesTo(asking, row)
  return {
    ...matterSummary(row, ground, watched),
    text: row.text,
    steps: row.steps.map((step) => {
      const on = row.standing.stepsDone.find(({ code }) => code === step.code)?.on
      return { ...step, ...(on !== undefined && { doneOn: on }) }
    }),
    extended: row.standing.extended,
    returned: row.standing.returned,
    reopened: row.standing.reopened,
    raisedBy: row.raisedBy,
    ...(row.standing.extension && { extension: row.standing.extension }),
    ...(row.standing.excuse !== undefined && { excuse: row.standing.excuse }),
    computed: await computed(db, row, ground),
    ...accountOf(entries, ground),
    ...verdictOf(entries),
    evidence: evidence.map((one) => evidenceView(one, ground)),
    timeline: timelineView(entries, row.workflow, ground),
    comments: comments.map(commentView),
    watchers: watchers.length,
    ...(await linksOf(db, row, ground)),
    actions: [...actionsFor({ workflow: ground.rules.workflowOf(row.workflow) }, row, parties)],
    mayProve: parties.length > 0 && row.phase !== 'ended',
  }
}

async function computed(
  db: ReadDb,
  row: MatterRow,
  ground: RegionGround,
): Promise<Detail['computed']> {
  const figure = row.figure && (await figureVerdict(db, row.regionCode, row.figure))
  const schemes = await schemesInForce(db, row.regionCode, ground.rules)
  const state = figure && stateFrom(figure)
  const { judgement } = lit(row, { ...ground, schemes, ...(state && { figure: state }) })
  const { lamp } = judgement
  return {
    why: reasonsOf(judgement),
    certain: isCertain(ground.calendar, ground.day, row.standing.due ?? ground.day),
    ...(lamp && { lamp: lamp.lamp }),
    ...(figure && { figure }),
  }
}

function stateFrom({ state, value }: NonNullable<Detail['computed']['figure']>) {
  return state === 'missing' || value === undefined
    ? ({ state: 'missing' } as const)
    : { state, value }
}

function reasonsOf({ lamp, slip, lists, exempt }: Judgement): string[] {
  const rules = [...(lamp ? [lamp] : []), ...(slip ? [slip] : []), ...lists]
  return [
    ...(exempt === undefined ? [] : [exempt]),
    ...rules.map(({ name, why }) => `${name}：${why}`),
  ]
}

/** What the units last told of it. */
function accountOf(
  entries: readonly EntryRow[],
  ground: RegionGround,
): Pick<Detail, 'account'> | undefined {
  const last = entries.findLast(
    ({ action, organisationId, words }) =>
      organisationId !== null && words !== null && !action.startsWith('evidence'),
  )
  if (!last) return undefined
  const { at, by, organisationId, words, standing } = last
  return {
    account: {
      at,
      by,
      words: words ?? '',
      ...(organisationId !== null && { unit: unitName(ground, organisationId) }),
      ...(standing.progress !== undefined && { progress: standing.progress }),
    },
  }
}

const verdicts: ReadonlySet<string> = new Set([
  'return',
  'pass',
  'judge',
  'reopen',
  'await-figure',
  'excuse',
  'grant-extension',
  'refuse-extension',
])

/** What the reviewer last found. */
function verdictOf(entries: readonly EntryRow[]): Pick<Detail, 'verdict'> | undefined {
  const last = entries.findLast(({ action }) => verdicts.has(action))
  if (!last) return undefined
  const { at, by, name, words, standing } = last
  return {
    verdict: {
      at,
      by,
      action: name,
      words: words ?? '',
      ...(standing.quality !== undefined && { quality: standing.quality }),
    },
  }
}

async function linksOf(
  db: ReadDb,
  { regionCode, id, parentId, mergedInto }: MatterRow,
  { rules }: RegionGround,
): Promise<Pick<Detail, 'parent' | 'parts' | 'mergedInto' | 'mergedFrom'>> {
  const above = [parentId, mergedInto].filter((one) => one !== null)
  const rows = await db
    .selectFrom('matter')
    .select(['id', 'number', 'title', 'workflow', 'state', 'parentId', 'mergedInto'])
    .where('regionCode', '=', regionCode)
    .where((is) =>
      is.or([
        is('parentId', '=', id),
        is('mergedInto', '=', id),
        ...(above.length > 0 ? [is('id', 'in', above)] : []),
      ]),
    )
    .orderBy('number')
    .execute()
  const link = (row: (typeof rows)[number]): z.input<typeof MatterLink> => ({
    id: row.id,
    number: row.number,
    title: row.title,
    stateName: stateOf(rules.workflowOf(row.workflow), row.state).name,
  })
  const parent = rows.find((row) => row.id === parentId)
  const into = rows.find((row) => row.id === mergedInto)
  return {
    parts: rows.filter((row) => row.parentId === id).map(link),
    mergedFrom: rows.filter((row) => row.mergedInto === id).map(link),
    ...(parent && { parent: link(parent) }),
    ...(into && { mergedInto: link(into) }),
  }
}
