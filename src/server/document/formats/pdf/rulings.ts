import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { limits } from '../limits.ts'
import { apply, identity, multiply, type Matrix } from './matrix.ts'

/** A straight horizontal or vertical line on a page. */
export interface Ruling {
  readonly direction: 'horizontal' | 'vertical'
  /** Where it lies across its direction: y of a horizontal, x of a vertical line. */
  readonly at: number
  readonly from: number
  readonly to: number
}

interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

type Point = readonly [number, number]

/** How thick a filled box may be to pass for a line, and how short a line may be, in points. */
const thickest = 3
const shortest = 4

/** The rulings a page draws: stroked lines and boxes, and the thin filled boxes Word makes of lines. */
export function rulingsOf({ fnArray, argsArray }: OperatorList, toPage: Matrix): readonly Ruling[] {
  const rulings: Ruling[] = []
  const saved: Matrix[] = []
  let matrix = identity
  for (const [index, operator] of fnArray.entries()) {
    const values = argsArray[index]
    if (operator === OPS.save) saved.push(matrix)
    else if (operator === OPS.restore) matrix = saved.pop() ?? identity
    else if (operator === OPS.transform) matrix = multiply(matrix, matrixOf(values))
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix)
      matrix = multiply(matrix, matrixOf(Array.isArray(values) ? values[0] : undefined))
    } else if (operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? identity
    else if (operator === OPS.constructPath && Array.isArray(values)) {
      rulings.push(...rulingsOfPath(values, multiply(toPage, matrix)))
    }
    // A drawing, not a table: what is there so far would not be told from its strokes.
    if (rulings.length > limits.pdfRulings) return []
  }
  return merged(rulings)
}

function matrixOf(values: unknown): Matrix {
  if (!isNumbers(values)) return identity
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values
  return [a, b, c, d, e, f]
}

function isNumbers(values: unknown): values is ArrayLike<number> & Iterable<number> {
  if (Array.isArray(values)) return values.every((value) => typeof value === 'number')
  return values instanceof Float32Array
}

// pdfjs gives a path as [what to do with it, [its drawing], its bounds].
function rulingsOfPath(values: readonly unknown[], matrix: Matrix): readonly Ruling[] {
  const [paint, drawings] = values
  const drawing = Array.isArray(drawings) ? drawings[0] : undefined
  if (!isNumbers(drawing) || paint === OPS.endPath) return []
  const isFilled = paint === OPS.fill || paint === OPS.eoFill
  return outlinesOf(drawing, matrix).flatMap((outline) =>
    isFilled ? (rulingOfBox(outline) ?? []) : rulingsOfOutline(outline),
  )
}

/** The points of each part of a drawing: 0 move, 1 line, 2 cubic, 3 quadratic, 4 close. */
function outlinesOf(drawing: ArrayLike<number>, matrix: Matrix): readonly (readonly Point[])[] {
  const outlines: Point[][] = []
  const pointAt = (index: number) => apply(matrix, drawing[index] ?? 0, drawing[index + 1] ?? 0)
  for (let index = 0; index < drawing.length;) {
    const kind = drawing[index]
    const outline = outlines.at(-1)
    if (kind === 0) outlines.push([pointAt(index + 1)])
    else if (kind === 1) outline?.push(pointAt(index + 1))
    // A curve ends a straight part and begins the next where it ends.
    else if (kind === 2) outlines.push([pointAt(index + 5)])
    else if (kind === 3) outlines.push([pointAt(index + 3)])
    else if (kind === 4 && outline?.[0] !== undefined) outline.push(outline[0])
    index += [3, 3, 7, 5, 1][kind ?? 4] ?? 1
  }
  return outlines
}

function rulingsOfOutline(outline: readonly Point[]): readonly Ruling[] {
  return outline.slice(1).flatMap((point, index) => {
    const before = outline[index]
    return before === undefined ? [] : (rulingBetween(before, point) ?? [])
  })
}

function rulingOfBox(outline: readonly Point[]): Ruling | undefined {
  const xs = outline.map(([x]) => x)
  const ys = outline.map(([, y]) => y)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  if (bottom - top < thickest && right - left > bottom - top)
    return rulingBetween([left, y], [right, y])
  if (right - left < thickest) return rulingBetween([x, top], [x, bottom])
  return undefined
}

function rulingBetween([x0, y0]: Point, [x1, y1]: Point): Ruling | undefined {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)]
  if (height < 1.2 && width >= shortest) {
    return {
      direction: 'horizontal',
      at: (y0 + y1) / 2,
      from: Math.min(x0, x1),
      to: Math.max(x0, x1),
    }
  }
  if (width < 1.2 && height >= shortest) {
    return {
      direction: 'vertical',
      at: (x0 + x1) / 2,
      from: Math.min(y0, y1),
      to: Math.max(y0, y1),
    }
  }
  return undefined
}

/** Pieces of one line put together: each cell of a table draws its own. */
function merged(rulings: readonly Ruling[]): readonly Ruling[] {
  const sorted = [...rulings].sort(
    (one, other) =>
      one.direction.localeCompare(other.direction) ||
      Math.round(one.at) - Math.round(other.at) ||
      one.from - other.from,
  )
  const lines: Ruling[] = []
  for (const ruling of sorted) {
    const last = lines.at(-1)
    const continues =
      last?.direction === ruling.direction &&
      Math.abs(last.at - ruling.at) < 1.5 &&
      ruling.from <= last.to + 1.5
    if (last !== undefined && continues) {
      lines[lines.length - 1] = { ...last, to: Math.max(last.to, ruling.to) }
    } else lines.push(ruling)
  }
  return lines
}
