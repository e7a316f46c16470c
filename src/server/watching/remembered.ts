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
  return (question) => {
    const key = JSON.stringify(question)
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
