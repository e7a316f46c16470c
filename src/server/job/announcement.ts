const listeners = new Set<() => void>()

/** Tells the pollers of this process that there may soon be something to do. */
export function announceJobs(): void {
  for (const hear of listeners) hear()
}

/** Hears of jobs; gives the function that ends it. */
export function hearOfJobs(hear: () => void): () => void {
  listeners.add(hear)
  return () => listeners.delete(hear)
}
