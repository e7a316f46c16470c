import { Cron } from 'croner'

const timezone = 'Asia/Shanghai'

/** The first moment of a cron expression after another. Throws where the expression has none. */
export function nextFire(cron: string, after: string): string {
  const next = new Cron(cron, { timezone }).nextRun(after)
  if (!next) throw new Error(`The schedule ${cron} has no moment after ${after}`)
  return next.toISOString()
}

/** The latest moment of a cron expression that `now` has reached; `undefined` before the first. */
export function latestFire(cron: string, now: string): string | undefined {
  // What lies before the next whole second has been reached, the present second included.
  const reference = new Date((Math.floor(Date.parse(now) / 1000) + 1) * 1000)
  const [latest] = new Cron(cron, { timezone }).previousRuns(1, reference)
  return latest?.toISOString()
}
