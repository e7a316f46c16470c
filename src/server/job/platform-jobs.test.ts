import { jobTexts, scheduleTexts } from '#contract/texts/job-texts.zh.ts'
import { presentMoment } from '#server/clock.ts'
import { signedIn } from '#test/signed-in.ts'
import { testApp } from '#test/test-app.ts'
import { enqueue } from './queue.ts'
import { nextFire } from './cron.ts'
import { expect, test } from 'vitest'

const { work, jobs, database } = await testApp()
const { db } = database

test('every job and schedule has a Chinese name', () => {
  expect(work.handlers.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(jobTexts).toSorted())
  expect(work.schedules.map(({ code }) => code).toSorted()).toEqual(
    Object.keys(scheduleTexts).toSorted(),
  )
})

test('every schedule has a next moment, a job that is known and what that needs', () => {
  for (const { cron, kind, payload } of work.schedules) {
    expect(Date.parse(nextFire(cron, '2026-03-02T01:00:00.000Z'))).toBeGreaterThan(0)
    const handler = work.handlers.find((handler) => handler.kind === kind)
    expect(handler?.payload.safeParse(payload).success).toBe(true)
  }
})

test('a verification that finds something tells those who audit and those who operate', async () => {
  const auditor = await signedIn(db, 'audit-administrator')
  const operator = await signedIn(db, 'system-administrator')
  const planner = await signedIn(db, 'planner')
  const verified = async (): Promise<boolean | undefined> => {
    await enqueue(db, { kind: 'verify-installation', payload: {}, now: presentMoment() })
    await jobs.idle()
    const latest = db.selectFrom('verification').select('isSound').orderBy('at', 'desc')
    return (await latest.limit(1).executeTakeFirst())?.isSound
  }
  expect(await verified()).toBe(true)
  await db.updateTable('event').set({ why: '改写' }).where('position', '=', 1).execute()
  expect(await verified()).toBe(false)
  const told = await db.selectFrom('notification').select('userId').execute()
  const users = told.map(({ userId }) => userId)
  expect(users).toEqual(expect.arrayContaining([auditor.id, operator.id]))
  expect(users).not.toContain(planner.id)
})
