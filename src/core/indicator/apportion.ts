import { Decimal } from 'decimal.js'

const Exact = Decimal.clone({ precision: 40 })

/**
 * Rounds values to `decimals` so that they add up to `total` in its last digit shown: each is cut off, and what is left
 * goes to those that lost most (largest remainder). `total` defaults to the rounded sum of the values.
 */
export function apportioned(
  values: readonly string[],
  decimals: number,
  total?: string,
): readonly string[] {
  const exact = values.map((value) => new Exact(value))
  const sum = Exact.sum(0, ...exact)
  const goal = new Exact(total ?? sum).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP)
  const unit = new Exact(10).pow(-decimals)
  const cut = exact.map((value) => value.toDecimalPlaces(decimals, Decimal.ROUND_FLOOR))
  const missing = goal
    .minus(Exact.sum(0, ...cut))
    .div(unit)
    .round()
    .toNumber()
  const byLoss = exact
    .map((value, index) => ({ index, loss: value.minus(cut[index] ?? 0) }))
    .toSorted((a, b) => b.loss.comparedTo(a.loss) || a.index - b.index)
  const steps = new Map<number, number>()
  // A total that is not the sum of the values leaves more than one unit each to be handed out.
  for (let step = 0; step < Math.abs(missing) && byLoss.length > 0; step++) {
    const place = missing > 0 ? step % byLoss.length : byLoss.length - 1 - (step % byLoss.length)
    const index = byLoss[place]?.index ?? 0
    steps.set(index, (steps.get(index) ?? 0) + Math.sign(missing))
  }
  return cut.map((value, index) => value.plus(unit.times(steps.get(index) ?? 0)).toFixed(decimals))
}

/** Shares of a total in %, adding up to 100 exactly as shown; undefined where the total is zero. */
export function sharesShown(
  values: readonly string[],
  decimals: number,
): readonly string[] | undefined {
  const sum = Exact.sum(0, ...values)
  if (sum.isZero()) return undefined
  const shares = values.map((value) => new Exact(value).div(sum).times(100).toFixed())
  return apportioned(shares, decimals, '100')
}
