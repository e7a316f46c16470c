import type { ReadContext } from '#server/http/context.ts'
import { shownItems, type Waiting, type WorkSource } from '#server/work/source.ts'
import { noFilter } from './matter-counts.ts'
import { filtered } from './matter-list.ts'
import { linkOf } from './telling.ts'

/** What the own units owe. */
export const mattersOwed: WorkSource = {
  kind: 'matters-owed',
  needs: 'handle-matters',
  workOf: (context) => waitingOf(context, 'owe'),
}

/** What waits for the office that supervises. */
export const mattersToReview: WorkSource = {
  kind: 'matters-to-review',
  needs: 'supervise',
  workOf: (context) => waitingOf(context, 'review'),
}

async function waitingOf(context: ReadContext, view: 'owe' | 'review'): Promise<Waiting> {
  const waiting = context.db.selectFrom('matter').where(filtered(context, { ...noFilter, view }))
  const { count } = await waiting
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await waiting
    .select(['id', 'title', 'changedAt'])
    .orderBy('dueSort')
    .orderBy('id')
    .limit(shownItems)
    .execute()
  return {
    count,
    items: rows.map(({ id, title, changedAt }) => ({
      title,
      since: changedAt,
      link: linkOf({ id }),
    })),
    link: `/matters?view=${view}`,
  }
}
