/** Where an item read from a document stands in its review. */
export type ReviewStatus = 'pending' | 'accepted' | 'corrected' | 'rejected'

export type Decision = 'accept' | 'reject' | 'restore'

export interface Reviewed<Content> {
  readonly status: ReviewStatus
  readonly content: Content
  /** As the program read it; absent where a person added the item. */
  readonly read?: Content
}

/**
 * An item after a decision. Accepting keeps what a person corrected; restoring gives back what was
 * read, undecided, or for an added item the item itself.
 */
export function decided<Content>(
  item: Reviewed<Content>,
  decision: Decision,
  isSame: (left: Content, right: Content) => boolean,
): Pick<Reviewed<Content>, 'status' | 'content'> {
  const { content, read } = item
  switch (decision) {
    case 'reject':
      return { status: 'rejected', content }
    case 'restore':
      return read === undefined
        ? { status: 'accepted', content }
        : { status: 'pending', content: read }
    case 'accept': {
      const isCorrected = read !== undefined && !isSame(content, read)
      return { status: isCorrected ? 'corrected' : 'accepted', content }
    }
  }
}

/** Whether an item goes into the published plan. */
export function isTaken(status: ReviewStatus, pending?: 'accept' | 'reject'): boolean {
  if (status === 'pending') return pending === 'accept'
  return status !== 'rejected'
}
