const dayLength = 86_400_000

/** The day it was in China so many days ago. */
export function daysAgo(count: number): string {
  const words = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
  return words.format(Date.now() - count * dayLength)
}
