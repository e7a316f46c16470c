import { monthPeriod, type Period } from '../period/period.ts'
import { chanceOf } from './chance.ts'
import type { DemonstrationEnterprise } from './enterprises.ts'
import { monthCount, monthIndex } from './rhythm.ts'

/** What really happens to single enterprises, for the watch to find: the figures are right, the enterprise is in trouble. */
export const turnKinds = [
  'stopped',
  'resumed-stop',
  'level-shift-down',
  'level-shift-up',
  'streak-down',
  'electricity-against-output',
  'receivables-ahead',
  'turned-to-loss',
] as const
export type TurnKind = (typeof turnKinds)[number]

export interface Turn {
  readonly kind: TurnKind
  readonly enterprise: number
  /** First and last month it shows in; absent where it goes on. */
  readonly from: Period
  readonly to?: Period
}

interface TurnPlan {
  readonly kind: TurnKind
  readonly from: Period
  readonly to?: Period
  /** Of those who were there all the time, by output: 0 the largest, 1 the smallest. */
  readonly among: readonly [from: number, to: number]
}

const small = [0.45, 0.95] as const
const middle = [0.12, 0.45] as const

const plans: readonly TurnPlan[] = [
  { kind: 'stopped', from: monthPeriod(2026, 6), among: small },
  { kind: 'stopped', from: monthPeriod(2026, 9), among: middle },
  { kind: 'stopped', from: monthPeriod(2025, 8), among: small },
  { kind: 'resumed-stop', from: monthPeriod(2023, 5), to: monthPeriod(2023, 8), among: small },
  { kind: 'level-shift-down', from: monthPeriod(2026, 4), among: middle },
  { kind: 'level-shift-down', from: monthPeriod(2024, 3), among: small },
  { kind: 'level-shift-up', from: monthPeriod(2025, 6), among: middle },
  { kind: 'level-shift-up', from: monthPeriod(2026, 5), among: small },
  { kind: 'streak-down', from: monthPeriod(2026, 6), among: [0.03, 0.12] },
  { kind: 'streak-down', from: monthPeriod(2026, 5), among: middle },
  { kind: 'streak-down', from: monthPeriod(2026, 7), among: small },
  { kind: 'electricity-against-output', from: monthPeriod(2026, 8), among: middle },
  { kind: 'electricity-against-output', from: monthPeriod(2026, 9), among: small },
  {
    kind: 'electricity-against-output',
    from: monthPeriod(2025, 4),
    to: monthPeriod(2025, 6),
    among: small,
  },
  { kind: 'receivables-ahead', from: monthPeriod(2026, 3), among: middle },
  { kind: 'receivables-ahead', from: monthPeriod(2026, 5), among: small },
  { kind: 'turned-to-loss', from: monthPeriod(2026, 3), among: middle },
  { kind: 'turned-to-loss', from: monthPeriod(2026, 4), among: small },
]

/** The turns of a region's enterprises; no enterprise has two. */
export function turnsOf(
  seed: number,
  enterprises: readonly DemonstrationEnterprise[],
): readonly Turn[] {
  const bySize = enterprises
    .map((enterprise, index) => ({ enterprise, index }))
    .filter(({ enterprise }) => enterprise.standing.kind === 'steady')
    .sort((a, b) => b.enterprise.output - a.enterprise.output)
    .map(({ index }) => index)
  const taken = new Set<number>()
  return plans.flatMap(({ kind, from, to, among }, number) => {
    const first = Math.floor(bySize.length * among[0])
    const free = bySize
      .slice(first, Math.ceil(bySize.length * among[1]))
      .filter((one) => !taken.has(one))
    const [enterprise] = chanceOf(seed, 'turn', number).shuffled(free)
    if (enterprise === undefined) return []
    taken.add(enterprise)
    return [{ kind, enterprise, from, ...(to && { to }) }]
  })
}

/** What a turn does to the months of an enterprise, as factors around one. */
export interface TurnEffect {
  readonly output: readonly number[]
  readonly electricity: readonly number[]
  readonly receivables: readonly number[]
  /** Taken off the profit margin. */
  readonly margin: readonly number[]
}

export function effectOf(turn: Turn | undefined): TurnEffect {
  const along = (value: (monthsIn: number) => number, usual: number): readonly number[] =>
    Array.from({ length: monthCount }, (_, index) => {
      const monthsIn = turn ? monthsInto(turn, index) : undefined
      return monthsIn === undefined ? usual : value(monthsIn)
    })
  const none = along(() => 1, 1)
  const effect = { output: none, electricity: none, receivables: none, margin: along(() => 0, 0) }
  switch (turn?.kind) {
    case undefined:
      return effect
    case 'stopped':
    case 'resumed-stop':
      return { ...effect, output: along(() => 0, 1), electricity: along(() => 0.02, 1) }
    case 'level-shift-down':
      return { ...effect, output: along(() => 0.55, 1) }
    case 'level-shift-up':
      return { ...effect, output: along(() => 1.65, 1) }
    case 'streak-down':
      return { ...effect, output: along((months) => 0.82 - 0.06 * Math.min(months, 6), 1) }
    case 'electricity-against-output':
      return { ...effect, output: along(() => 1.3, 1), electricity: along(() => 0.52, 1) }
    case 'receivables-ahead':
      return { ...effect, receivables: along((months) => 1.25 + 0.06 * months, 1) }
    case 'turned-to-loss':
      return { ...effect, margin: along((months) => 0.13 + 0.02 * Math.min(months, 4), 0) }
  }
}

function monthsInto({ from, to }: Turn, index: number): number | undefined {
  const start = indexOf(from)
  const end = to === undefined ? monthCount : indexOf(to)
  return index >= start && index <= end ? index - start : undefined
}

function indexOf(period: Period): number {
  return monthIndex(Number(period.slice(0, 4)), Number(period.slice(5)))
}
