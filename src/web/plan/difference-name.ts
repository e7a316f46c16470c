/** A field of a comparison taken apart: `land-unit` is the unit of `land`. */
export interface DifferenceName {
  readonly field: string
  /** Which part of a figure differs, where it is not the figure itself. */
  readonly part?: string
}

const parts = /^(.+)-(value|high|unit|bound)$/

export function differenceName(code: string): DifferenceName {
  if (code.startsWith('baseline-')) return { field: code }
  const [, field = code, part = 'value'] = parts.exec(code) ?? []
  return { field, ...(part !== 'value' && { part }) }
}

/** A value of a field, as it was read. */
export type DifferenceValue = string | number | readonly string[]

interface Difference {
  readonly field: string
  readonly year?: string
  readonly left?: DifferenceValue
  readonly right?: DifferenceValue
}

/**
 * The differences a reader wants: where a whole figure is new or gone, its unit, bound and meaning
 * say nothing more.
 */
export function readableDifferences<Item extends Difference>(
  differences: readonly Item[],
): readonly Item[] {
  const whole = new Set(
    differences
      .filter(({ field, left, right }) => field.endsWith('-value') && isOneSided(left, right))
      .map(({ field, year }) => `${field.slice(0, -'-value'.length)} ${year ?? ''}`),
  )
  return differences.filter(({ field, year }) => {
    const [, base] = /^(.+)-(?:high|unit|bound|kind|stretch)$/.exec(field) ?? []
    return base === undefined || !whole.has(`${base} ${year ?? ''}`)
  })
}

function isOneSided(
  left: DifferenceValue | undefined,
  right: DifferenceValue | undefined,
): boolean {
  return (left === undefined) !== (right === undefined)
}
