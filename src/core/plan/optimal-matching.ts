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

/** For each column the row assigned to it, or -1; needs at least as many columns as rows. */
function assignedRows(worth: readonly (readonly number[])[]): number[] {
  const rows = worth.length
  const columns = worth[0]?.length ?? 0
  const rowPotential = new Float64Array(rows + 1)
  const columnPotential = new Float64Array(columns + 1)
  // Rows and columns count from 1; 0 is the row being placed and the column it starts from.
  const rowOf = new Int32Array(columns + 1)
  const cost = (row: number, column: number) => -(worth[row - 1]?.[column - 1] ?? 0)

  for (let row = 1; row <= rows; row++) {
    const previous = new Int32Array(columns + 1)
    const slack = new Float64Array(columns + 1).fill(Infinity)
    const visited = new Uint8Array(columns + 1)
    rowOf[0] = row
    let column = 0
    do {
      visited[column] = 1
      const current = at(rowOf, column)
      let step = Infinity
      let next = 0
      for (let other = 1; other <= columns; other++) {
        if (at(visited, other) === 1) continue
        const reduced =
          cost(current, other) - at(rowPotential, current) - at(columnPotential, other)
        if (reduced < at(slack, other)) {
          slack[other] = reduced
          previous[other] = column
        }
        if (at(slack, other) < step) {
          step = at(slack, other)
          next = other
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (at(visited, other) === 1) {
          rowPotential[at(rowOf, other)] = at(rowPotential, at(rowOf, other)) + step
          columnPotential[other] = at(columnPotential, other) - step
        } else {
          slack[other] = at(slack, other) - step
        }
      }
      column = next
    } while (at(rowOf, column) !== 0)

    while (column !== 0) {
      const before = at(previous, column)
      rowOf[column] = at(rowOf, before)
      column = before
    }
  }
  return Array.from({ length: columns }, (_, column) => at(rowOf, column + 1) - 1)
}

function at(values: Float64Array | Int32Array | Uint8Array, index: number): number {
  return values[index] ?? 0
}
