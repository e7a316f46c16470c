import type { StaleKey } from '#contract/stale.ts'
import { randomUUID } from 'node:crypto'

/** A message to those who listen: what no longer shows the present. */
export interface StaleMessage {
  /** Orders the messages of one run of the program, and tells runs apart. */
  readonly id: string
  /** Absent: for every region. */
  readonly region?: string
  readonly keys: readonly StaleKey[]
}

export interface StaleBus {
  /** Tells a region, or everybody. */
  tell(region: string | undefined, keys: readonly StaleKey[]): void
  /**
   * Hears what concerns `region`; with the id of the last message heard, first what was missed
   * since. Gives the function that ends it.
   */
  listen(region: string, hear: (message: StaleMessage) => void, lastHeard?: string): () => void
}

// Enough for a laptop that slept through a meeting; who missed more is told that all is stale.
const remembered = 1000

export function staleBus(): StaleBus {
  const run = randomUUID()
  const listeners = new Set<(message: StaleMessage) => void>()
  const recent: StaleMessage[] = []
  let count = 0
  return {
    tell(region, keys) {
      count += 1
      const message = { id: `${run}.${count}`, ...(region !== undefined && { region }), keys }
      recent.push(message)
      if (recent.length > remembered) recent.shift()
      for (const hear of listeners) hear(message)
    },
    listen(region, hear, lastHeard) {
      const concerns = (message: StaleMessage): boolean =>
        message.region === undefined || message.region === region
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
