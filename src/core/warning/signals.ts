/**
 * A subject's figures of one indicator by single period, oldest first, 1-2月 as one. The last is the
 * month asked about; what is missing is undefined and never zero.
 */
export interface SignalSeries {
  readonly values: readonly (number | undefined)[]
  /** The same periods of the year before on the same sample. */
  readonly bases: readonly (number | undefined)[]
  /** Growth of the middle one of its peers in the same periods; absent where it has none. */
  readonly peers?: readonly (number | undefined)[]
}

/** What a warning rule can ask of an indicator; in a rule the indicator's short name stands before it: 产值当月同比. */
export const signalNames = [
  '当月值',
  '同期值',
  '同期改动',
  '当月同比',
  '近三月同比',
  '上月同比',
  '环比倍数',
  '连续下降月数',
  '连续未报月数',
  '离群倍数',
  '近两月离群倍数',
  '水平变动',
  '占常年比重',
] as const
export type SignalName = (typeof signalNames)[number]

/** Periods in a year of industrial reports. */
const round = 11

/**
 * The figures warning rules are made of. A signal that cannot be computed (no base, too short a
 * past) is absent, so that no rule fires on it. [W1]
 */
export function signals(series: SignalSeries): Readonly<Partial<Record<SignalName, number>>> {
  const growth = growthOf(series)
  const own = apartFromPeers(growth, series.peers)
  const last = series.values.length - 1
  const value = series.values[last]
  const before = series.values[last - 1]
  return present({
    当月值: value,
    同期值: series.bases[last],
    同期改动: baseChange(series),
    当月同比: growth[last],
    近三月同比: growthOfLast(series, 3),
    上月同比: growth[last - 1],
    环比倍数: value !== undefined && before ? value / before : undefined,
    连续下降月数: streak(growth, (each) => each !== undefined && each < 0),
    连续未报月数: streak(series.values, (each) => each === undefined),
    离群倍数: outlyingness(own, 1),
    近两月离群倍数: outlyingness(own, 2),
    水平变动: levelShift(own),
    占常年比重: shareOfUsual(series.values),
  })
}

function present(
  all: Readonly<Record<SignalName, number | undefined>>,
): Readonly<Partial<Record<SignalName, number>>> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** Growth on the same sample, a ratio; undefined where the base is not positive. */
export function growthOf({ values, bases }: SignalSeries): readonly (number | undefined)[] {
  return values.map((value, i) => {
    const base = bases[i]
    return value !== undefined && base !== undefined && base > 0 ? value / base - 1 : undefined
  })
}

/** Growth of the last periods together, which chance moves less than that of one. */
function growthOfLast({ values, bases }: SignalSeries, count: number): number | undefined {
  const [now, before] = [known(values.slice(-count)), known(bases.slice(-count))]
  if (now.length < count || before.length < count) return undefined
  const [sum, base] = [total(now), total(before)]
  return base > 0 ? sum / base - 1 : undefined
}

/** How far the base told now lies from what was told a year ago; a ratio. */
function baseChange({ values, bases }: SignalSeries): number | undefined {
  const [base, told] = [bases.at(-1), values.at(-1 - round)]
  return base !== undefined && told !== undefined && told > 0 ? base / told - 1 : undefined
}

function streak<Each>(all: readonly Each[], holds: (each: Each) => boolean): number {
  const broken = all.findLastIndex((each) => !holds(each))
  return all.length - 1 - broken
}

/** Growth without what moves all peers alike: a power cut hits everybody, a lost order one. */
function apartFromPeers(
  growth: readonly (number | undefined)[],
  peers: SignalSeries['peers'],
): readonly (number | undefined)[] {
  if (!peers) return growth
  return growth.map((own, i) => {
    const middle = peers[i]
    return own === undefined || middle === undefined ? own : own - middle
  })
}

/**
 * How many usual spreads the mean of the last growths lies from the subject's own median growth, with
 * its sign. Median and MAD, since what is looked for must not widen the measure (Hampel's identifier).
 */
export function outlyingness(
  growth: readonly (number | undefined)[],
  count = 1,
): number | undefined {
  const recent = known(growth.slice(-count))
  const past = known(growth.slice(0, -count)).slice(-2 * round)
  if (recent.length < count || past.length < 6) return undefined
  const middle = median(past)
  return (total(recent) / count - middle) / (spreadOf(past, middle) / Math.sqrt(count))
}

/**
 * How far the median growth of the last three periods lies from that of the year before them, in
 * usual spreads; a single odd month moves neither median.
 */
export function levelShift(growth: readonly (number | undefined)[]): number | undefined {
  const recent = known(growth.slice(-3))
  const past = known(growth.slice(-3 - 2 * round, -3))
  if (recent.length < 3 || past.length < 6) return undefined
  const middle = median(past)
  return (median(recent) - middle) / spreadOf(past, middle)
}

// Figures that hardly move would turn every breath into an alarm: two points of growth are the least spread.
function spreadOf(values: readonly number[], middle: number): number {
  const mad = median(values.map((value) => Math.abs(value - middle)))
  return Math.max(1.4826 * mad, 0.02)
}

/** The last value over the median of the last year's: near zero where work has stopped. */
function shareOfUsual(values: readonly (number | undefined)[]): number | undefined {
  const last = values.at(-1)
  const past = known(values.slice(0, -1)).slice(-round)
  if (last === undefined || past.length < 3) return undefined
  const usual = median(past)
  return usual > 0 ? last / usual : undefined
}

function known(values: readonly (number | undefined)[]): number[] {
  return values.filter((value) => value !== undefined)
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** The middle of what is known; undefined of nothing. */
export function middleOf(values: readonly (number | undefined)[]): number | undefined {
  const there = known(values)
  return there.length === 0 ? undefined : median(there)
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}
