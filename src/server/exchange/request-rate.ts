/** Counts what each of many asks within a minute; of this process alone. */
export interface RequestRate {
  /** Seconds until another request is allowed; 0 where this one is, which then counts. */
  readonly wait: (who: string, mostPerMinute: number, now: number) => number
}

const minute = 60_000

export function requestRate(): RequestRate {
  const windows = new Map<string, { begin: number; count: number }>()
  return {
    wait: (who, mostPerMinute, now) => {
      const known = windows.get(who)
      const window = known && now - known.begin < minute ? known : { begin: now, count: 0 }
      windows.set(who, window)
      if (window.count >= mostPerMinute) return Math.ceil((window.begin + minute - now) / 1000)
      window.count += 1
      return 0
    },
  }
}
