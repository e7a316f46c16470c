import type { Period } from '../period/period.ts'
import { comparePeriods, firstTwoMonths, monthPeriod } from '../period/period.ts'
import type { Chance } from './chance.ts'

/**
 * When an enterprise was above the designated size (规上). Periods outside are not reported; the figures of the
 * year before an entry are told as 上年同期 by the entry's own forms.
 */
export interface Standing {
  readonly kind: 'steady' | 'entered' | 'entered-lately' | 'left' | 'left-lately' | 'below'
  /** First and last period reported; absent where it never was, and where it goes on. */
  readonly from?: Period
  readonly to?: Period
  /** The year whose output its size is told for. */
  readonly referenceYear: number
  /** The first year it makes anything; new plants enter within the year. */
  readonly since?: number
}

// Of 350: 268 are above the designated size at the end of 2025, as the plan says.
const shares: readonly (readonly [kind: Standing['kind'], count: number])[] = [
  ['entered', 63],
  ['left-lately', 8],
  ['entered-lately', 32],
  ['left', 22],
  ['below', 28],
]
const whole = 350

/** The standings of `free` enterprises of a region of `count`; all others were there all the time. */
export function standings(count: number, free: number, chance: Chance): readonly Standing[] {
  const moving = shares.flatMap(([kind, of]) => {
    const many = Math.round((of * count) / whole)
    return Array.from({ length: many }, (_, index) => moved(kind, index / many, chance))
  })
  const steady = Array.from({ length: Math.max(0, free - moving.length) }, () =>
    steadyStanding(chance),
  )
  return chance.shuffled([...moving.slice(0, free), ...steady])
}

/** Above the designated size all the time. */
export function steadyStanding(chance: Chance): Standing {
  return { kind: 'steady', from: firstTwoMonths(chance.whole(2011, 2020)), referenceYear: 2025 }
}

/** `along` in [0, 1) spreads entries and exits evenly over the years. */
function moved(kind: Standing['kind'], along: number, chance: Chance): Standing {
  switch (kind) {
    case 'entered':
      return entered(kind, 2021 + Math.floor(along * 5), chance)
    case 'entered-lately':
      return entered(kind, 2026, chance)
    case 'left': {
      const last = 2021 + Math.floor(along * 4)
      return { kind, from: firstTwoMonths(2015), to: monthPeriod(last, 12), referenceYear: last }
    }
    case 'left-lately':
      return { kind, from: firstTwoMonths(2014), to: monthPeriod(2025, 12), referenceYear: 2025 }
    case 'below':
      return { kind, referenceYear: 2025 }
    case 'steady':
      return steadyStanding(chance)
  }
}

function entered(kind: Standing['kind'], year: number, chance: Chance): Standing {
  const isNewPlant = chance.next() < 0.25
  if (!isNewPlant) return { kind, from: firstTwoMonths(year), referenceYear: Math.max(year, 2025) }
  const from = monthPeriod(year, chance.whole(4, 9))
  return { kind, from, referenceYear: Math.max(year, 2025), since: year - 1 }
}

/** Whether an enterprise reported at the end of 2025, so that its output is part of the plan's base. */
export function isInBase({ from, to }: Standing): boolean {
  return from !== undefined && from < '2026' && (to === undefined || to >= '2025-12')
}

/** Whether an enterprise reports for a period. */
export function isReported({ from, to }: Standing, period: Period): boolean {
  if (from === undefined || comparePeriods(period, from) < 0) return false
  return to === undefined || comparePeriods(period, to) <= 0
}
