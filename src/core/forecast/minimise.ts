interface Box {
  readonly start: readonly number[]
  readonly step: readonly number[]
  readonly low: readonly number[]
  readonly high: readonly number[]
  readonly iterations: number
  readonly tolerance: number
}

interface Vertex {
  readonly at: readonly number[]
  readonly value: number
}

/**
 * The lowest point of `cost` found by the simplex method of Nelder and Mead (1965), kept inside the
 * box by clipping. Deterministic; for the one to six smoothing parameters of our models.
 */
export function minimise(
  cost: (at: readonly number[]) => number,
  { start, step, low, high, iterations, tolerance }: Box,
): Vertex {
  const vertex = (at: readonly number[]): Vertex => {
    const inside = at.map((x, i) => Math.min(high[i] ?? x, Math.max(low[i] ?? x, x)))
    const value = cost(inside)
    return { at: inside, value: Number.isNaN(value) ? 1e300 : value }
  }
  let simplex = [vertex(start)]
  for (const [i, size] of step.entries()) {
    const outside = (start[i] ?? 0) + size > (high[i] ?? Infinity)
    simplex.push(vertex(start.map((x, j) => (j === i ? x + (outside ? -size : size) : x))))
  }
  for (let round = 0; round < iterations; round++) {
    simplex = simplex.toSorted((a, b) => a.value - b.value)
    const best = first(simplex)
    const worst = last(simplex)
    if (Math.abs(worst.value - best.value) <= tolerance * (Math.abs(best.value) + 1e-12)) break
    simplex = moved(simplex, vertex)
  }
  return first(simplex.toSorted((a, b) => a.value - b.value))
}

/** One step: reflect the worst vertex, then expand, contract or shrink. */
function moved(simplex: readonly Vertex[], vertex: (at: readonly number[]) => Vertex): Vertex[] {
  const kept = simplex.slice(0, -1)
  const best = first(kept)
  const worst = last(simplex)
  const centre = best.at.map(
    (_, i) => kept.reduce((sum, { at }) => sum + (at[i] ?? 0), 0) / kept.length,
  )
  const towards = (goal: readonly number[], share: number): Vertex =>
    vertex(centre.map((x, i) => x + share * ((goal[i] ?? 0) - x)))

  const reflected = vertex(centre.map((x, i) => 2 * x - (worst.at[i] ?? 0)))
  if (reflected.value < best.value) {
    const expanded = vertex(centre.map((x, i) => x + 2 * (x - (worst.at[i] ?? 0))))
    return [...kept, expanded.value < reflected.value ? expanded : reflected]
  }
  if (reflected.value < last(kept).value) return [...kept, reflected]
  const contracted = towards(reflected.value < worst.value ? reflected.at : worst.at, 0.5)
  if (contracted.value < Math.min(reflected.value, worst.value)) return [...kept, contracted]
  const shrunk = simplex
    .slice(1)
    .map(({ at }) => vertex(at.map((x, i) => (best.at[i] ?? 0) + 0.5 * (x - (best.at[i] ?? 0)))))
  return [best, ...shrunk]
}

function first(simplex: readonly Vertex[]): Vertex {
  const [vertex] = simplex
  if (!vertex) throw new Error('a simplex has vertices')
  return vertex
}

function last(simplex: readonly Vertex[]): Vertex {
  const vertex = simplex.at(-1)
  if (!vertex) throw new Error('a simplex has vertices')
  return vertex
}
