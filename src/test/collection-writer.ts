import { demonstrationIdentity, demonstrationRegion } from '#server/demo/demonstration.ts'
import { presentMoment } from '#server/clock.ts'
import { openDatabase } from '#server/db/database.ts'
import { migrate } from '#server/db/migrate.ts'
import { staleBus } from '#server/event/stale-bus.ts'
import { transact } from '#server/http/mount.ts'
import {
  loadShippedLibrary,
  shippedDefinitions,
} from '#server/indicator/library/shipped-library.ts'
import { holdList, takeOver } from '#server/enterprise/import-enterprises.ts'
import { insertEnterprises } from '#server/enterprise/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { newId } from '#server/new-id.ts'
import { insertRegion } from '#server/region/store.ts'
import { saveReportOf, submitReportOf } from '#server/report/fill.ts'
import { openRoundOf } from '#server/report/open-round.ts'
import { findReports } from '#server/report/report-store.ts'
import { passReportsOf, reopenReportOf } from '#server/report/review.ts'
import type { EnterpriseId } from '#core/id.ts'
import type { Period } from '#core/period/period.ts'
import { importedBatch, importedRows } from './imported-batch.ts'

// Fills in, submits and accepts reports and takes lists of enterprises in until it is killed; says each step
// once it is acknowledged: `ready`, `saved ID VALUE`, `submitted ID`, `accepted ID`, `imported BATCH`.
const [, , url = '', count = '20'] = process.argv
const database = await openDatabase(url)
const { db } = database
await migrate(db)
await loadShippedLibrary(db, await shippedDefinitions(), presentMoment())
const ground = { database, bus: staleBus(), clock: presentMoment }
const run = transact(ground, demonstrationIdentity)
const region = demonstrationRegion.code
const period = '2026-M1-2' as Period

await run(async (context) => {
  await insertRegion(context.db, demonstrationRegion)
  if ((await findReports(context.db, region, {})).length > 0) return
  const enterprises = Array.from({ length: Number(count) }, (_, index) => {
    const id: EnterpriseId = newId('enterprise')
    return {
      id,
      name: `${index + 1}号厂`,
      formerNames: [],
      address: '',
      products: '',
      contacts: [],
      listings: [{ from: '2020-M1-2' as Period, reason: '' }],
      places: [],
      tags: [],
      state: 'active' as const,
      revision: 0,
    }
  })
  await insertEnterprises(context.db, region, enterprises)
  await openRoundOf(context, { form: 'output-and-sales', period })
})
say('ready')

for (let value = Date.now() % 1_000_000; ; value++) {
  const rows = await run(({ db: at }) => findReports(at, region, {}))
  for (const { id, state } of rows) {
    if (state === 'accepted') {
      const reopened = { id, revision: await revisionOf(id), why: '更正' }
      await run((context) => reopenReportOf(context, reopened))
      continue
    }
    if (state === 'submitted') {
      const { accepted } = await run((context) => passReportsOf(context, { ids: [id] }))
      if (accepted === 1) say(`accepted ${id}`)
      continue
    }
    const revision = await revisionOf(id)
    const changes = { '01.to-date': String(value), '03.to-date': String(value), '05.to-date': '1' }
    const { report } = await run((context) => saveReportOf(context, { id, revision, changes }))
    say(`saved ${id} ${value}`)
    const isReady = value % 3 === 0
    if (!isReady) continue
    await run((context) => submitReportOf(context, { id, revision: report.revision }))
    say(`submitted ${id}`)
  }
  const batch = `${importedBatch}${value}`
  await run((context) => takeListIn(context, batch))
  say(`imported ${batch}`)
}

/** A list whose rows are all new. */
async function takeListIn(context: WriteContext, batch: string): Promise<void> {
  const rows = Array.from({ length: importedRows }, (_, index) => ({
    line: index + 2,
    name: `${batch}-${index + 1}号厂`,
    doubts: [],
  }))
  const { id } = await holdList(context, `${batch}.csv`, rows)
  await takeOver(context, { id, decisions: rows.map(({ line }) => ({ line, kind: 'add' })) })
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function revisionOf(id: Awaited<ReturnType<typeof findReports>>[number]['id']) {
  const [row] = await run(({ db: at }) => findReports(at, region, { ids: [id] }))
  return row?.revision ?? 0
}
