import type { WorkItem } from '#contract/work.ts'
import type { Action } from '#core/access/action.ts'
import type { WorkKind } from '#core/work/kind.ts'
import type { ReadContext } from '#server/http/context.ts'

/** So many of each kind are shown one by one. */
export const shownItems = 5

/** What waits of one kind. */
export interface Waiting {
  readonly count: number
  /** The longest waiting first, `shownItems` at most. */
  readonly items: readonly WorkItem[]
  /** Where all of them are, a path of the application. */
  readonly link: `/${string}`
}

/** A slice tells by this what of its kind waits for whoever may do it. */
export interface WorkSource {
  readonly kind: WorkKind
  readonly needs: Action
  readonly workOf: (context: ReadContext) => Promise<Waiting>
}
