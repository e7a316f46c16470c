/** A job that failed this often is given up. */
export const mostAttempts = 8

const firstPauseSeconds = 10
const longestPauseSeconds = 6 * 3600

/** Seconds until a job is tried again that was begun `attempts` times: 10, three times that with each, to 6 hours. */
export function pauseAfter(attempts: number): number {
  return Math.min(longestPauseSeconds, firstPauseSeconds * 3 ** (attempts - 1))
}
