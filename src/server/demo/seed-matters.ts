import { addDays } from '#core/calendar/day.ts'
import { workingDayFrom } from '#core/calendar/working-days.ts'
import type { MatterId, OrganisationId, UserId } from '#core/id.ts'
import { nameOn, type Organisation } from '#core/organisation/organisation.ts'
import { surelyMeant } from '#core/organisation/match-organisations.ts'
import { calendarFor } from '#server/calendar/calendar-store.ts'
import { dayInChina } from '#server/clock.ts'
import type { Db, ReadDb } from '#server/db/db.ts'
import type { Identity, WriteContext } from '#server/http/context.ts'
import { type JobContext, type JobHandler, type JobSteps, longJob } from '#server/job/handler.ts'
import { enqueue } from '#server/job/queue.ts'
import { actOnOneMatter, type Wanted } from '#server/matter/act-on-matter.ts'
import { lookAtRegion } from '#server/matter/day.ts'
import { sourceKeyOf, tasksOfPlan, timeOf } from '#server/matter/duties.ts'
import { matterOf } from '#server/matter/matter-store.ts'
import { type NewMatter, raiseMatters } from '#server/matter/raise-matter.ts'
import { tellingOf } from '#server/matter/telling.ts'
import { matchOrganisations } from '#server/organisation/match-organisations.ts'
import { organisationsOf } from '#server/organisation/store.ts'
import { demonstrationIdentity, demonstrationRegion } from './demonstration.ts'
import * as z from 'zod'

/*
 * Invented lives of the duties of the invented plan: nothing in them is chance, so that two
 * installations show the same. The region is marked 模拟数据 wherever it shows.
 */

const kind = 'demonstration-matters'
const region = demonstrationRegion.code

/** How long ago the plan's tasks were given to the units, in days. */
const daysAgo = 300

/** Leaves the matters of the invented district to be made: the program answers meanwhile. */
export async function askForMatters(db: Db, now: string): Promise<void> {
  await enqueue(db, { kind, payload: {}, now, dedupeKey: kind })
}

export const demonstrationMatterJobs: readonly JobHandler[] = [
  longJob(kind, z.object({}), async (_, steps) => {
    const begun = await steps.transact(begin)
    if (!begun) return
    await live(steps, begun)
    await steps.transact(readOldNotices)
  }),
]

interface Begun {
  readonly today: string
  readonly start: string
  readonly lives: readonly Life[]
}

interface Life {
  readonly id: MatterId
  readonly lead: OrganisationId
  /** What happens how many days after the start. */
  readonly deeds: readonly Deed[]
}

interface Deed {
  readonly after: number
  readonly as: 'supervisor' | 'lead'
  readonly order: Wanted
}

/** Raises the matters as of the start; nothing where there are any, for then it was begun before. */
async function begin(context: JobContext): Promise<Begun | undefined> {
  const { db, now } = context
  const known = await db
    .selectFrom('matter')
    .select('id')
    .where('regionCode', '=', region)
    .limit(1)
    .execute()
  const plan = await db
    .selectFrom('plan')
    .select('id')
    .where('regionCode', '=', region)
    .limit(1)
    .executeTakeFirst()
  if (known.length > 0 || !plan) return undefined
  const today = dayInChina(now)
  const calendar = await calendarFor(db, region)
  const start = workingDayFrom(calendar, addDays(today, -daysAgo))
  const given = await planDuties(db, plan.id, start)
  const decided = await decisionsOf(db, today)
  const at = momentOf(start)
  const made = await raiseMatters(tellingOf(contextAt(context, at)), region, [...given, ...decided])
  const all = [...given, ...decided]
  return {
    today,
    start,
    lives: made.flatMap(({ id }, index): readonly Life[] => {
      const lead = all[index]?.lead
      const isDecision = index >= given.length
      const pattern = isDecision
        ? decisionPatterns[index - given.length]
        : taskPatterns[index % taskPatterns.length]
      return lead && pattern ? [{ id, lead, deeds: pattern }] : []
    }),
  }
}

async function planDuties(
  db: ReadDb,
  plan: Parameters<typeof tasksOfPlan>[2],
  day: string,
): Promise<readonly NewMatter[]> {
  const { version, tasks } = await tasksOfPlan(db, region, plan)
  const calendar = await calendarFor(db, region)
  const wordings = [
    ...new Set(tasks.flatMap(({ content }) => [...content.lead, ...content.responsible])),
  ]
  const matches = await matchOrganisations(db, { region: demonstrationRegion, wordings, day })
  const meant = new Map(
    wordings.map((wording, index) => [wording, surelyMeant(matches[index] ?? [])?.id]),
  )
  const unitsOf = (names: readonly string[]): OrganisationId[] =>
    names.flatMap((name) => meant.get(name) ?? [])
  return tasks.map(({ row, content }): NewMatter => {
    const [lead] = unitsOf(content.lead)
    const time = timeOf(content, calendar)
    return {
      region,
      by: demonstrationIdentity.user,
      kind: 'plan-task',
      title: content.text.length > 60 ? `${content.text.slice(0, 59)}…` : content.text,
      text: content.text,
      sourceKey: sourceKeyOf(plan, content),
      planId: plan,
      responsible: unitsOf(content.responsible),
      source: {
        kind: 'plan',
        regionCode: region,
        planId: plan,
        taskId: row.id,
        planTitle: version.meta.title,
        number: version.number,
        ...(content.no !== undefined && { no: content.no }),
        ...(row.citation && { citation: row.citation }),
        ...(version.documentId && { documentId: version.documentId }),
      },
      ...(time.due === undefined ? { rhythm: 'quarter' } : { due: time.due }),
      ...(lead && { lead }),
      ...(content.group !== undefined && { chapter: content.group }),
    }
  })
}

/** What meetings decided: duties of weeks, so that lamps and slips are to be seen. */
const decisions: readonly {
  readonly title: string
  readonly lead: string
  readonly dueIn: number
}[] = [
  { title: '协调解决冷链仓储中心用地指标', lead: 'bureau-06', dueIn: -30 },
  { title: '梳理停产企业名单并提出帮扶意见', lead: 'bureau-01', dueIn: -8 },
  { title: '形成低效用地处置分年清单', lead: 'bureau-06', dueIn: 4 },
  { title: '报送省级中试平台申报材料', lead: 'bureau-03', dueIn: 2 },
  { title: '开展规上企业用电异常核查', lead: 'bureau-01', dueIn: 12 },
  { title: '对接数字化诊断服务机构', lead: 'bureau-04', dueIn: 20 },
  { title: '更新重大危险源监测点位台账', lead: 'bureau-14', dueIn: -3 },
  { title: '起草制造业专项资金管理办法', lead: 'bureau-05', dueIn: 25 },
]

async function decisionsOf(db: ReadDb, today: string): Promise<readonly NewMatter[]> {
  const units = new Map((await organisationsOf(db, region)).map((unit) => [unit.code, unit.id]))
  const calendar = await calendarFor(db, region)
  return decisions.map(({ title, lead, dueIn }, index): NewMatter => {
    const unit = units.get(lead)
    return {
      region,
      by: demonstrationIdentity.user,
      kind: 'decision',
      title,
      source: { kind: 'person' },
      sourceKey: `demonstration decision ${index}`,
      due: workingDayFrom(calendar, addDays(today, dueIn)),
      ...(unit && { lead: unit }),
    }
  })
}

const sign = (after: number): Deed => ({ after, as: 'lead', order: { action: 'sign' } })
const tell = (after: number, progress: number, words: string): Deed => ({
  after,
  as: 'lead',
  order: { action: 'progress', progress, words },
})
const report = (after: number, words: string): Deed => ({
  after,
  as: 'lead',
  order: { action: 'report', words, evidence: [{ kind: 'words', text: `办理情况说明：${words}` }] },
})
const review = (
  after: number,
  action: string,
  words: string,
  more: Partial<Wanted> = {},
): Deed => ({
  after,
  as: 'supervisor',
  order: { action, words, ...more },
})

/** Ways tasks of a plan go, one after the other. */
const taskPatterns: readonly (readonly Deed[])[] = [
  [
    sign(1),
    tell(40, 20, '已印发方案，明确分工和时间表。'),
    tell(130, 45, '完成摸底，正在分批推进。'),
    tell(250, 70, '主体工作过半，配套措施跟进。'),
    review(260, 'check', '进度符合要求。', { quality: 'good' }),
  ],
  [
    sign(2),
    tell(30, 50, '已形成初稿并征求意见。'),
    report(70, '已按要求完成并印发。'),
    review(72, 'take-up', '开始复核。'),
    review(75, 'return', '缺少责任单位会签，请补充。', { quality: 'poor' }),
    report(84, '已补齐会签。'),
    review(88, 'pass', '属实，同意办结。', { quality: 'good' }),
    review(90, 'close', '销号。'),
  ],
  [sign(9), tell(45, 8, '已成立专班。'), review(200, 'remind', '长期未报进展，请抓紧。')],
  [
    sign(1),
    tell(60, 30, '前期手续办理中。'),
    tell(210, 85, '基本完成，正在收尾。'),
    report(294, '已全部完成。'),
  ],
  [
    sign(3),
    tell(90, 35, '已完成选址和可研。'),
    tell(180, 50, '开工建设。'),
    tell(270, 62, '完成基础工程。'),
  ],
]

/** What came of each decision. */
const decisionPatterns: readonly (readonly Deed[])[] = [
  [sign(240), tell(255, 20, '已与上级部门对接指标。')],
  [sign(242), tell(270, 60, '已走访十二户企业。')],
  [sign(280), tell(290, 40, '已完成两个园区。')],
  [sign(285), tell(296, 90, '材料已汇总，待盖章。')],
  [sign(290)],
  [],
  [sign(270), tell(280, 80, '现场核对已完成八成。'), report(299, '台账已更新。')],
  [sign(288), tell(297, 30, '已形成提纲。')],
]

/** Lets the days pass in order: what people do, and once a week what the clock finds. */
async function live({ transact, signal }: JobSteps, { start, today, lives }: Begun): Promise<void> {
  for (let after = 1; after <= daysAgo; after += 1) {
    if (signal.aborted) throw new Error('The program stops')
    const day = addDays(start, after)
    if (day > today) return
    const due = lives.flatMap(({ id, lead, deeds }) =>
      deeds.filter((deed) => deed.after === after).map((deed) => ({ id, lead, ...deed })),
    )
    const isLook = after % 7 === 0 || day === today
    if (due.length === 0 && !isLook) continue
    await transact(async (context) => {
      const at = contextAt(context, momentOf(day))
      for (const deed of due) await doDeed(at, deed)
      if (isLook) await lookAtRegion(tellingOf(at), region)
    })
  }
}

async function doDeed(
  context: WriteContext,
  { id, lead, as, order }: Deed & Pick<Life, 'id' | 'lead'>,
): Promise<void> {
  const row = await matterOf(context.db, region, id)
  // A task whose time had passed before it began is still to be given to somebody.
  if (!row || row.state === 'registered') return
  if (order.action === 'check' && row.standing.rhythm === undefined) return
  const who = as === 'lead' ? await unitIdentity(context, lead) : demonstrationIdentity
  await actOnOneMatter({ ...context, ...who }, { id, revision: row.revision }, order)
}

function contextAt({ db, stale, staleFor }: JobContext, now: string): WriteContext {
  return {
    ...demonstrationIdentity,
    db,
    now,
    stale: (...keys) => stale(region, ...keys),
    staleEverywhere: (...keys) => stale(undefined, ...keys),
    staleFor,
    afterwards: () => undefined,
  }
}

/** Somebody of a unit. */
async function unitIdentity(context: WriteContext, unit: OrganisationId): Promise<Identity> {
  const units = await organisationsOf(context.db, region)
  const known: Organisation | undefined = units.find(({ id }) => id === unit)
  const name = known ? nameOn(known, dayInChina(context.now)) : ''
  return {
    ...demonstrationIdentity,
    user: { id: '00000000-0000-7000-8000-000000000004' as UserId, name: `${name}联络员` },
    actions: new Set(['read', 'handle-matters']),
    scopeOf: () => ({ kind: 'organisations', organisations: new Set([unit]) }),
    organisations: new Set([unit]),
  }
}

// Ten in the morning in China.
function momentOf(day: string): string {
  return `${day}T02:00:00.000Z`
}

/** What was told in the invented past is not new to anybody. */
async function readOldNotices({ db, now }: JobContext): Promise<void> {
  await db
    .updateTable('notification')
    .set({ readAt: now })
    .where('regionCode', '=', region)
    .where('subjectKind', 'in', ['matter', 'digest'])
    .where('createdAt', '<', `${addDays(dayInChina(now), -7)}T00:00:00.000Z`)
    .where('readAt', 'is', null)
    .execute()
}
