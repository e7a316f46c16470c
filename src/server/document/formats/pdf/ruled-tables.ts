import { linesOf, type Line } from './lines.ts'
import type { PageContent, TextRun } from './page-content.ts'
import type { Ruling } from './rulings.ts'

/** A cell of a table on one page. */
export interface PageCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
}

/** A table, or the part of one that stands on a page. */
export interface PageTable {
  readonly page: number
  readonly top: number
  readonly bottom: number
  /** The edges of its columns, from left to right. */
  readonly columnEdges: readonly number[]
  readonly rows: number
  readonly cells: readonly PageCell[]
  readonly runs: ReadonlySet<TextRun>
}

/** How far two rulings that meet, or make one edge, may lie apart. */
const tolerance = 2.5

/** Beyond this many rulings, columns or rows a page shows a drawing or squared paper. */
const mostRulings = 3000
const mostColumns = 60
const mostRows = 300

/**
 * The tables drawn with lines: rulings that touch one another make a grid; where a piece of the
 * grid's edge is not drawn, the cells on its two sides are one.
 */
export function ruledTables(content: PageContent): readonly PageTable[] {
  if (content.rulings.length > mostRulings) return []
  return groupsOf(content.rulings)
    .flatMap((rulings) => tableOfRulings(rulings, content) ?? [])
    .sort((one, other) => one.top - other.top)
}

function groupsOf(rulings: readonly Ruling[]): readonly (readonly Ruling[])[] {
  const parent = rulings.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parent[root] !== undefined && parent[root] !== root) root = parent[root] ?? root
    parent[index] = root
    return root
  }
  rulings.forEach((one, index) => {
    for (let next = index + 1; next < rulings.length; next += 1) {
      const other = rulings[next]
      if (other !== undefined && touches(one, other)) parent[rootOf(next)] = rootOf(index)
    }
  })
  const groups = Map.groupBy(rulings.keys(), rootOf)
  return [...groups.values()].map((indices) => indices.flatMap((index) => rulings[index] ?? []))
}

function touches(one: Ruling, other: Ruling): boolean {
  if (one.direction === other.direction) {
    return (
      Math.abs(one.at - other.at) < tolerance &&
      one.from <= other.to + tolerance &&
      other.from <= one.to + tolerance
    )
  }
  return reaches(one, other.at) && reaches(other, one.at)
}

function reaches(ruling: Ruling, position: number): boolean {
  return ruling.from - tolerance <= position && position <= ruling.to + tolerance
}

function tableOfRulings(rulings: readonly Ruling[], content: PageContent): PageTable | undefined {
  const horizontal = rulings.filter((ruling) => ruling.direction === 'horizontal')
  const vertical = rulings.filter((ruling) => ruling.direction === 'vertical')
  if (horizontal.length === 0 || vertical.length === 0) return undefined
  // Outer lines are often left out: at the sides by taste, above and below where a page breaks.
  const columnEdges = clustered([...vertical.map(at), ...ends(horizontal)])
  const rowEdges = clustered([...horizontal.map(at), ...ends(vertical)])
  const [top = 0, bottom = 0] = [rowEdges[0], rowEdges.at(-1)]
  if (columnEdges.length < 2 || rowEdges.length < 2) return undefined
  if (columnEdges.length > mostColumns || rowEdges.length > mostRows) return undefined
  if (isPageFrame(columnEdges, rowEdges, content)) return undefined

  const places = placesOf(columnEdges, rowEdges, horizontal, vertical)
  const runsOfPlace = runsInPlaces(places, columnEdges, rowEdges, content.runs)
  const runs = new Set([...runsOfPlace.values()].flat())
  if (runs.size === 0) return undefined
  const cells = places.map((place) => ({
    ...place,
    text: cellText(runsOfPlace.get(place) ?? [], columnEdges[place.column + place.columnSpan] ?? 0),
  }))
  const page = content.page
  return { page, top, bottom, columnEdges, rows: rowEdges.length - 1, cells, runs }
}

function at(ruling: Ruling): number {
  return ruling.at
}

function ends(rulings: readonly Ruling[]): readonly number[] {
  return [
    Math.min(...rulings.map((ruling) => ruling.from)),
    Math.max(...rulings.map((ruling) => ruling.to)),
  ]
}

function clustered(positions: readonly number[]): readonly number[] {
  const groups: number[][] = []
  for (const position of [...positions].sort((one, other) => one - other)) {
    const group = groups.at(-1)
    if (group !== undefined && position - (group.at(-1) ?? 0) < tolerance) group.push(position)
    else groups.push([position])
  }
  return groups.map((group) => group.reduce((sum, position) => sum + position, 0) / group.length)
}

/** A border drawn around a whole page holds the page, not a cell. */
function isPageFrame(
  columnEdges: readonly number[],
  rowEdges: readonly number[],
  { height }: PageContent,
): boolean {
  const isSingle = columnEdges.length === 2 && rowEdges.length === 2
  return isSingle && (rowEdges[1] ?? 0) - (rowEdges[0] ?? 0) > 0.75 * height
}

type Place = Omit<PageCell, 'text'>

function placesOf(
  columnEdges: readonly number[],
  rowEdges: readonly number[],
  horizontal: readonly Ruling[],
  vertical: readonly Ruling[],
): readonly Place[] {
  const [columns, rows] = [columnEdges.length - 1, rowEdges.length - 1]
  const taken = new Set<number>()
  const places: Place[] = []
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column)) continue
      const [x, y] = [middle(columnEdges, column), middle(rowEdges, row)]
      let columnSpan = 1
      while (
        column + columnSpan < columns &&
        !taken.has(row * columns + column + columnSpan) &&
        !isDrawn(vertical, columnEdges[column + columnSpan], y)
      ) {
        columnSpan += 1
      }
      let rowSpan = 1
      while (row + rowSpan < rows && !isDrawn(horizontal, rowEdges[row + rowSpan], x)) rowSpan += 1
      places.push({ row, column, rowSpan, columnSpan })
      for (let r = row; r < row + rowSpan; r += 1) {
        for (let c = column; c < column + columnSpan; c += 1) taken.add(r * columns + c)
      }
    }
  }
  return places
}

function middle(edges: readonly number[], index: number): number {
  return ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2
}

/** Whether one of the lines lies on an edge and passes a position along it. */
function isDrawn(lines: readonly Ruling[], edge: number | undefined, position: number): boolean {
  return lines.some(
    (line) =>
      Math.abs(line.at - (edge ?? 0)) < tolerance && line.from <= position && position <= line.to,
  )
}

function runsInPlaces(
  places: readonly Place[],
  columnEdges: readonly number[],
  rowEdges: readonly number[],
  runs: readonly TextRun[],
): ReadonlyMap<Place, readonly TextRun[]> {
  const columns = columnEdges.length - 1
  const owners = new Map<number, Place>()
  for (const place of places) {
    for (let r = place.row; r < place.row + place.rowSpan; r += 1) {
      for (let c = place.column; c < place.column + place.columnSpan; c += 1) {
        owners.set(r * columns + c, place)
      }
    }
  }
  const found = new Map<Place, TextRun[]>()
  for (const run of runs) {
    const column = intervalOf(columnEdges, (run.left + run.right) / 2)
    const row = intervalOf(rowEdges, run.baseline - 0.3 * run.size)
    const place =
      row === undefined || column === undefined ? undefined : owners.get(row * columns + column)
    if (place === undefined) continue
    const inPlace = found.get(place)
    if (inPlace === undefined) found.set(place, [run])
    else inPlace.push(run)
  }
  return found
}

function intervalOf(edges: readonly number[], position: number): number | undefined {
  const index = edges.findLastIndex((edge) => edge <= position)
  return index < 0 || index >= edges.length - 1 ? undefined : index
}

/**
 * The lines of a cell; a line that reaches the cell's right edge runs on into the next, unless it
 * ends a sentence and the next is indented.
 */
function cellText(runs: readonly TextRun[], rightEdge: number): string {
  const lines = linesOf(runs, 0)
  const left = Math.min(...lines.map((line) => line.left))
  const right = Math.max(rightEdge - 8, ...lines.map((line) => line.right))
  return lines
    .map((line, index) => line.text + separator(line, lines[index + 1], { left, right }))
    .join('')
}

function separator(
  line: Line,
  next: Line | undefined,
  inner: { left: number; right: number },
): string {
  if (next === undefined) return ''
  const isFull = line.right > inner.right - 1.6 * line.size
  const isNewParagraph = /[。；：]$/.test(line.text) && next.left - inner.left > 1.2 * next.size
  if (!isFull || isNewParagraph) return '\n'
  return /\w$/.test(line.text) && /^[a-z]/i.test(next.text) ? ' ' : ''
}
