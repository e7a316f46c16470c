import { type Calendar, calendarOf, type HolidayNotice } from '#core/calendar/working-days.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'
import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod'

const folder = path.join(import.meta.dirname, '..', '..', '..', 'data', 'reference')

const day = z.iso.date()
const Notice = z.object({
  year: z.int(),
  notice: z.string(),
  off: z.array(z.object({ from: day, to: day, name: z.string() })),
  working: z.array(day),
})

/** The notices of the State Council the program ships, earliest first. */
export const holidayNotices: readonly HolidayNotice[] = fs
  .readdirSync(folder)
  .filter((name) => /^holidays-\d{4}\.json$/.test(name))
  .toSorted()
  .map((name) => Notice.parse(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))))

/** Days a region decided for itself, of one year or of all. */
export function ownDays(db: ReadDb, region: string, year?: number): Promise<Row<'calendarDay'>[]> {
  return db
    .selectFrom('calendarDay')
    .selectAll()
    .where('regionCode', '=', region)
    .$if(year !== undefined, (query) =>
      query.where('day', '>=', `${year}-01-01`).where('day', '<=', `${year}-12-31`),
    )
    .orderBy('day')
    .execute()
}

// By what was decided: the same decisions give the same calendar, which others keep what they count by.
const calendars = new Map<string, Calendar>()
const mostCalendars = 64

/** The days a region works: by the notices, and by what it decided itself. */
export async function calendarFor(db: ReadDb, region: string): Promise<Calendar> {
  const own = await ownDays(db, region)
  const decided = JSON.stringify(own.map(({ day: date, isWorking }) => [date, isWorking]))
  const calendar = calendars.get(decided) ?? calendarOf(holidayNotices, own)
  calendars.set(decided, calendar)
  const [oldest] = calendars.keys()
  if (calendars.size > mostCalendars && oldest !== undefined) calendars.delete(oldest)
  return calendar
}

export async function saveOwnDay(db: Db, row: Row<'calendarDay'>): Promise<void> {
  await db
    .insertInto('calendarDay')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['regionCode', 'day'])
        .doUpdateSet({ isWorking: row.isWorking, name: row.name }),
    )
    .execute()
}

export async function deleteOwnDay(db: Db, region: string, day: string): Promise<void> {
  await db
    .deleteFrom('calendarDay')
    .where('regionCode', '=', region)
    .where('day', '=', day)
    .execute()
}
