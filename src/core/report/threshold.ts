import { compile, type CompileOptions, evaluate, type Expression } from '../expression/compile.ts'
import { converter, type Environment, same, type Step } from '../expression/check/step.ts'
import type { Operator } from '../expression/syntax.ts'

/** A number in a condition that what was told is held against: the `80%` of `同比(产值) <= 80%`. */
export interface Threshold {
  /** The place of the number in the text of the condition, its unit included. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly value: number
  /** Whether what was told may be at most, or at least, as much. */
  readonly side: 'most' | 'least'
  /** What of a report is held against it, in the unit of the number; undefined where it cannot be said. */
  readonly measure: (environment: Environment) => number | undefined
}

/**
 * The numbers of a condition that can be tuned: those a part is compared with, alone or times another part
 * (`产值 <= 5 * 上期(产值)`). A tolerance of rounding is one too; which to tune is for a person to say.
 */
export function thresholdsOf({ source, root }: Expression): readonly Threshold[] {
  return inStep(source, root)
}

const sides: Readonly<Partial<Record<Operator, Threshold['side']>>> = {
  '<': 'most',
  '<=': 'most',
  '>': 'least',
  '>=': 'least',
}

function inStep(source: string, step: Step): readonly Threshold[] {
  const { node, parts } = step
  const [left, right] = parts
  if (node.kind !== 'operation' || !left || !right) {
    return node.kind === 'not' ? [] : parts.flatMap((part) => inStep(source, part))
  }
  const side = sides[node.operator]
  if (side === undefined) return parts.flatMap((part) => inStep(source, part))
  const found = heldAgainst(left, right)
  if (found) return [thresholdOf(source, found, side)]
  const turned = heldAgainst(right, left)
  return turned ? [thresholdOf(source, turned, side === 'most' ? 'least' : 'most')] : []
}

interface Held {
  readonly literal: Step
  readonly measure: Threshold['measure']
}

/** `measured` held against a number, or a number times another part. */
function heldAgainst(measured: Step, bound: Step): Held | undefined {
  if (bound.node.kind === 'number') {
    const change = bound.bare ? same : converter(measured, bound.unit)
    return { literal: bound, measure: (at) => told(measured, change, at) }
  }
  if (bound.node.kind !== 'operation' || bound.node.operator !== '*') return undefined
  const [first, second] = bound.parts
  const [literal, factor] =
    first?.node.kind === 'number' ? [first, second] : second ? [second, first] : []
  if (literal?.node.kind !== 'number' || !factor) return undefined
  // The share is of like things: both are brought to the unit of the part.
  const [toFactor, asTold] = [converter(measured, factor.unit), converter(factor, factor.unit)]
  return {
    literal,
    measure: (at) => {
      const [above, below] = [told(measured, toFactor, at), told(factor, asTold, at)]
      return above === undefined || below === undefined || below <= 0 ? undefined : above / below
    },
  }
}

function told(
  step: Step,
  change: ReturnType<typeof converter>,
  at: Environment,
): number | undefined {
  const value = change(step.run(at))
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

function thresholdOf(
  source: string,
  { literal, measure }: Held,
  side: Threshold['side'],
): Threshold {
  const { start, end } = literal.node
  const value = literal.node.kind === 'number' ? literal.node.value : 0
  return { start, end, text: source.slice(start, end), value, side, measure }
}

/** Another number for a condition, with what it would have asked about. */
export interface Proposal {
  /** The number as it is written, with its unit. */
  readonly text: string
  /** The whole condition with it. */
  readonly holds: string
  readonly hits: number
}

/** What the past says of one number of a condition. */
export interface TunedThreshold extends Pick<Threshold, 'start' | 'end' | 'text' | 'side'> {
  /** Reports in which what is held against it could be said. */
  readonly looked: number
  /** Of these the middle, and the farthest. */
  readonly middle: number
  readonly farthest: number
  readonly proposals: readonly Proposal[]
}

// Of a thousand reports so many are asked about: few enough to be read, and the plainly wrong among them.
const asked = [0.005, 0.01, 0.02, 0.05]

/**
 * Numbers under which a condition would have asked about one report in two hundred, a hundred, fifty or twenty
 * of the past, each with what the whole condition would have found. Nothing is proposed from fewer than 40. [K9]
 */
export function tunedThresholds(
  expression: Expression,
  options: CompileOptions,
  past: readonly Environment[],
): readonly TunedThreshold[] {
  return thresholdsOf(expression).flatMap((threshold) => {
    const measured = past.flatMap((at) => threshold.measure(at) ?? [])
    if (measured.length < fewest) return []
    const sorted = measured.toSorted((a, b) => (threshold.side === 'most' ? b - a : a - b))
    const texts = asked
      .map((share) => sorted[Math.floor(sorted.length * share)] ?? 0)
      .filter((value) => value !== 0)
      .map((value) => written(threshold.text, outward(value, threshold.side)))
    const { start, end, text, side } = threshold
    return [
      {
        start,
        end,
        text,
        side,
        looked: measured.length,
        middle: sorted[Math.floor(sorted.length / 2)] ?? 0,
        farthest: sorted[0] ?? 0,
        proposals: [...new Set(texts)].flatMap((each) => {
          const holds = expression.source.slice(0, start) + each + expression.source.slice(end)
          const read = compile(holds, options)
          return read.ok ? [{ text: each, holds, hits: hitsOf(read.value, past) }] : []
        }),
      },
    ]
  })
}

const fewest = 40

/** How many times a condition does not hold. */
export function hitsOf(expression: Expression, past: readonly Environment[]): number {
  return past.filter((at) => evaluate(expression, at) === false).length
}

/** Two digits, rounded to the side on which fewer are asked about. */
function outward(value: number, side: Threshold['side']): number {
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1)
  const rounded = side === 'most' ? Math.ceil(value / step) : Math.floor(value / step)
  return Number((rounded * step).toPrecision(2))
}

/** The number in the form of the one it stands for: its unit stays. */
function written(text: string, value: number): string {
  const unit = text.replace(/^[\d.,\s]+/u, '')
  const plain = value.toFixed(Math.max(0, 1 - Math.floor(Math.log10(Math.abs(value)))))
  return `${plain.includes('.') ? plain.replace(/\.?0+$/u, '') : plain}${unit}`
}
