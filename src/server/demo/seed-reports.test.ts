import { demonstrationOf, usualDemonstration } from '#core/demonstration/demonstration.ts'
import { insertOrganisations } from '#server/organisation/store.ts'
import { testApp } from '#test/test-app.ts'
import { demonstrationOrganisations } from './demonstration-organisations.ts'
import { demonstrationRegion } from './demonstration.ts'
import { acceptBatch, batchesOf } from './seed-figures.ts'
import { seedRegistry } from './seed-registry.ts'
import { seedReports } from './seed-reports.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

const { database, get } = await testApp()
const { db } = database
const demonstration = demonstrationOf({ ...usualDemonstration, enterprises: 350, months: 3 })
await insertOrganisations(db, demonstrationRegion.code, demonstrationOrganisations())
await seedRegistry(db, demonstration)
for (const batch of batchesOf(demonstration)) await acceptBatch(db, batch)
await seedReports(db, demonstration)

async function counts() {
  const { rows } = await sql<{ form: string; period: string; state: string; count: number }>`
    select form, period, state, count(*)::integer as count from report
    group by form, period, state order by form, period, state
  `.execute(db)
  return rows
}

test('months past are accepted; the last has reports in every state', async () => {
  const rows = await counts()
  const statesOf = (form: string, period: string) =>
    rows.filter((row) => row.form === form && row.period === period).map(({ state }) => state)
  expect(statesOf('finance', '2026-08')).toEqual(['accepted'])
  const last = new Set([
    ...statesOf('output-and-sales', '2026-10'),
    ...statesOf('finance', '2026-10'),
    ...statesOf('energy', '2026-10'),
  ])
  expect([...last].toSorted()).toEqual(['accepted', 'open', 'returned', 'submitted'])
  expect(statesOf('park-month', '2026-10')).toEqual(['open'])
})

test('it is done once', async () => {
  const rows = await counts()
  await seedReports(db, demonstration)
  expect(await counts()).toEqual(rows)
})

test('what was planted waits with the hits that show it', async () => {
  const { rows } = await sql<{ hard: number; soft: number }>`
    select sum(hard_hits)::integer as hard, sum(soft_hits)::integer as soft from report
  `.execute(db)
  expect(rows[0]?.hard).toBeGreaterThan(0)
  expect(rows[0]?.soft).toBeGreaterThan(0)
  const { status } = await get('/reports/progress?form=output-and-sales&period=2026-10')
  expect(status).toBe(200)
})
