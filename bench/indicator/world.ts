import type { Person } from '#contract/session.ts'
import type { UserId } from '#core/id.ts'
import type { IndicatorDefinition } from '#core/indicator/definition.ts'
import type { GivenFigure } from '#core/indicator/figure.ts'
import type { MembershipChange } from '#core/indicator/membership.ts'
import { monthPeriod, type Period } from '#core/period/period.ts'

/** A county as large as the conditions ask for: 350 × 60 × 60 is 1.26 million figures. */
export const size = { enterprises: 350, items: 60, months: 60, parks: 6, towns: 12, chains: 8 }

export const region = '999988'

export const people: Person = {
  id: '018f0000-0000-7000-8000-000000000001' as UserId,
  name: 'bench',
}

/** Repeatable numbers between 0 and 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const first = { year: 2021 }

/** The period of the `index`-th month. */
export function monthAt(index: number): Period {
  return monthPeriod(first.year + Math.floor(index / 12), (index % 12) + 1)
}

export const items = Array.from(
  { length: size.items },
  (_, index) => `bench-item-${String(index + 1).padStart(2, '0')}`,
)
export const ratios = Array.from({ length: 20 }, (_, index) => `bench-ratio-${index + 1}`)

/** Sixty reported items and twenty ratios and growth rates computed from them. */
export function library(): readonly IndicatorDefinition[] {
  const reported = items.map((code, index): IndicatorDefinition => ({
    code,
    name: `测项${index + 1}`,
    englishName: code,
    unit: '千元',
    decimals: 0,
    direction: 'up',
    kind: 'flow',
    frequency: 'calendar-month',
    overSpace: 'sum',
    overTime: 'cumulative',
    source: '',
    definition: '',
    aliases: [],
  }))
  const computed = ratios.map((code, index): IndicatorDefinition => ({
    code,
    name: `测率${index + 1}`,
    englishName: code,
    unit: '%',
    decimals: 1,
    direction: 'up',
    kind: 'rate',
    frequency: 'calendar-month',
    overSpace: 'ratio',
    overTime: 'none',
    formula: index % 2 === 0 ? `测项${index + 1} / 测项${index + 2}` : `同比(测项${index + 1})`,
    source: '',
    definition: '',
    aliases: [],
  }))
  return [...reported, ...computed]
}

/** Parks, towns, industries, chains (some by share), sizes and tags of all enterprises. */
export function memberships(): readonly MembershipChange[] {
  const chance = seeded(7)
  const from = monthAt(0)
  return Array.from({ length: size.enterprises }, (_, index) => {
    const subject = { kind: 'enterprise', code: enterprise(index) } as const
    const pick = (count: number): number => Math.floor(chance() * count)
    const whole = (member: string) => [{ member, share: '1', from }]
    const shares = (member: string) => [
      { member, share: (0.1 + Math.floor(chance() * 9) / 10).toFixed(1), from },
    ]
    return [
      { subject, dimension: 'park' as const, memberships: whole(`park-${pick(size.parks)}`) },
      { subject, dimension: 'town' as const, memberships: whole(`town-${pick(size.towns)}`) },
      {
        subject,
        dimension: 'industry' as const,
        memberships: whole(String(1300 + pick(30) * 100 + 10)),
      },
      { subject, dimension: 'chain' as const, memberships: shares(`chain-${pick(size.chains)}`) },
      {
        subject,
        dimension: 'size' as const,
        memberships: whole(['large', 'medium', 'small'][pick(3)] ?? ''),
      },
      { subject, dimension: 'tag' as const, memberships: shares('strategic') },
    ]
  }).flat()
}

export function enterprise(index: number): string {
  return `018f0000-0000-7000-8000-${String(index).padStart(12, '0')}`
}

/** The report of one enterprise for one month: all items, cumulative, with 上年同期 beside. */
export function report(index: number, month: number, version = 0): readonly GivenFigure[] {
  const chance = seeded(index * 1_000_003 + month * 7919 + version * 104_729)
  const period = monthAt(month)
  return items.map((indicator, row) => {
    const value = Math.round((50 + chance() * 1000) * (row + 1) * ((month % 12) + 1))
    return {
      subject: { kind: 'enterprise', code: enterprise(index) },
      indicator,
      period,
      value: String(value),
      base: String(Math.round(value * (0.8 + chance() * 0.3))),
      source: {
        kind: 'submission',
        reference: `${enterprise(index)} ${period} ${version}`,
        place: `B${row + 5}`,
      },
    }
  })
}

/** The reports of all enterprises for one month. */
export function monthOfReports(month: number): readonly GivenFigure[] {
  return Array.from({ length: size.enterprises }, (_, index) => report(index, month)).flat()
}
