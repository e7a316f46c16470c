import { mean } from '../quantity/mean.ts'
import { rootMeanSquare, type Series } from './series.ts'

const powers = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const

/** The power of the Box-Cox scale on which short stretches scatter most alike (Guerrero 1993). */
export function bestPower(values: Series): number {
  const size = Math.max(2, Math.floor(values.length / 6))
  const stretches: { level: number; scatter: number }[] = []
  for (let start = 0; start + size <= values.length; start += size) {
    const stretch = values.slice(start, start + size)
    const level = mean(stretch)
    stretches.push({ level, scatter: rootMeanSquare(stretch.map((value) => value - level)) })
  }
  let best = 1
  let lowest = Infinity
  for (const power of powers) {
    const ratios = stretches.map(({ level, scatter }) => scatter / level ** (1 - power))
    const centre = mean(ratios)
    const variation = rootMeanSquare(ratios.map((ratio) => ratio - centre)) / centre
    if (variation < lowest) [lowest, best] = [variation, power]
  }
  return best
}

export function boxCox(values: Series, power: number): number[] {
  return values.map((value) => (power === 0 ? Math.log(value) : (value ** power - 1) / power))
}

export function fromBoxCox(values: Series, power: number): number[] {
  return values.map((value) =>
    power === 0 ? Math.exp(value) : Math.max(power * value + 1, 1e-9) ** (1 / power),
  )
}
