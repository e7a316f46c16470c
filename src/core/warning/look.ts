import { type Subject, subjectKey } from '../indicator/figure.ts'
import type { Period } from '../period/period.ts'
import { type SignalSeries, signals } from './signals.ts'
import { type Facts, warningLook, type WarningRule } from './warning-rule.ts'
import type { Hit } from './warnings.ts'

/** What rules see of one subject in one period. */
export interface Seen {
  readonly subject: Subject
  /** Single periods up to the one looked at, by indicator. */
  readonly series: ReadonlyMap<string, SignalSeries>
  /** What is known of the subject beside its series. */
  readonly facts?: Facts
}

/** Makes rules ready to look at subjects; one that cannot be read finds nothing. */
export function looker(
  rules: readonly WarningRule[],
): (seen: Seen, period: Period) => readonly Hit[] {
  const looks = rules.flatMap((rule) => {
    const look = warningLook(rule)
    return look.ok ? [{ rule, look: look.value }] : []
  })
  return ({ subject, series, facts }, period) => {
    const bySignal = new Map([...series].map(([indicator, one]) => [indicator, signals(one)]))
    return looks.flatMap(({ rule, look }) => {
      const named = Object.entries(rule.indicators).flatMap(([short, indicator]) =>
        Object.entries(bySignal.get(indicator) ?? {}).map(
          ([signal, value]) => [`${short}${signal}`, value] as const,
        ),
      )
      const finding = look({ ...facts, ...Object.fromEntries(named) }, period)
      return finding ? [{ ...finding, rule: rule.code, subject: subjectKey(subject), period }] : []
    })
  }
}
