/** One place where what was before and what was after differ; absent on a side where there was nothing. */
export interface Difference {
  /** Names of fields and numbers of places in lists, from the outside in. */
  readonly path: readonly string[]
  readonly before?: Leaf
  readonly after?: Leaf
}

export type Leaf = string | number | boolean

/** Where two values of JSON differ, in the order of the later one. */
export function differences(before: unknown, after: unknown): readonly Difference[] {
  const earlier = leavesOf(before)
  const later = leavesOf(after)
  const paths = new Map([...later, ...earlier].map(({ path }) => [path.join('\n'), path]))
  const from = new Map(earlier.map(({ path, value }) => [path.join('\n'), value]))
  const to = new Map(later.map(({ path, value }) => [path.join('\n'), value]))
  return [...paths].flatMap(([key, path]) => {
    const was = from.get(key)
    const is = to.get(key)
    if (was === is) return []
    return [
      { path, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) },
    ]
  })
}

interface Placed {
  readonly path: readonly string[]
  readonly value: Leaf
}

// What is null or an empty list says as much as what is not there.
function leavesOf(value: unknown, path: readonly string[] = []): readonly Placed[] {
  if (value === null || value === undefined) return []
  if (typeof value === 'object') {
    const names = Array.isArray(value) ? value.map((_, index) => String(index + 1)) : []
    return Object.entries(value).flatMap(([key, one], index) =>
      leavesOf(one, [...path, names[index] ?? key]),
    )
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? [{ path, value }]
    : []
}
