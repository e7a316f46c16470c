import { type Chance, chanceOf } from './chance.ts'
import { type Cluster, clusters } from './clusters.ts'
import type { DemonstrationEnterprise } from './enterprises.ts'
import {
  firstYear,
  monthCount,
  monthIndex,
  monthOfIndex,
  season,
  shockFactor,
  trend,
  yearOfIndex,
} from './rhythm.ts'
import { effectOf, type Turn, type TurnEffect } from './turns.ts'
import { wholeParts } from './whole-parts.ts'

/**
 * What an enterprise does month by month from January 2020 on. Money is in thousand yuan, electricity in 万千瓦时,
 * energy in tonnes of standard coal, water in cubic metres; flows are of the single month, stocks of its end.
 */
export interface EnterpriseSeries {
  /** Whole thousand yuan; those of the reference year add up to the enterprise's output exactly. */
  readonly output: readonly number[]
  readonly sales: readonly number[]
  readonly exports: readonly number[]
  readonly revenue: readonly number[]
  readonly profit: readonly number[]
  readonly valueAdded: readonly number[]
  readonly electricity: readonly number[]
  readonly energy: readonly number[]
  readonly water: readonly number[]
  readonly employees: readonly number[]
  readonly assets: readonly number[]
  readonly liabilityRatio: readonly number[]
  readonly receivables: readonly number[]
  readonly inventories: readonly number[]
}

interface Ground {
  readonly chance: Chance
  readonly cluster: Cluster
  /** Output without seasons, shocks and chance, in thousand yuan a month. */
  readonly level: readonly number[]
  readonly output: readonly number[]
  readonly effect: TurnEffect
}

/** The series of one enterprise, before what is common to all is scaled to the totals of the plan. */
export function rawSeries(
  seed: number,
  index: number,
  enterprise: DemonstrationEnterprise,
  turn: Turn | undefined,
): EnterpriseSeries {
  const chance = chanceOf(seed, 'series', index)
  const cluster = clusters[enterprise.cell.cluster]
  const effect = effectOf(turn)
  const { level, output } = outputOf(chance, cluster, enterprise, effect)
  const ground = { chance, cluster, level, output, effect }
  const sales = salesOf(ground)
  const revenue = sales.map((value) => value * chance.between(0.992, 1.008))
  return {
    output,
    sales,
    exports: exportsOf(ground, sales),
    revenue,
    ...resultsOf(ground, revenue),
    ...resourcesOf(ground, enterprise),
    ...balanceOf(ground, revenue),
  }
}

function outputOf(
  chance: Chance,
  cluster: Cluster,
  enterprise: DemonstrationEnterprise,
  effect: TurnEffect,
): Pick<Ground, 'level' | 'output'> {
  const path = trend(cluster, chance.normal() * 0.035)
  const restlessness = enterprise.output > 500_000 ? 0.028 : 0.045
  const noise = wanderings(chance, 0.5, restlessness)
  const { since, referenceYear } = enterprise.standing
  const start = since === undefined ? 0 : monthIndex(since, 9)
  const shape = months((index) =>
    index < start
      ? 0
      : Math.exp((path[index] ?? 0) + (noise[index] ?? 0)) *
        season(cluster, index) *
        shockFactor(cluster, index) *
        (effect.output[index] ?? 1),
  )
  const first = monthIndex(referenceYear, 1)
  const year = shape.slice(first, first + 12).reduce((a, b) => a + b, 0)
  const scale = enterprise.output / year
  const output = shape.map((value) => Math.round(value * scale))
  const parts = wholeParts(enterprise.output, shape.slice(first, first + 12))
  output.splice(first, 12, ...parts)
  const level = months((index) => (index < start ? 0 : Math.exp(path[index] ?? 0) * scale))
  return { level, output }
}

function salesOf({ chance, output }: Ground): readonly number[] {
  const rate = chance.between(0.95, 0.99)
  const noise = wanderings(chance, 0.3, 0.009)
  return output.map((value, index) => value * Math.min(1.04, rate + (noise[index] ?? 0)))
}

function exportsOf({ chance, cluster }: Ground, sales: readonly number[]): readonly number[] {
  const doesExport = chance.next() < cluster.exportShare + 0.12
  const share = chance.between(0.3, 1.5) * cluster.exportShare
  const noise = wanderings(chance, 0.6, 0.09)
  return sales.map((value, index) =>
    doesExport ? value * Math.min(0.9, share * Math.exp(noise[index] ?? 0)) : 0,
  )
}

function resultsOf(
  { chance, cluster, output, effect }: Ground,
  revenue: readonly number[],
): Pick<EnterpriseSeries, 'profit' | 'valueAdded'> {
  const margin = cluster.profitMargin + chance.normal() * 0.038
  const noise = wanderings(chance, 0.4, 0.008)
  const rate = cluster.valueAddedRate * chance.between(0.88, 1.12)
  const slow = wanderings(chance, 0.9, 0.006)
  return {
    profit: revenue.map(
      (value, index) => value * (margin + (noise[index] ?? 0) - (effect.margin[index] ?? 0)),
    ),
    valueAdded: output.map((value, index) => value * rate * Math.exp(slow[index] ?? 0)),
  }
}

function resourcesOf(
  { chance, cluster, level, output, effect }: Ground,
  enterprise: DemonstrationEnterprise,
): Pick<EnterpriseSeries, 'electricity' | 'energy' | 'water' | 'employees'> {
  const own = chance.between(0.7, 1.4)
  const noise = wanderings(chance, 0.3, 0.016)
  const electricity = output.map((value, index) => {
    const usual = 0.22 * (level[index] ?? 0) + 0.78 * value
    const saved = 0.985 ** (yearOfIndex(index) - firstYear)
    const factor = (effect.electricity[index] ?? 1) * Math.exp(noise[index] ?? 0)
    return (usual * cluster.electricity * own * saved * factor) / 10_000
  })
  const fuel = cluster.fuel * chance.between(0.6, 1.5)
  const thirst = cluster.water * chance.between(0.6, 1.5)
  const hands = enterprise.output ** 0.74 * chance.between(0.75, 1.3)
  const turnover = wanderings(chance, 0.92, 0.008)
  return {
    electricity,
    energy: electricity.map((value, index) => value * 1.229 + ((output[index] ?? 0) * fuel) / 1000),
    water: output.map((value, index) => value * thirst * 0.988 ** (yearOfIndex(index) - firstYear)),
    employees: level.map((value, index) => {
      const reference = level[monthIndex(2025, 12)] ?? 1
      return hands * (value / reference) ** 0.35 * Math.exp(turnover[index] ?? 0)
    }),
  }
}

function balanceOf(
  { chance, level, effect }: Ground,
  revenue: readonly number[],
): Pick<EnterpriseSeries, 'assets' | 'liabilityRatio' | 'receivables' | 'inventories'> {
  const turn = chance.between(0.75, 1.25)
  const slow = wanderings(chance, 0.9, 0.006)
  const debt = chance.between(0.34, 0.68)
  const debtSlow = wanderings(chance, 0.92, 0.006)
  const collection = chance.between(0.9, 2.2)
  const stock = chance.between(0.7, 1.6)
  const restless = wanderings(chance, 0.7, 0.025)
  const lastThree = (index: number): number =>
    [0, 1, 2].reduce((sum, back) => sum + (revenue[Math.max(0, index - back)] ?? 0), 0) / 3
  return {
    assets: level.map((value, index) => value * 12 * turn * Math.exp(slow[index] ?? 0)),
    liabilityRatio: months((index) =>
      Math.max(0.15, Math.min(0.88, debt + (debtSlow[index] ?? 0))),
    ),
    receivables: level.map(
      (value, index) =>
        (0.5 * value + 0.5 * lastThree(index)) *
        collection *
        Math.exp(restless[index] ?? 0) *
        (effect.receivables[index] ?? 1),
    ),
    inventories: level.map(
      (value, index) => value * stock * Math.exp((restless[monthCount - 1 - index] ?? 0) * 0.8),
    ),
  }
}

/** Chance that remembers: each month keeps `memory` of the one before. */
function wanderings(chance: Chance, memory: number, size: number): readonly number[] {
  let value = 0
  return months(() => {
    value = value * memory + chance.normal() * size
    return value
  })
}

function months(value: (index: number) => number): number[] {
  return Array.from({ length: monthCount }, (_, index) => value(index))
}

/** The share of a year's bonus and wages paid in a month. */
export function payShare(index: number): number {
  const month = monthOfIndex(index)
  if (month === 12) return 1.5
  return month === 1 ? 1.3 : 0.92
}
