import type { Id } from '#core/id.ts'
import type { Db } from '#server/db/db.ts'
import { newId } from '#server/new-id.ts'
import { insertRegion } from '#server/region/store.ts'
import { testApp } from '#test/test-app.ts'
import { eventsOf, record, recordedLast } from './store.ts'
import { expect, test } from 'vitest'

const { database } = await testApp()
const { db } = database
const region = { code: '510117', name: '西区', simulated: true }
await insertRegion(db, region)

function at(subject: Id<string>, action: 'report-saved' | 'report-submitted') {
  return {
    region: region.code,
    at: '2026-03-02T01:00:00.000Z',
    by: { id: newId('user'), name: '张三' },
    action,
    subject,
    entity: { kind: 'report', id: subject },
  }
}

test('what happened in a transaction is written once its work is done, in its order', async () => {
  const report = newId('report') as Id<string>
  const meanwhile = await db.transaction().execute((transaction: Db) =>
    recordedLast(transaction, async () => {
      await record(transaction, [at(report, 'report-saved')])
      await record(transaction, [at(report, 'report-submitted')])
      return eventsOf(transaction, region.code, report)
    }),
  )
  expect(meanwhile).toEqual([])
  const written = await eventsOf(db, region.code, report)
  expect(written.map(({ action }) => action)).toEqual(['report-submitted', 'report-saved'])
})

test('what happened in a transaction that fails is not written', async () => {
  const report = newId('report') as Id<string>
  const failing = db.transaction().execute((transaction: Db) =>
    recordedLast(transaction, async () => {
      await record(transaction, [at(report, 'report-saved')])
      throw new Error('Refused')
    }),
  )
  await expect(failing).rejects.toThrow('Refused')
  expect(await eventsOf(db, region.code, report)).toEqual([])
})
