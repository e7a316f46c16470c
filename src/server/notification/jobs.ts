import { job, type JobHandler, type Schedule } from '#server/job/handler.ts'
import { forgetReadNotifications } from './store.ts'
import * as z from 'zod'

const kind = 'forget-notifications'
const keptDays = 90

export const notificationJobs: readonly JobHandler[] = [
  job(kind, z.object({}), (_, { db, now }) =>
    forgetReadNotifications(db, new Date(Date.parse(now) - keptDays * 86_400_000).toISOString()),
  ),
]

export const notificationSchedules: readonly Schedule[] = [
  { code: 'forget-notifications-daily', cron: '35 2 * * *', kind, payload: {} },
]
