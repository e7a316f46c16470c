import type { DutyProposal, UnitProposal } from '#contract/matter-duty.ts'
import type { TaskContent } from '#contract/plan-items.ts'
import { lastDayOfMonth } from '#core/calendar/day.ts'
import { type Calendar, workingDayUntil } from '#core/calendar/working-days.ts'
import type { PlanId } from '#core/id.ts'
import { matchesOf, type MatchIndex, matchIndex } from '#core/indicator/match.ts'
import type { Step } from '#core/matter/matter.ts'
import { taskFigures } from '#core/matter/task-figures.ts'
import { nameOn } from '#core/organisation/organisation.ts'
import { convertExact } from '#core/quantity/unit.ts'
import { yearPeriod } from '#core/period/period.ts'
import type { ReadDb } from '#server/db/db.ts'
import { latestVersions } from '#server/indicator/library/library-store.ts'
import { matchOrganisations } from '#server/organisation/match-organisations.ts'
import {
  publishedItems,
  type PublishedRow,
  type VersionRow,
  versionOf,
} from '#server/plan/plan-store.ts'
import type { ReadContext } from '#server/http/context.ts'
import { notFound } from '#server/http/failure.ts'
import { regionGround, type RegionGround } from './matter-rows.ts'
import { createHash } from 'node:crypto'
import type * as z from 'zod'

export interface TasksOfPlan {
  readonly version: VersionRow
  readonly tasks: readonly PlanTask[]
}

export interface PlanTask {
  readonly row: PublishedRow
  readonly content: TaskContent
}

/** The tasks of the latest version of a plan of the region, in the order of the document. */
export async function tasksOfPlan(db: ReadDb, region: string, plan: PlanId): Promise<TasksOfPlan> {
  const version = await versionOf(db, region, plan)
  if (!version) throw notFound('Plan')
  const rows = await publishedItems(db, region, version.id, 'task')
  return {
    version,
    tasks: rows.map((row) => ({ row, content: row.content as TaskContent })),
  }
}

/** The matter a task raises once: it stays the same in a later version that says the same. */
export function sourceKeyOf(plan: PlanId, { no = '', text }: TaskContent): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 24)
  return `plan ${plan} task ${no} ${hash}`
}

type Asking = Pick<ReadContext, 'db' | 'now' | 'region'>

/** What each task would become; nothing is stored, a person confirms. */
export async function proposedDuties(
  { db, now, region }: Asking,
  plan: PlanId,
): Promise<{
  readonly version: VersionRow
  readonly duties: z.input<typeof DutyProposal>[]
}> {
  const { version, tasks } = await tasksOfPlan(db, region.code, plan)
  const ground = await regionGround(db, region.code, now)
  const wordings = [
    ...new Set(tasks.flatMap(({ content }) => [...content.lead, ...content.responsible])),
  ]
  const matches = await matchOrganisations(db, { region, wordings, day: ground.day })
  const units = new Map(
    wordings.map((wording, index): [string, z.input<typeof UnitProposal>] => [
      wording,
      {
        wording,
        candidates: (matches[index] ?? []).map(({ organisation, reason }) => ({
          id: organisation.id,
          name: nameOn(organisation, ground.day),
          reason,
        })),
      },
    ]),
  )
  const definitions = (await latestVersions(db)).map(({ definition }) => definition)
  const library: Library = {
    index: matchIndex(definitions),
    units: new Map(definitions.map(({ code, unit }) => [code, unit])),
  }
  const known = await mattersOfTasks(db, region.code, plan)
  return {
    version,
    duties: tasks.map(({ row, content }) => {
      const matterId = known.get(sourceKeyOf(plan, content))
      return {
        taskId: row.id,
        content,
        lead: proposedUnits(content.lead, units),
        responsible: proposedUnits(content.responsible, units),
        quarters: quartersOf(content, ground),
        figures: proposedFigures(content, region.code, library),
        ...timeOf(content, ground.calendar),
        ...(row.citation && { citation: row.citation }),
        ...(content.group !== undefined && { chapter: content.group }),
        ...(matterId && { matterId }),
      }
    }),
  }
}

type Proposed = z.input<typeof UnitProposal>

function proposedUnits(
  names: readonly string[],
  units: ReadonlyMap<string, Proposed>,
): readonly Proposed[] {
  return names.map((name) => units.get(name) ?? { wording: name, candidates: [] })
}

async function mattersOfTasks(db: ReadDb, region: string, plan: PlanId) {
  const rows = await db
    .selectFrom('matter')
    .select(['id', 'sourceKey'])
    .where('regionCode', '=', region)
    .where('planId', '=', plan)
    .execute()
  return new Map(rows.map(({ id, sourceKey }) => [sourceKey ?? '', id]))
}

/** By the last working day of the month or year a task names; 长期 is looked at each quarter. */
export function timeOf(
  { deadline }: TaskContent,
  calendar: Calendar,
): { readonly due?: string; readonly rhythm?: 'quarter' } {
  if (!deadline) return {}
  if (/长期|持续|常态/u.test(deadline.text)) return { rhythm: 'quarter' }
  if (deadline.year === undefined) return {}
  const month =
    /(\d{1,2})月/u.exec(deadline.text)?.[1] ?? (/上半年/u.test(deadline.text) ? '6' : '12')
  const last = Number(month) >= 1 && Number(month) <= 12 ? month : '12'
  return {
    due: workingDayUntil(calendar, lastDayOfMonth(`${deadline.year}-${last.padStart(2, '0')}`)),
  }
}

/** The ends of the quarters of the year a task ends in, as far as they are to come. */
export function quartersOf(content: TaskContent, { calendar, day }: RegionGround): readonly Step[] {
  const { due } = timeOf(content, calendar)
  if (due === undefined) return []
  const year = due.slice(0, 4)
  return [1, 2, 3, 4]
    .map((quarter) => ({
      code: `quarter-${quarter}`,
      name: `${year}年${['一', '二', '三', '四'][quarter - 1]}季度目标`,
      due: workingDayUntil(
        calendar,
        lastDayOfMonth(`${year}-${String(quarter * 3).padStart(2, '0')}`),
      ),
    }))
    .filter((step) => step.due >= day && step.due <= due)
}

interface Library {
  readonly index: MatchIndex
  /** Units by the code of the indicator. */
  readonly units: ReadonlyMap<string, string>
}

function proposedFigures(
  content: TaskContent,
  region: string,
  { index, units }: Library,
): z.input<typeof DutyProposal>['figures'] {
  const { deadline } = content
  const year = deadline?.year
  if (year === undefined) return []
  return taskFigures(content.text).flatMap(({ text, name, unit, op, value }) => {
    const [best] = matchesOf({ indicator: name, unit }, index)
    if (!best) return []
    const figure = {
      subject: { kind: 'region' as const, code: region },
      indicator: best.code,
      period: yearPeriod(year),
      op,
      value: convertExact(value, unit, units.get(best.code) ?? unit) ?? value,
    }
    return [{ text, figure, indicatorName: best.name }]
  })
}
