import { useState } from 'react'

interface Held {
  readonly version: number
  readonly inForce: boolean
}

export interface Draft<Content> {
  readonly content: Content
  readonly change: (content: Content) => void
  /** The version it was made from. */
  readonly version: number
  readonly inForce: boolean
  readonly isChanged: boolean
  /** The version somebody else put in force meanwhile. */
  readonly newer: number | undefined
  /** Goes on from what is in force now, giving up what was written. */
  readonly adopt: () => void
  /** Goes on with what was written, as the version after the one in force now. */
  readonly keep: () => void
  readonly saved: (standing: Held) => void
}

/**
 * What a person writes over what is in force. Nothing written is lost when somebody else is quicker:
 * it stays, and its writer decides.
 */
export function useDraft<Content>(held: Held, stored: Content): Draft<Content> {
  const [base, setBase] = useState({ version: held.version, inForce: held.inForce, stored })
  const [content, change] = useState(stored)
  const take = () => setBase({ version: held.version, inForce: held.inForce, stored })
  return {
    content,
    change,
    version: base.version,
    inForce: base.inForce,
    isChanged: JSON.stringify(content) !== JSON.stringify(base.stored),
    newer: held.version > base.version ? held.version : undefined,
    adopt: () => {
      take()
      change(stored)
    },
    keep: take,
    saved: ({ version, inForce }) => setBase({ version, inForce, stored: content }),
  }
}
