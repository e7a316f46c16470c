/** The code under which a grant holds for every region; GB/T 2260 gives it to none. */
export const everywhere = '000000'

/**
 * Whether `region` is `wide` or lies below it in the tree of GB/T 2260: the first two digits are the
 * province, the next two the city. A code of our own only covers itself.
 */
export function covers(wide: string, region: string): boolean {
  if (wide === everywhere || wide === region) return true
  if (!isDivision(wide) || !isDivision(region)) return false
  if (wide.endsWith('0000')) return region.startsWith(wide.slice(0, 2))
  return wide.endsWith('00') && region.startsWith(wide.slice(0, 4))
}

/** The codes whose grants hold in `region`: its own, its city's, its province's and the whole country's. */
export function widerThan(region: string): readonly string[] {
  if (!isDivision(region)) return [...new Set([region, everywhere])]
  const [province, city] = [`${region.slice(0, 2)}0000`, `${region.slice(0, 4)}00`]
  return [...new Set([region, city, province, everywhere])]
}

function isDivision(code: string): boolean {
  return /^\d{6}$/.test(code)
}
