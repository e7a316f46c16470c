import { recoveriesToConfirm } from '#server/identity/work.ts'
import { jobsDead } from '#server/job/work.ts'
import { mattersOwed, mattersToReview } from '#server/matter/work.ts'
import { draftsToPublish, draftsToReview, importsFailed } from '#server/plan/work.ts'
import { reportsReturned, reportsToFile, reportsToReview } from '#server/report/work.ts'
import type { WorkSource } from './source.ts'

/** Everything that can wait for somebody; a slice with work of its own adds its source. */
export const workSources: readonly WorkSource[] = [
  draftsToReview,
  draftsToPublish,
  importsFailed,
  reportsReturned,
  reportsToFile,
  reportsToReview,
  mattersOwed,
  mattersToReview,
  recoveriesToConfirm,
  jobsDead,
]
