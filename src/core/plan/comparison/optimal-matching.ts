/** A pair of the best matching: positions in the two lists that were held against each other. */
export interface Pair {
  readonly left: number
  readonly right: number
}

/**
 * Pairs two lists so that the sum of the scores is as high as it can be (Kuhn–Munkres, O(n²m)).
 * Pairs scoring below `least` are not made: such items stay alone.
 */
export function optimalMatching(scores: readonly (readonly number[])[], least: number): Pair[] {
  const rows = scores.length
  const columns = scores[0]?.length ?? 0
  if (rows === 0 || columns === 0) return []
  if (rows > columns) {
    return optimalMatching(transposed(scores), least).map(({ left, right }) => ({
      left: right,
      right: left,
    }))
  }
  // A pair that may not be made is worth nothing, so that it never displaces one that may.
  const worth = scores.map((row) => row.map((score) => (score >= least ? score : 0)))
  return assignedRows(worth)
    .map((left, right) => ({ left, right }))
    .filter(({ left, right }) => left >= 0 && (worth[left]?.[right] ?? 0) > 0)
    .toSorted((a, b) => a.left - b.left)
}

function transposed(scores: readonly (readonly number[])[]): number[][] {
  return (scores[0] ?? []).map((_, column) => scores.map((row) => row[column] ?? 0))
}

/** Prices that make the pairs made so far the cheapest; rows and columns count from 1, 0 is none. */
interface Assignment {
  readonly rowPrice: Float64Array
  readonly columnPrice: Float64Array
  readonly rowOf: Int32Array
}

/** For each column the row assigned to it, or -1; needs at least as many columns as rows. */
function assignedRows(worth: readonly (readonly number[])[]): number[] {
  const columns = worth[0]?.length ?? 0
  const assignment: Assignment = {
    rowPrice: new Float64Array(worth.length + 1),
    columnPrice: new Float64Array(columns + 1),
    rowOf: new Int32Array(columns + 1),
  }
  for (let row = 1; row <= worth.length; row++) placeRow(assignment, row, worth)
  return Array.from(assignment.rowOf.subarray(1), (row) => row - 1)
}

/** Gives one more row a column, moving rows placed before along the cheapest chain of changes. */
function placeRow(
  { rowPrice, columnPrice, rowOf }: Assignment,
  row: number,
  worth: readonly (readonly number[])[],
): void {
  const previous = new Int32Array(rowOf.length)
  const slack = new Float64Array(rowOf.length).fill(Infinity)
  const visited = new Set<number>()
  rowOf[0] = row
  let column = 0
  do {
    visited.add(column)
    const current = at(rowOf, column)
    let next = 0
    for (let other = 1; other < rowOf.length; other++) {
      if (visited.has(other)) continue
      const cost = -(worth[current - 1]?.[other - 1] ?? 0)
      const reduced = cost - at(rowPrice, current) - at(columnPrice, other)
      if (reduced < at(slack, other)) {
        slack[other] = reduced
        previous[other] = column
      }
      if (next === 0 || at(slack, other) < at(slack, next)) next = other
    }
    const step = at(slack, next)
    for (let other = 0; other < rowOf.length; other++) {
      if (visited.has(other)) {
        rowPrice[at(rowOf, other)] = at(rowPrice, at(rowOf, other)) + step
        columnPrice[other] = at(columnPrice, other) - step
      } else slack[other] = at(slack, other) - step
    }
    column = next
  } while (at(rowOf, column) !== 0)
  for (; column !== 0; column = at(previous, column)) {
    rowOf[column] = at(rowOf, at(previous, column))
  }
}

function at(values: Float64Array | Int32Array, index: number): number {
  return values[index] ?? 0
}
