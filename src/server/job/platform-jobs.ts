import { everywhere } from '#core/access/region-cover.ts'
import { json } from '#server/db/db.ts'
import { signHeadIn } from '#server/event/checkpoint.ts'
import { forgetOldAttempts } from '#server/identity/attempt-store.ts'
import { forgetOldFlows } from '#server/identity/flow-store.ts'
import { forgetOldSessions } from '#server/identity/session-store.ts'
import { notify } from '#server/notification/notify.ts'
import { type Stored, verify } from '#server/verify/verify.ts'
import { job, type JobHandler, longJob, type Schedule } from './handler.ts'
import { forgetOldJobs } from './job-store.ts'
import * as z from 'zod'

const nothing = z.object({})

/** What keeps an installation in order. */
export function platformJobs(stored: Stored): readonly JobHandler[] {
  return [
    job('sign-log', nothing, (_, { db, now }) => signHeadIn(db, stored.signer, now)),
    job('forget-sign-ins', nothing, async (_, { db, now }) => {
      await forgetOldAttempts(db, now)
      await forgetOldSessions(db, now)
      await forgetOldFlows(db, now)
    }),
    job('forget-jobs', nothing, (_, { db, now }) => forgetOldJobs(db, now)),
    longJob('verify-installation', nothing, async (_, { transact }) => {
      const { isSound, checks } = await verify(stored)
      await transact(async (context) => {
        const { db, now, stale } = context
        await db
          .insertInto('verification')
          .values({ at: now, isSound, checks: json(checks) })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        stale(undefined, ['log'])
        if (isSound) return
        const problems = checks.reduce((sum, check) => sum + check.problems.length, 0)
        for (const allowed of ['read-log', 'operate'] as const) {
          await notify(context, {
            region: everywhere,
            to: { allowed },
            kind: 'log-unsound',
            subject: { kind: 'verification', id: now },
            values: { problems },
            link: allowed === 'operate' ? '/jobs' : '/log',
          })
        }
      })
    }),
  ]
}

export const platformSchedules: readonly Schedule[] = [
  { code: 'sign-log-hourly', cron: '0 * * * *', kind: 'sign-log', payload: {} },
  { code: 'forget-sign-ins-hourly', cron: '17 * * * *', kind: 'forget-sign-ins', payload: {} },
  { code: 'forget-jobs-daily', cron: '30 2 * * *', kind: 'forget-jobs', payload: {} },
  { code: 'verify-daily', cron: '0 3 * * *', kind: 'verify-installation', payload: {} },
]
