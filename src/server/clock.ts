/** The present moment, ISO 8601 in UTC. */
export function presentMoment(): string {
  return new Date().toISOString()
}

const chinaAheadMs = 8 * 60 * 60 * 1000

/** The day in China at a moment, `2026-03-31`; the whole country keeps one time without summer time. */
export function dayInChina(moment: string): string {
  return new Date(Date.parse(moment) + chinaAheadMs).toISOString().slice(0, 10)
}
