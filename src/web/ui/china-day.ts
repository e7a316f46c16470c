const dayLength = 86_400_000
const words = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The day it is in China, wherever the browser is. */
export function today(): string {
  return daysAgo(0)
}

/** The day it was in China so many days ago. */
export function daysAgo(count: number): string {
  return words.format(Date.now() - count * dayLength)
}

/** The day in China at a moment: `2026-03-31`. */
export function dayOf(moment: string): string {
  return words.format(new Date(moment))
}
