import { proposeDuties, raiseDuties } from '#contract/matter-duty.ts'
import type { MatterId } from '#core/id.ts'
import type { BoundFigure } from '#core/matter/bound-figure.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { notFound, regionNotYours } from '#server/http/failure.ts'
import { proposedDuties, quartersOf, sourceKeyOf, tasksOfPlan, timeOf } from './duties.ts'
import { regionGround } from './matter-rows.ts'
import { type NewMatter, raiseMatters } from './raise-matter.ts'
import { tellingOf } from './telling.ts'

export const dutyEndpoints: readonly Endpoint[] = [
  read(proposeDuties, async ({ region, planId }, context) => {
    if (region !== context.region.code) throw regionNotYours()
    const { version, duties } = await proposedDuties(context, planId)
    return { planTitle: version.meta.title, number: version.number, duties }
  }),

  write(raiseDuties, async ({ region, planId, tasks: wanted }, context) => {
    if (region !== context.region.code) throw regionNotYours()
    const { db, user, now } = context
    const { version, tasks } = await tasksOfPlan(db, region, planId)
    const ground = await regionGround(db, region, now)
    const byId = new Map(tasks.map((task) => [task.row.id, task]))
    const given = wanted.map((one): NewMatter => {
      const task = byId.get(one.taskId)
      if (!task) throw notFound('Task')
      const { content, row } = task
      const chosen =
        one.rhythm === undefined
          ? one.due !== undefined && { due: one.due }
          : { rhythm: one.rhythm }
      return {
        region,
        by: user,
        kind: 'plan-task',
        title: titleOf(content.text),
        text: content.text,
        sourceKey: sourceKeyOf(planId, content),
        planId,
        responsible: one.responsible,
        source: {
          kind: 'plan',
          regionCode: region,
          planId,
          taskId: row.id,
          planTitle: version.meta.title,
          number: version.number,
          ...(content.no !== undefined && { no: content.no }),
          ...(row.citation && { citation: row.citation }),
          ...(version.documentId && { documentId: version.documentId }),
        },
        ...(chosen || timeOf(content, ground.calendar)),
        ...(one.lead !== undefined && { lead: one.lead }),
        ...(one.quarters && { steps: quartersOf(content, ground) }),
        ...(one.figure && { figure: one.figure }),
        ...(content.group !== undefined && { chapter: content.group }),
      }
    })
    const made = await raiseMatters(tellingOf(context), region, given)
    const named = made.map(({ id, isNew }, index) => ({
      taskId: wanted[index]?.taskId ?? '',
      matterId: id satisfies MatterId,
      isNew,
    }))
    const parts = given.flatMap((one, index) => {
      const whole = made[index]
      if (whole?.isNew !== true) return []
      return (wanted[index]?.measures ?? []).map((measure) => partOf(one, whole.id, measure))
    })
    await raiseMatters(tellingOf(context), region, parts)
    const ids = (isNew: boolean) =>
      named
        .filter((one) => one.isNew === isNew)
        .map(({ taskId, matterId }) => ({ taskId, matterId }))
    return { raised: ids(true), parts: parts.length, known: ids(false) }
  }),
]

/** A figure of a task as a part of its matter: the same units and time, done only when the figure is there. */
function partOf(
  { figure: _ofWhole, steps: _ofTask, ...whole }: NewMatter,
  parentId: MatterId,
  { text, figure }: { readonly text: string; readonly figure: BoundFigure },
): NewMatter {
  return {
    ...whole,
    title: titleOf(text),
    sourceKey: `${whole.sourceKey} ${figure.indicator} ${figure.period}`,
    parentId,
    figure,
  }
}

const longestTitle = 80

/** The first clause of a task, as long as a list has room for; the whole stands in the text. */
function titleOf(text: string): string {
  const first = text.split(/[。；]/u)[0] ?? text
  return first.length > longestTitle ? `${first.slice(0, longestTitle - 1)}…` : first
}
