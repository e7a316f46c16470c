import { ItemConflict } from '#contract/draft.ts'
import { RequestFailure } from '../../api/failure.ts'

/** What stands now where somebody was faster; nothing if the failure is of another kind. */
export function conflictIn(error: Error | null): ItemConflict['current'] | undefined {
  if (!(error instanceof RequestFailure) || error.problem.code !== 'changed-meanwhile') {
    return undefined
  }
  const detail = ItemConflict.safeParse(error.problem.detail)
  return detail.success ? detail.data.current : undefined
}
