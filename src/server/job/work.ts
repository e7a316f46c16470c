import { jobTexts } from '#contract/texts/job-texts.zh.ts'
import { shownItems, type WorkSource } from '#server/work/source.ts'

/** Jobs the program gave up. */
export const jobsDead: WorkSource = {
  kind: 'jobs-dead',
  needs: 'operate',
  workOf: async ({ db }) => {
    const dead = db.selectFrom('job').where('state', '=', 'dead')
    const { count } = await dead
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    const rows = await dead
      .select(['kind', 'createdAt', 'endedAt'])
      .orderBy('endedAt')
      .orderBy('id')
      .limit(shownItems)
      .execute()
    return {
      count,
      items: rows.map(({ kind, createdAt, endedAt }) => ({
        title: jobTexts[kind] ?? kind,
        since: endedAt ?? createdAt,
        link: '/jobs',
      })),
      link: '/jobs',
    }
  },
}
