import { type Subject, subjectKey } from '../indicator/figure.ts'
import type { Period } from '../period/period.ts'
import { growthOf, middleOf, type SignalSeries, signals } from './signals.ts'
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

/** Fewer have no middle to speak of. */
const fewestPeers = 10

/** Subjects with the growth of the middle one of all of them beside their own, by indicator. */
export function withPeers(all: readonly Seen[]): readonly Seen[] {
  const indicators = [...new Set(all.flatMap(({ series }) => [...series.keys()]))]
  const middles = new Map(indicators.map((indicator) => [indicator, middleGrowth(all, indicator)]))
  return all.map((seen) => ({
    ...seen,
    series: new Map(
      [...seen.series].map(([indicator, one]) => {
        const peers = middles.get(indicator)
        return [indicator, peers ? { ...one, peers } : one]
      }),
    ),
  }))
}

function middleGrowth(
  all: readonly Seen[],
  indicator: string,
): readonly (number | undefined)[] | undefined {
  const growth = all.flatMap(({ series }) => {
    const one = series.get(indicator)
    return one ? [growthOf(one)] : []
  })
  const [first] = growth
  if (!first || growth.length < fewestPeers) return undefined
  return first.map((_, i) => middleOf(growth.map((each) => each[i])))
}
