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

/** In megabytes: the means of the first and last minute and of each, and the highest. */
export function flatness(samples: readonly Sample[]) {
  const end = samples.at(-1)?.seconds ?? 0
  const perMinute = Map.groupBy(samples, ({ seconds }) => Math.floor(seconds / 60))
  return {
    first: meanOf(samples.filter(({ seconds }) => seconds <= 60)),
    last: meanOf(samples.filter(({ seconds }) => seconds >= end - 60)),
    highest: megabytes(Math.max(...samples.map(({ bytes }) => bytes))),
    minutes: [...perMinute.values()].map(meanOf),
  }
}

function meanOf(samples: readonly Sample[]): number {
  return megabytes(samples.reduce((sum, { bytes }) => sum + bytes, 0) / samples.length)
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}
