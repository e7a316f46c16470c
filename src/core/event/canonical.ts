/**
 * JSON in one form only: keys in the order of their code units, nothing between the signs, what is
 * undefined left out. Two equal values give the same text, however they were stored in between.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
    return `{${fields.join(',')}}`
  }
  return JSON.stringify(value ?? null)
}
