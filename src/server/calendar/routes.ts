import { changeCalendar, showCalendar } from '#contract/matter-rule.ts'
import { calendarOf } from '#core/calendar/working-days.ts'
import { record } from '#server/event/store.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { newId } from '#server/new-id.ts'
import { deleteOwnDay, holidayNotices, ownDays, saveOwnDay } from './calendar-store.ts'

export const calendarEndpoints: readonly Endpoint[] = [
  read(showCalendar, async ({ year }, { db, region }) => {
    const notice = holidayNotices.find((one) => one.year === year)
    const own = await ownDays(db, region.code, year)
    const decided = new Map(own.map((row) => [row.day, row]))
    const { named } = calendarOf(notice ? [notice] : [])
    const days = [...new Set([...named.keys(), ...decided.keys()])].toSorted((a, b) =>
      a < b ? -1 : 1,
    )
    return {
      days: days.map((day) => {
        const mine = decided.get(day)
        const off = notice?.off.find(({ from, to }) => from <= day && day <= to)
        return {
          day,
          working: mine?.isWorking ?? named.get(day) ?? true,
          name: mine?.name ?? off?.name ?? '调休上班',
          own: mine !== undefined,
        }
      }),
      ...(notice && { notice: notice.notice }),
    }
  }),

  write(changeCalendar, async ({ day, working, name }, context) => {
    const { db, region, user, now } = context
    const before = (await ownDays(db, region.code)).find((row) => row.day === day)
    if (working === undefined) await deleteOwnDay(db, region.code, day)
    else await saveOwnDay(db, { regionCode: region.code, day, isWorking: working, name })
    const id = newId('calendar-day')
    await record(db, [
      {
        region: region.code,
        at: now,
        by: user,
        action: 'calendar-changed',
        subject: id,
        entity: { kind: 'calendar', id },
        before: before && { day, isWorking: before.isWorking, name: before.name },
        after: working === undefined ? { day } : { day, isWorking: working, name },
      },
    ])
    context.stale(['matters'], ['matter-rules'])
    return {}
  }),
]
