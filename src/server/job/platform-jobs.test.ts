import { jobTexts, scheduleTexts } from '#contract/job-texts.zh.ts'
import { testApp } from '#test/test-app.ts'
import { nextFire } from './cron.ts'
import { expect, test } from 'vitest'

const { work } = await testApp()

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
