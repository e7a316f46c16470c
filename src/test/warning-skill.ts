import type { Demonstration } from '#core/demonstration/demonstration.ts'
import { truthOf } from '#core/demonstration/truth.ts'
import type { Period } from '#core/period/period.ts'
import { looker, type Seen, withPeers } from '#core/warning/look.ts'
import type { WarningRule } from '#core/warning/warning-rule.ts'
import { changedBy, type Hit, type Warning } from '#core/warning/warnings.ts'
import { seenEnterprises } from './watched-demonstration.ts'

/** Something planted in the invented district that a rule should find. */
interface Planted {
  readonly kind: string
  readonly subject: string
  readonly from: Period
  /** The last month it shows in. */
  readonly to: Period
}

/** A planted trouble with the first that a rule said of it. */
export interface Outcome extends Planted {
  readonly first?: Hit
  /** Months between the trouble and the first hit; 0 is the same month. */
  readonly monthsLate?: number
}

export interface WarningSkill {
  readonly outcomes: readonly Outcome[]
  /** Every warning of the months looked at, and whether its enterprise was in planted trouble. */
  readonly warnings: readonly (Warning & { readonly isPlanted: boolean })[]
}

/**
 * What rules about enterprises say of the invented district, month after month from `from`, held
 * against what was planted there: troubles of enterprises, and wrong reports that were let through.
 */
export function warningSkill(
  demonstration: Demonstration,
  rules: readonly WarningRule[],
  from: Period,
): WarningSkill {
  const periods = demonstration.periods.filter((period) => period >= from)
  const planted = plantedIn(demonstration).filter((each) => each.from >= from)
  const { hits, warnings } = watched(demonstration, rules, periods)
  const at = (period: Period): number => demonstration.periods.indexOf(period)
  return {
    outcomes: planted.map((each) => {
      const own = hits.filter(
        ({ subject, period }) =>
          subject === each.subject && at(period) >= at(each.from) && at(period) <= at(each.to) + 1,
      )
      const first = own.toSorted((a, b) => at(a.period) - at(b.period))[0]
      return first ? { ...each, first, monthsLate: at(first.period) - at(each.from) } : each
    }),
    warnings: warnings.map((warning) => ({
      ...warning,
      isPlanted: planted.some(
        (each) =>
          each.subject === warning.subject &&
          at(warning.since) <= at(each.to) + 1 &&
          at(warning.until) >= at(each.from),
      ),
    })),
  }
}

function plantedIn(demonstration: Demonstration): readonly Planted[] {
  const { troubles, mistakes } = truthOf(demonstration)
  const ids = new Map<string, string>(demonstration.enterprises.map(({ uscc, id }) => [uscc, id]))
  const subject = (uscc: string): string => `enterprise:${ids.get(uscc)}`
  const last = demonstration.periods.at(-1)
  return [
    ...troubles.map(({ kind, from, to = last ?? from, uscc }) => ({
      kind,
      subject: subject(uscc),
      from,
      to,
    })),
    ...mistakes
      .filter(({ fate }) => fate === 'accepted')
      .map(({ kind, period, uscc }) => ({
        kind,
        subject: subject(uscc),
        from: period,
        to: period,
      })),
  ]
}

function watched(
  demonstration: Demonstration,
  rules: readonly WarningRule[],
  periods: readonly Period[],
) {
  const look = looker(rules)
  const indicators = [...new Set(rules.flatMap((rule) => Object.values(rule.indicators)))]
  const seen = seenEnterprises(demonstration, indicators)
  const hits: Hit[] = []
  const ended: Warning[] = []
  let standing: readonly Warning[] = []
  for (const period of periods) {
    const all = seen(period)
    const silent = new Set(all.filter(isSilent).map(({ subject }) => `enterprise:${subject.code}`))
    const found = withPeers(all).flatMap((each) => (isSilent(each) ? [] : look(each, period)))
    const { raised, continued, cleared } = changedBy(standing, found, period, silent)
    hits.push(...found)
    ended.push(...cleared)
    standing = [...continued, ...raised]
  }
  return { hits, warnings: [...ended, ...standing] }
}

function isSilent({ series }: Seen): boolean {
  return [...series.values()].every(({ values }) => values.at(-1) === undefined)
}
