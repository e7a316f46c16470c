import {
  pastError,
  type Outlook,
  type OutlookQuestion,
  yearOutlook,
} from '#core/forecast/year-outlook.ts'

export interface RememberedOutlook {
  readonly outlook: Outlook | undefined
  readonly pastError: number | undefined
}

/**
 * Outlooks by what they were asked. A forecast is the same for the same past, and its past changes
 * once a month; without this every look at the overview would forecast every target anew.
 */
export function outlookMemory(capacity = 400): (question: OutlookQuestion) => RememberedOutlook {
  const known = new Map<string, RememberedOutlook>()
  // The counts of a calendar are one object for all that ask: to write them out each time takes longer than the rest.
  const calendars = new WeakMap<object, number>()
  let last = 0
  const numberOf = (counts: OutlookQuestion['workingDays']): number => {
    if (counts === undefined) return 0
    const number = calendars.get(counts) ?? (last += 1)
    calendars.set(counts, number)
    return number
  }
  return (question) => {
    const { workingDays, ...asked } = question
    const key = JSON.stringify([asked, numberOf(workingDays)])
    const found = known.get(key)
    // Taken out and put back, so that the oldest entry is the one longest unused.
    if (found) known.delete(key)
    const answer = found ?? { outlook: yearOutlook(question), pastError: pastError(question) }
    known.set(key, answer)
    const [oldest] = known.keys()
    if (known.size > capacity && oldest !== undefined) known.delete(oldest)
    return answer
  }
}
