const freeAttempts = 5
const longestDelay = 900

/** How many seconds a login rests after its `failures`th failure in a row: 30, doubled each time, to 15 minutes. */
export function restAfter(failures: number): number {
  if (failures < freeAttempts) return 0
  return Math.min(longestDelay, 30 * 2 ** (failures - freeAttempts))
}
