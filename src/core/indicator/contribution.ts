import { Decimal } from 'decimal.js'
import { leastTotalChange } from '../expression/functions/statistics.ts'
import { apportioned } from './apportion.ts'

const Exact = Decimal.clone({ precision: 40 })

/** A part of a whole, now and a year before on the same sample, as exact decimals in one unit. */
export interface Part {
  readonly key: string
  readonly now: string
  readonly base: string
}

export interface Contribution {
  readonly key: string
  readonly change: string
  /** 拉动: by how many 百分点 the part moved the growth of the whole; they add up to it as shown. */
  readonly points: string
  /** 贡献率: its share of the whole's change in %, adding up to 100 as shown; undefined where the whole hardly moved. */
  readonly share?: string
}

export interface Contributions {
  readonly now: string
  readonly base: string
  /** Growth of the whole in %, rounded to the digits shown. */
  readonly rate: string
  readonly parts: readonly Contribution[]
}

/**
 * What each part contributed to the growth of the whole, rounded so that points and shares add up to the last digit
 * shown. Undefined where the whole had a base of zero or below: nothing grows from that.
 * Shares are left out where the whole moved by less than `leastChange` of its base, which would blow them up.
 */
export function contributions(
  parts: readonly Part[],
  decimals: number,
  leastChange: number = leastTotalChange,
): Contributions | undefined {
  const now = Exact.sum(0, ...parts.map((part) => part.now))
  const base = Exact.sum(0, ...parts.map((part) => part.base))
  if (!base.isPositive() || base.isZero()) return undefined
  const change = now.minus(base)
  const changes = parts.map((part) => new Exact(part.now).minus(part.base))
  const rate = change.div(base).times(100).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP)
  const points = apportioned(
    changes.map((each) => each.div(base).times(100).toFixed()),
    decimals,
    rate.toFixed(),
  )
  const moves = !change.isZero() && change.abs().gte(base.times(leastChange))
  const shares = moves
    ? apportioned(
        changes.map((each) => each.div(change).times(100).toFixed()),
        decimals,
        '100',
      )
    : []
  return {
    now: now.toFixed(),
    base: base.toFixed(),
    rate: rate.toFixed(decimals),
    parts: parts.map(({ key }, index) => ({
      key,
      change: changes[index]?.toFixed() ?? '0',
      points: points[index] ?? '0',
      ...(shares[index] !== undefined && { share: shares[index] }),
    })),
  }
}
