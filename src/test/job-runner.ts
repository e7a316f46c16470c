// Leaves jobs to be done and does them, saying the number of each once it is acknowledged; a
// process of its own, to be killed. Its clock runs ahead by what it is given, so that the leases
// of the one before have run out. With `finish` it leaves none, and ends when all is done.
import type { Id } from '#core/id.ts'
import { presentMoment } from '#server/clock.ts'
import { openDatabase } from '#server/db/database.ts'
import type { Db } from '#server/db/db.ts'
import { migrate } from '#server/db/migrate.ts'
import { record } from '#server/event/store.ts'
import { staleBus } from '#server/event/stale-bus.ts'
import { job, longJob, programItself } from '#server/job/handler.ts'
import { startJobs } from '#server/job/poller.ts'
import { enqueue } from '#server/job/queue.ts'
import { newId } from '#server/new-id.ts'
import * as z from 'zod'

const [url = '', aheadMs = '0', task = 'leave'] = process.argv.slice(2)
const database = await openDatabase(url)
const { db } = database
await migrate(db)

function clock(): string {
  return new Date(Date.parse(presentMoment()) + Number(aheadMs)).toISOString()
}

const id = z.object({ id: z.string() })

/** An entry in the log that says the job had its effect. */
function effect(db: Db, kind: string, id: string, now: string): Promise<void> {
  const subject = id as Id<string>
  const entity = { kind, id: subject }
  return record(db, [
    { region: '000000', at: now, by: programItself, action: 'signed-in', subject, entity },
  ])
}

const jobs = startJobs({
  database,
  bus: staleBus(),
  clock,
  log: { error: (detail) => process.stderr.write(`${JSON.stringify(detail)}\n`) },
  handlers: [
    job('once', id, ({ id }, { db, now }) => effect(db, 'once', id, now)),
    longJob('steps', id, async ({ id }, { transact }) => {
      await transact(({ db, now }) => effect(db, 'first', id, now))
      await transact(({ db, now }) => effect(db, 'second', id, now))
    }),
  ],
  schedules: [],
})
process.stdout.write('ready\n')
if (task === 'finish') {
  await jobs.idle()
  await jobs.stop()
  await database.close()
} else {
  await leave()
}

async function leave(): Promise<never> {
  for (;;) {
    for (const kind of ['once', 'steps']) {
      const id = newId('job')
      await enqueue(db, { kind, payload: { id }, now: clock() })
      process.stdout.write(`${kind} ${id}\n`)
    }
  }
}
