import type { VerificationCheck } from '#contract/installation.ts'
import type { JobState } from '#contract/job.ts'
import type { Problem } from '#contract/problem.ts'
import type { JobId } from '#core/id.ts'

export interface JobTables {
  readonly job: JobTable
  readonly scheduleFire: ScheduleFireTable
  readonly verification: VerificationTable
}

interface JobTable {
  readonly id: JobId
  readonly kind: string
  readonly payload: unknown
  readonly dedupeKey: string | null
  readonly state: JobState
  readonly runAt: string
  readonly attempts: number
  readonly leaseId: string | null
  readonly leaseUntil: string | null
  readonly problem: Problem | null
  readonly createdAt: string
  readonly endedAt: string | null
}

interface ScheduleFireTable {
  readonly schedule: string
  readonly fireAt: string
  readonly jobId: JobId | null
}

interface VerificationTable {
  readonly at: string
  readonly isSound: boolean
  readonly checks: readonly VerificationCheck[]
}
