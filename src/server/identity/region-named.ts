import type { Region } from '#contract/session.ts'
import type { Division } from '#core/plan/read-region.ts'
import { wholeCountry } from './identify.ts'

/** The region of a code: one we know, or a province, city or county of GB/T 2260. */
export function regionNamed(
  code: string,
  known: readonly Region[],
  divisions: readonly Division[],
): Region | undefined {
  const own = [wholeCountry, ...known].find((region) => region.code === code)
  if (own) return own
  const name = nameOf(code, divisions)
  return name === undefined ? undefined : { code, name, simulated: false }
}

function nameOf(code: string, divisions: readonly Division[]): string | undefined {
  if (code.endsWith('0000')) {
    return divisions.find((one) => one.code.startsWith(code.slice(0, 2)))?.province
  }
  if (code.endsWith('00')) {
    const inside = divisions.find((one) => one.code.startsWith(code.slice(0, 4)))
    return inside && `${inside.province}${inside.city}`
  }
  const county = divisions.find((one) => one.code === code)
  return county && `${county.province}${county.city}${county.name}`
}
