import type { Milestone, Target } from '#core/plan/plan.ts'
import { canonicalUnit } from '#core/quantity/printed-unit.ts'

/** The annotation's form of a target (`truth/README.md`). */
export interface TruthTarget {
  readonly indicator: string
  readonly unit: string | null
  readonly base: number | null
  readonly baseYear: number | null
  readonly targets: readonly {
    readonly year: number
    readonly value: number | null
    readonly op: string
    readonly max?: number
  }[]
  readonly growth?: readonly { readonly value: number }[]
  readonly optional?: boolean
  readonly duplicateOf?: string
  readonly quote?: string
}

/** How well the targets of one document were read; a target counts when every part of it is right. */
export interface TargetScore {
  /** Targets of the annotation that must be read, and how many were. */
  readonly expected: number
  readonly found: number
  /** Targets read, and how many of them the annotation knows. */
  readonly read: number
  readonly known: number
  readonly misses: readonly string[]
  readonly extras: readonly string[]
}

/**
 * Holds what was read against the annotation. Names may be worded a little differently, everything
 * else must be equal: unit, baseline, and every milestone's year, value, upper end and bound.
 * A repeated promise (`duplicateOf`) may be read once or twice; an `optional` one may be missed.
 */
export function scoreTargets(read: readonly Target[], truth: readonly TruthTarget[]): TargetScore {
  const open = new Set(read)
  const matched = truth.map((expected) => {
    const [best] = [...open]
      .filter((target) => isMatch(target, expected))
      .toSorted((a, b) => likeness(b, expected) - likeness(a, expected))
    if (best) open.delete(best)
    return { expected, best }
  })
  const repeated = truth.filter((one) => one.duplicateOf !== undefined)
  const extras = [...open].filter((target) => !repeated.some((one) => isMatch(target, one)))
  const due = matched.filter(
    ({ expected }) => !expected.optional && expected.duplicateOf === undefined,
  )
  const missed = due.filter(({ best }) => !best)
  return {
    expected: due.length,
    found: due.length - missed.length,
    read: read.length,
    known: read.length - extras.length,
    misses: missed.map(({ expected }) => `${drawnTruth(expected)}${nearest(expected, read)}`),
    extras: extras.map((target) => `${drawnTarget(target)} ← ${shortened(target.citation.quote)}`),
  }
}

const alike = 0.6

function isMatch(target: Target, expected: TruthTarget): boolean {
  return likeness(target, expected) >= alike && hasFigures(target, expected)
}

function hasFigures(target: Target, expected: TruthTarget): boolean {
  const isSameUnit = canonicalUnit(target.unit ?? '') === canonicalUnit(expected.unit ?? '')
  const isSameBase = (target.baseline?.value ?? null) === expected.base
  const isSameBaseYear = expected.base === null || target.baseline?.year === expected.baseYear
  const isSameGrowth =
    expected.targets.length > 0 ||
    target.growth.some(({ value }) => value === expected.growth?.[0]?.value)
  return (
    isSameUnit &&
    isSameBase &&
    isSameBaseYear &&
    isSameGrowth &&
    target.milestones.length === expected.targets.length &&
    expected.targets.every((one) =>
      target.milestones.some((milestone) => isSameMilestone(milestone, one)),
    )
  )
}

function isSameMilestone(milestone: Milestone, expected: TruthTarget['targets'][number]): boolean {
  return (
    milestone.year === expected.year &&
    (milestone.value ?? null) === expected.value &&
    milestone.high === expected.max &&
    // The annotation writes `>6` as `>=`.
    milestone.op.replace(/^([<>])$/, '$1=') === expected.op
  )
}

/** The annotation often carries the scope in the name: 综合保税区营业收入. */
function likeness(target: Target, expected: TruthTarget): number {
  const name = plain(expected.indicator)
  const own = plain(target.indicator)
  const scoped = plain(`${target.scope?.name ?? ''}${target.indicator}`)
  return Math.max(shared(own, name), shared(scoped, name))
}

function plain(name: string): string {
  return name
    .replace(/[“”"'‘’（）()\s、，/]/g, '')
    .replace(/规模以上/g, '规上')
    .replace(/^全[省市区县州]/, '')
    .replace(/(?:数量|总量|总数)$/, '')
}

/** Share of the characters two names have in common in the same order: 1 where they are equal. */
function shared(a: string, b: string): number {
  const lengths = Array.from({ length: b.length + 1 }, () => 0)
  for (const character of a) {
    let diagonal = 0
    for (let index = 1; index <= b.length; index += 1) {
      const above = lengths[index] ?? 0
      lengths[index] =
        b[index - 1] === character ? diagonal + 1 : Math.max(above, lengths[index - 1] ?? 0)
      diagonal = above
    }
  }
  return a.length + b.length === 0 ? 1 : (2 * (lengths[b.length] ?? 0)) / (a.length + b.length)
}

function nearest(expected: TruthTarget, read: readonly Target[]): string {
  const [best] = read.toSorted((a, b) => likeness(b, expected) - likeness(a, expected))
  const isNear = best && likeness(best, expected) >= alike
  const figures = read.find((target) => expected.targets.length > 0 && hasFigures(target, expected))
  return `${isNear ? ` | read: ${drawnTarget(best)}` : ''}${figures ? ` | figures: ${figures.indicator}` : ''}`
}

function drawnTruth({ indicator, unit, base, baseYear, targets }: TruthTarget): string {
  const years = targets.map(
    (one) => `${one.year}${one.op}${one.value}${one.max === undefined ? '' : `..${one.max}`}`,
  )
  return `${indicator} [${unit ?? ''}] ${base === null ? '' : `${baseYear}: ${base} → `}${years.join(' ')}`
}

function drawnTarget({ indicator, unit, baseline, milestones, growth }: Target): string {
  const years = milestones.map(
    ({ year, op, value, high, text }) =>
      `${year}${op}${value ?? text}${high === undefined ? '' : `..${high}`}`,
  )
  const base = baseline ? `${baseline.year}: ${baseline.value ?? baseline.text} → ` : ''
  const grows =
    growth.length > 0 && milestones.length === 0
      ? `growth ${growth.map((one) => one.value).join(' ')}`
      : ''
  return `${indicator} [${unit ?? ''}] ${base}${years.join(' ')}${grows}`
}

function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}
