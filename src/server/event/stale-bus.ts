import type { StaleKey } from '#contract/stale.ts'
import type { UserId } from '#core/id.ts'
import { randomUUID } from 'node:crypto'

/** A message to those who listen: what no longer shows the present. */
export interface StaleMessage {
  /** Orders the messages of one run of the program, and tells runs apart. */
  readonly id: string
  /** Absent: for every region. */
  readonly region?: string
  /** Absent: for everybody there. */
  readonly users?: readonly UserId[]
  readonly keys: readonly StaleKey[]
}

export interface StaleBus {
  /** Tells a region, or everybody. */
  tell(region: string | undefined, keys: readonly StaleKey[]): void
  /** Tells some users and nobody else, whichever region they speak for. */
  tellUsers(users: readonly UserId[], keys: readonly StaleKey[]): void
  /**
   * Hears what concerns the listener; with the id of the last message heard, first what was missed
   * since. Gives the function that ends it.
   */
  listen(listener: Listener, hear: (message: StaleMessage) => void, lastHeard?: string): () => void
}

interface Listener {
  readonly region: string
  readonly user: UserId
}

// Enough for a laptop that slept through a meeting; who missed more is told that all is stale.
const remembered = 1000

export function staleBus(): StaleBus {
  const run = randomUUID()
  const listeners = new Set<(message: StaleMessage) => void>()
  const recent: StaleMessage[] = []
  let count = 0
  const send = (about: Omit<StaleMessage, 'id'>): void => {
    count += 1
    const message = { id: `${run}.${count}`, ...about }
    recent.push(message)
    if (recent.length > remembered) recent.shift()
    for (const hear of listeners) hear(message)
  }
  return {
    tell: (region, keys) => send({ ...(region !== undefined && { region }), keys }),
    tellUsers: (users, keys) => send({ users, keys }),
    listen({ region, user }, hear, lastHeard) {
      const concerns = (message: StaleMessage): boolean =>
        (message.region === undefined || message.region === region) &&
        (message.users === undefined || message.users.includes(user))
      if (lastHeard !== undefined) {
        for (const message of missedSince(lastHeard, recent, `${run}.${count}`)) {
          if (concerns(message)) hear(message)
        }
      }
      const listener = (message: StaleMessage): void => {
        if (concerns(message)) hear(message)
      }
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function missedSince(
  lastHeard: string,
  recent: readonly StaleMessage[],
  latest: string,
): readonly StaleMessage[] {
  if (lastHeard === latest) return []
  const index = recent.findIndex((message) => message.id === lastHeard)
  // Heard in another run, or too long ago: the empty key is the beginning of every key.
  return index < 0 ? [{ id: latest, keys: [[]] }] : recent.slice(index + 1)
}
