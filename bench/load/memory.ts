/** Resident memory at a moment. */
export interface Sample {
  /** Since watching began. */
  readonly seconds: number
  readonly bytes: number
}

/** Looks at the memory every few seconds until it is stopped. */
export function watchMemory(bytes: () => number): { readonly stop: () => readonly Sample[] } {
  const samples: Sample[] = []
  const started = performance.now()
  const look = (): void => {
    samples.push({ seconds: (performance.now() - started) / 1000, bytes: bytes() })
  }
  look()
  const timer = setInterval(look, 2000)
  return {
    stop: () => {
      clearInterval(timer)
      look()
      return samples
    },
  }
}

/**
 * In megabytes: the means of the first and last minute, of each minute and of each ten seconds, and the
 * highest. What stays after garbage was collected is told by the lowest of each minute.
 */
export function flatness(samples: readonly Sample[]) {
  const end = samples.at(-1)?.seconds ?? 0
  const each = (length: number): readonly (readonly Sample[])[] => [
    ...Map.groupBy(samples, ({ seconds }) => Math.floor(seconds / length)).values(),
  ]
  const bytes = (some: readonly Sample[]): number[] => some.map((sample) => sample.bytes)
  return {
    first: meanOf(samples.filter(({ seconds }) => seconds <= 60)),
    last: meanOf(samples.filter(({ seconds }) => seconds >= end - 60)),
    highest: megabytes(Math.max(...bytes(samples))),
    minutes: each(60).map(meanOf),
    lowest: each(60).map((some) => megabytes(Math.min(...bytes(some)))),
    tens: each(10).map(meanOf),
  }
}

function meanOf(samples: readonly Sample[]): number {
  return megabytes(samples.reduce((sum, { bytes }) => sum + bytes, 0) / samples.length)
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}
