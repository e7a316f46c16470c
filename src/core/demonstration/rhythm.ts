import { monthPeriod, monthsOf, type Period, yearOf } from '../period/period.ts'
import type { Cluster, ClusterCode } from './clusters.ts'

/** Months are counted from January of this year on: the base of 2021 lies in it. */
export const firstYear = 2020
/** Until the end of this year there is growth to draw from. */
export const lastYear = 2026
export const monthCount = (lastYear - firstYear + 1) * 12

export function monthIndex(year: number, month: number): number {
  return (year - firstYear) * 12 + month - 1
}

export function yearOfIndex(index: number): number {
  return firstYear + Math.floor(index / 12)
}

/** 1 to 12. */
export function monthOfIndex(index: number): number {
  return (index % 12) + 1
}

// Growth of each year before what shocks, entries and exits do; 2021 to 2025 make 8.4 % a year as the plan says.
const districtGrowth = [0.035, 0.12, 0.08, 0.035, 0.072, 0.074, 0.18]

/** What a whole industry lives through, beside the shocks all feel. */
export interface DemandTurn {
  readonly name: string
  readonly cluster: ClusterCode
  readonly from: Period
  /** Added to a year's growth, below zero where the industry shrinks. */
  readonly growth: number
}

/** The last year of the invented district: one chain shrinks and pulls its park down, another recovers. */
export const demandTurns: readonly DemandTurn[] = [
  { name: '新材料需求转弱', cluster: 'materials', from: monthPeriod(2025, 11), growth: -0.15 },
  { name: '电子信息需求回升', cluster: 'electronics', from: monthPeriod(2025, 9), growth: 0.06 },
]

function demandAt(cluster: Cluster, index: number): number {
  return demandTurns
    .filter((turn) => turn.cluster === cluster.code && index >= monthOf(turn.from))
    .reduce((sum, { growth }) => sum + growth, 0)
}

function monthOf(period: Period): number {
  return monthIndex(yearOf(period), monthsOf(period).to)
}

/** The level of an enterprise's output without seasons and chance, as the logarithm of its ratio to the first month. */
export function trend(cluster: Cluster, own: number): readonly number[] {
  let level = 0
  return Array.from({ length: monthCount }, (_, index) => {
    const common = districtGrowth[yearOfIndex(index) - firstYear] ?? 0
    const growth = common + cluster.extraGrowth + demandAt(cluster, index) + own
    level += Math.log(1 + Math.max(-0.3, growth)) / 12
    return level
  })
}

// Days from 1 January of the first day of the year of the moon (1 = 1 January).
const springFestival: Readonly<Record<number, number>> = {
  2020: 25,
  2021: 43,
  2022: 32,
  2023: 22,
  2024: 41,
  2025: 29,
  2026: 48,
}

/** What seasons and the Spring Festival leave or add in a month, around one. */
export function season(cluster: Cluster, index: number): number {
  const month = monthOfIndex(index)
  const usual = cluster.season[month - 1] ?? 1
  return usual * (1 - festivalLoss(yearOfIndex(index), month))
}

/** The share of a month's output lost to the holidays: half of each day from a week before to twelve days after. */
function festivalLoss(year: number, month: number): number {
  const festival = springFestival[year]
  if (festival === undefined || month > 3) return 0
  const february = year % 4 === 0 ? 29 : 28
  const ends = [0, 31, 31 + february, 62 + february]
  const [before = 0, end = 0] = [ends[month - 1], ends[month]]
  const lost = Math.min(end, festival + 12) - Math.max(before, festival - 8)
  return (Math.max(0, lost) / (end - before)) * 0.5
}

export interface Shock {
  readonly name: string
  readonly from: string
  readonly to: string
  /** Parts of its full strength, month by month. */
  readonly strength: readonly number[]
}

/** The two shocks every enterprise feels, each industry in its own measure. */
export const shocks = {
  supply: { name: '供应链受阻', from: '2022-04', to: '2022-07', strength: [0.9, 1, 0.6, 0.2] },
  power: { name: '高温限电', from: '2024-08', to: '2024-09', strength: [1, 0.45] },
} as const satisfies Record<string, Shock>

/** What the shocks leave of a month's output. */
export function shockFactor(cluster: Cluster, index: number): number {
  const supply = shocks.supply.strength[index - monthIndex(2022, 4)] ?? 0
  const power = shocks.power.strength[index - monthIndex(2024, 8)] ?? 0
  return (1 - supply * (1 - cluster.supplyShock)) * (1 - power * (1 - cluster.powerShock))
}
