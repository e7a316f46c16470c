import { type Draft, PublishRefusal } from '#contract/draft.ts'
import { RequestFailure } from '../api/failure.ts'

/** How a draft is called: by its plan's title, or by its file where none was found. */
export function draftTitle({ meta, fileName }: Pick<Draft, 'meta' | 'fileName'>): string {
  return meta.title || fileName
}

export function pendingCount(draft: Pick<Draft, 'counts'>): number {
  return Object.values(draft.counts).reduce((sum, { pending }) => sum + pending, 0)
}

export function acceptedCount(draft: Pick<Draft, 'counts'>): number {
  return Object.values(draft.counts).reduce(
    (sum, { accepted, corrected }) => sum + accepted + corrected,
    0,
  )
}

export function doubtfulCount(draft: Pick<Draft, 'counts'>): number {
  return Object.values(draft.counts).reduce((sum, { doubtful }) => sum + doubtful, 0)
}

/** How far the review is, 0 to 1; nothing where nothing was read. */
export function reviewedShare(draft: Pick<Draft, 'counts'>): number | undefined {
  const all = Object.values(draft.counts).reduce(
    (sum, { pending, accepted, corrected, rejected }) =>
      sum + pending + accepted + corrected + rejected,
    0,
  )
  return all === 0 ? undefined : 1 - pendingCount(draft) / all
}

/** Why the server did not publish; nothing if the failure is of another kind. */
export function publishRefusalIn(error: Error | null): PublishRefusal | undefined {
  if (!(error instanceof RequestFailure) || error.problem.code !== 'not-publishable') {
    return undefined
  }
  const detail = PublishRefusal.safeParse(error.problem.detail)
  return detail.success ? detail.data : undefined
}
