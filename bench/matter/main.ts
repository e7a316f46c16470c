/**
 * The desk over 5,000 open matters and 5,000 that are over: pages, filters, the board, and the day of
 * the clock; beside it the plain way, by offset and with a count, on the same rows.
 *
 *   npm run bench:matter [-- --open=5000 --url=postgres://…]
 */
import { addDays } from '#core/calendar/day.ts'
import type { OrganisationId } from '#core/id.ts'
import { raised } from '#core/matter/matter.ts'
import { openDatabase } from '#server/db/database.ts'
import type { Db } from '#server/db/db.ts'
import { migrate } from '#server/db/migrate.ts'
import { demonstrationIdentity, demonstrationRegion } from '#server/demo/demonstration.ts'
import type { Identity } from '#server/http/context.ts'
import { lookAtRegion } from '#server/matter/day.ts'
import { countsOf, noFilter } from '#server/matter/matter-counts.ts'
import { filtered, pageOfMatters } from '#server/matter/matter-list.ts'
import { rulesWith } from '#server/matter-rule/rules.ts'
import { columnsOf, entryRow, regionGround } from '#server/matter/matter-rows.ts'
import { insertEntries, insertMatter, type MatterRow } from '#server/matter/matter-store.ts'
import { matterSummaries } from '#server/matter/matter-views.ts'
import { newId } from '#server/new-id.ts'
import { insertOrganisations } from '#server/organisation/store.ts'
import { insertRegion } from '#server/region/store.ts'
import { sql } from 'kysely'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

const { values: options } = parseArgs({
  options: { open: { type: 'string', default: '5000' }, url: { type: 'string' } },
})
const open = Number(options.open)
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'matters-'))
const database = await openDatabase(options.url ?? `pglite:${path.join(folder, 'database')}`)
const rules = rulesWith([])
const region = demonstrationRegion.code
const now = '2026-11-20T02:00:00.000Z'
const units = Array.from({ length: 40 }, () => newId('organisation') as OrganisationId)
const actor = { ...demonstrationIdentity.user, parties: ['supervisor' as const] }
const supervisor: Identity = demonstrationIdentity
const ofUnit: Identity = {
  ...demonstrationIdentity,
  actions: new Set(['read', 'handle-matters']),
  scopeOf: () => ({ kind: 'organisations', organisations: new Set(units.slice(0, 1)) }),
}

/** The same matters in each run: leads, days and states in turn. */
function rowOf(index: number): MatterRow {
  const day = addDays('2026-01-05', index % 300)
  const isOpen = index < open
  const lead = units[index % units.length] as OrganisationId
  const made = raised({
    id: newId('matter'),
    kind: index % 3 === 0 ? 'decision' : 'plan-task',
    title: `推进第${index}项重点任务`,
    day,
    at: `${day}T02:00:00.000Z`,
    by: actor,
    state: isOpen ? (index % 4 === 0 ? 'reported' : 'handling') : 'closed',
    lead,
    responsible: [units[(index + 7) % units.length] as OrganisationId],
    due: addDays('2026-09-01', index % 200),
  })
  const standing = { ...made.standing, startedOn: day, progress: index % 100 }
  return {
    regionCode: region,
    id: made.id,
    number: `2026-${String(index + 1).padStart(5, '0')}`,
    kind: made.kind,
    workflow: 'standard',
    title: made.title,
    text: '',
    source: { kind: 'person' },
    sourceKey: null,
    planId: null,
    chapter: `第${index % 6}章`,
    meetingId: null,
    parentId: null,
    steps: [],
    figure: null,
    ...columnsOf({ standing, signals: {}, workflow: 'standard' }, rules),
    lists: [],
    raisedOn: day,
    raisedBy: demonstrationIdentity.user,
    changedAt: now,
    revision: 0,
  }
}

async function fill(db: Db): Promise<void> {
  await insertRegion(db, demonstrationRegion)
  await insertOrganisations(
    db,
    region,
    units.map((id, index) => ({
      id,
      code: `bureau-${index}`,
      kind: 'bureau' as const,
      stages: [{ from: '2015-01-01', name: `第${index}局` }],
      aliases: [],
      revision: 0,
    })),
  )
  for (let from = 0; from < open * 2; from += 500) {
    await db.transaction().execute(async (into) => {
      const rows = Array.from({ length: 500 }, (_, index) => rowOf(from + index))
      for (const row of rows) await insertMatter(into, row)
      await insertEntries(
        into,
        region,
        rows.map((row) =>
          entryRow(
            row,
            {
              at: now,
              day: row.raisedOn,
              action: 'raised',
              by: actor,
              standing: row.standing,
              signals: {},
            },
            '提出',
          ),
        ),
      )
    })
  }
  await sql`analyze`.execute(db)
}

async function timed(times: number, run: () => Promise<unknown>): Promise<string> {
  const taken: number[] = []
  for (let count = 0; count < times; count += 1) {
    const begun = performance.now()
    await run()
    taken.push(performance.now() - begun)
  }
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  return `${at(0.5)} / ${at(0.95)}`
}

type Filter = Parameters<typeof pageOfMatters>[1]

/** A page as the route makes it: rows, names of units, working days left. */
async function page(db: Db, who: Identity, filter: Partial<Filter>, after?: string) {
  const asking = { ...who, db }
  const whole: Filter = { ...noFilter, ...filter }
  const found = await pageOfMatters(asking, whole, { sort: 'due', order: 'up', limit: 50, after })
  const ground = await regionGround(db, region, now)
  await matterSummaries(db, ground, who.user.id, found.rows)
  return found.next
}

/** The end of the list, found by walking. */
async function lastCursor(db: Db): Promise<string | undefined> {
  let cursor: string | undefined
  for (;;) {
    const next = await page(db, supervisor, { phase: ['open'] }, cursor)
    if (next === undefined) return cursor
    cursor = next
  }
}

/** The plain way: the number of all and a page by offset. */
function byOffset(db: Db, offset: number) {
  return sql`
    select *, count(*) over () from matter
    where ${filtered({ ...supervisor, db }, { ...noFilter, phase: ['open'] })}
    order by due_sort, id limit 50 offset ${offset}
  `.execute(db)
}

try {
  const { db } = database
  await migrate(db)
  await fill(db)
  const end = await lastCursor(db)
  const asked: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['first page, all open', () => page(db, supervisor, { phase: ['open'] })],
    ['last page, all open', () => page(db, supervisor, { phase: ['open'] }, end)],
    ['to review', () => page(db, supervisor, { view: 'review' })],
    ['what a unit owes', () => page(db, ofUnit, { view: 'owe' })],
    ['all a unit is in', () => page(db, ofUnit, { view: 'mine' })],
    ['by words', () => page(db, supervisor, { text: '99项' })],
    ['board: counts of all', () => countsOf({ ...supervisor, db }, noFilter)],
    ['board: counts of a unit', () => countsOf({ ...ofUnit, db }, noFilter)],
    ['plain way: first page', () => byOffset(db, 0)],
    ['plain way: last page', () => byOffset(db, open - 50)],
  ]
  console.log(`${open} open matters and as many that are over`)
  console.log('| asked | p50 / p95, ms |')
  console.log('| --- | --- |')
  for (const [name, run] of asked) {
    await run()
    console.log(`| ${name} | ${await timed(40, run)} |`)
  }
  for (const day of ['2026-11-20', '2026-11-23']) {
    const begun = performance.now()
    await db.transaction().execute((transaction) =>
      lookAtRegion(
        {
          db: transaction,
          now: `${day}T02:00:00.000Z`,
          staleFor: () => undefined,
          staleIn: () => undefined,
        },
        region,
      ),
    )
    console.log(`| the clock on ${day} | ${(performance.now() - begun).toFixed(0)} |`)
  }
} finally {
  await database.close()
  fs.rmSync(folder, { recursive: true, force: true })
}
