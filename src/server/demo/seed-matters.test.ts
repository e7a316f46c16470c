import type { MatterDetail } from '#contract/matter.ts'
import { testApp } from '#test/test-app.ts'
import { expect, test } from 'vitest'

const { get, jobs, database } = await testApp({
  isDemonstration: true,
  demonstrationSize: { enterprises: 20, months: 2 },
})
await jobs.idle()

interface Counts {
  readonly total: number
  readonly byState: readonly { readonly key: string }[]
  readonly byLamp: readonly { readonly key: string }[]
}

test('the invented plan’s tasks are duties with lives of every sort', async () => {
  const { body } = await get('/matter-counts')
  const { total, byState, byLamp } = body as Counts
  expect(total).toBeGreaterThan(25)
  const states = new Set(byState.map(({ key }) => key))
  for (const state of ['registered', 'assigned', 'signed', 'handling', 'reported', 'closed']) {
    expect([state, states.has(state)]).toEqual([state, true])
  }
  expect(new Set(byLamp.map(({ key }) => key))).toEqual(new Set(['green', 'yellow', 'red']))
  const { body: late } = await get('/matters?slip=red&limit=1')
  const [matter] = (late as { matters: MatterDetail[] }).matters
  const { body: whole } = await get(`/matters/${matter?.id}`)
  expect((whole as MatterDetail).timeline.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['slip', 'lamp', 'sign', 'assign', 'raised']),
  )
})

test('what was told in the invented past waits for nobody', async () => {
  const { count } = await database.db
    .selectFrom('notification')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('subjectKind', '=', 'matter')
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  expect(count).toBeLessThan(100)
})
