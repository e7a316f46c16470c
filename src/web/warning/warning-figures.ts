import { figure } from '../plan/number-words.ts'
import { signedShare } from '../watching/figure-words.ts'

/** Signals that are ratios and are read in per cent. */
const shares = /同比$|占常年比重$|占比$/
const counts = /月数$|天数$/

/** A figure of a warning with its name: `产值当月同比 −80.0%`, `产值连续下降月数 3`. */
export function figureWords(name: string, value: number): string {
  if (/占/.test(name) && shares.test(name)) return `${name} ${signedShare(value).replace('+', '')}`
  if (shares.test(name)) return `${name} ${signedShare(value)}`
  if (counts.test(name)) return `${name} ${value}`
  return `${name} ${figure(Number(value.toFixed(2)))}`
}
