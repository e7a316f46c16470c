/**
 * What one member (an enterprise, an industry, a park) brings to a sum. All in the unit of the sum.
 */
export interface Member {
  /** Several may share one: what an industry's entries and its old members bring is told apart, its pull is one. */
  readonly code: string
  /** This year, cumulative; absent where it told nothing, be it gone or late. */
  readonly value?: number
  /** The same months of last year as this year's form states them (same sample). */
  readonly base?: number
  /** The same months of last year as they were published then; absent where it did not belong. */
  readonly published?: number
  /** It still belongs to the population: without a figure it is late, and has not left. */
  readonly isDue?: boolean
  /** How many enterprises it is made of; one where absent. */
  readonly count?: number
}

/** How far a member moves the whole, in shares of the whole's base (0.012 is 1.2 百分点). */
export interface Pull {
  readonly code: string
  readonly change: number
  readonly points: number
  /** How many enterprises that is made of. */
  readonly count: number
}

/**
 * From the level published last year to the level of this year. The parts add up to
 * `value - published`; only `continuing` and `entered` are growth, the others change the sample.
 */
export interface Causes {
  readonly value: number
  readonly base: number
  readonly published: number
  /** Growth on the same sample; absent where the base is zero or negative. [C1] */
  readonly growth?: number
  /** Growth between two published levels, which nobody may report as growth. */
  readonly naiveGrowth?: number
  /** Growth of those in the population then and now. */
  readonly continuing: number
  /** Growth of those that came in, on the base their entry brought along. */
  readonly entered: number
  /** What entries brought into the base: not growth. */
  readonly baseBroughtIn: number
  /** What exits took out of last year's level, as a negative number: not growth. */
  readonly takenOut: number
  /** Last year's figures corrected since: not growth. */
  readonly corrected: number
  /** By member in the population now, the strongest pull first, downwards last. */
  readonly pulls: readonly Pull[]
  /** How many enterprises came in and went. */
  readonly entries: number
  readonly exits: number
  /** Members without a figure or without a base; they stand outside of the growth. */
  readonly silent: readonly string[]
}

/**
 * Splits the growth of a sum into 拉动 by member, and the difference of two published levels into
 * growth and change of the population. Members whose figure is missing this year are left out of
 * both sides: what is not reported is neither zero nor a fall. [C1] [C2]
 */
export function causes(members: readonly Member[]): Causes {
  const present = members.filter(isCompared)
  const gone = members.filter(isExit)
  const value = sum(present.map((member) => member.value))
  const base = sum(present.map((member) => member.base))
  const old = present.filter(hasPast)
  const fresh = present.filter((member) => member.published === undefined)
  const published = sum([...old, ...gone].map((member) => member.published ?? 0))
  return {
    value,
    base,
    published,
    ...(base > 0 && { growth: value / base - 1 }),
    ...(published > 0 && { naiveGrowth: value / published - 1 }),
    continuing: sum(old.map(changeOf)),
    entered: sum(fresh.map(changeOf)),
    baseBroughtIn: sum(fresh.map((member) => member.base)),
    takenOut: 0 - sum(gone.map((member) => member.published ?? 0)),
    corrected: sum(old.map((member) => member.base - member.published)),
    pulls: pullsOf(present, base),
    entries: countOf(fresh),
    exits: countOf(gone),
    silent: members
      .filter((member) => !isCompared(member) && !gone.includes(member))
      .map(({ code }) => code),
  }
}

interface Compared extends Member {
  readonly value: number
  readonly base: number
}

function isCompared(member: Member): member is Compared {
  return member.value !== undefined && member.base !== undefined
}

function hasPast(member: Compared): member is Compared & { readonly published: number } {
  return member.published !== undefined
}

// Who is merely late is still due, or told its base.
function isExit({ value, base, published, isDue }: Member): boolean {
  return isDue !== true && value === undefined && base === undefined && published !== undefined
}

function pullsOf(members: readonly Compared[], base: number): readonly Pull[] {
  return [...Map.groupBy(members, ({ code }) => code)]
    .map(([code, parts]) => {
      const change = sum(parts.map(changeOf))
      return { code, change, points: base > 0 ? change / base : 0, count: countOf(parts) }
    })
    .toSorted((a, b) => b.change - a.change)
}

function countOf(members: readonly Member[]): number {
  return sum(members.map(({ count }) => count ?? 1))
}

function changeOf({ value, base }: Compared): number {
  return value - base
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
