/** A computed figure for a reader: enough digits to see the difference, no trailing dust. */
export function figure(value: number, decimals = 2): string {
  return String(Number(value.toFixed(decimals)))
}

/** A sum as its parts: `87.5 + 88.3 + 76.6 = 252.4`. */
export function addition(parts: readonly number[]): string {
  return `${parts.map((part) => figure(part, 4)).join(' + ')} = ${figure(total(parts), 4)}`
}

export function total(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0)
}

/** A list a sentence can carry: the first few, and how many more. */
export function listed(names: readonly string[], atMost = 6): string {
  const shown = names.slice(0, atMost).map((name) => `“${name}”`)
  return names.length > atMost ? `${shown.join('、')}等${names.length}项` : shown.join('、')
}

/** A unit as it stands behind a number; nothing where there is none. */
export function unitText(unit: string | undefined): string {
  return unit ?? ''
}
