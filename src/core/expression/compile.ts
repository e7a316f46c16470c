import { err, ok, type Result } from '../result.ts'
import { formRule } from './functions/special-forms.ts'
import { type FunctionRule, functionRule } from './functions/plain.ts'
import { operate } from './functions/operate.ts'
import { parse } from './read/parse.ts'
import { Refused } from './check/refused.ts'
import {
  type Call,
  converter,
  countArguments,
  type Environment,
  type Kind,
  place,
  same,
  type Step,
  wanted,
} from './check/step.ts'
import { type ExpressionProblem, type Node, namesIn } from './syntax.ts'
import { unitOfOperation } from './check/typing.ts'
import { one, type Unit, unit } from '../quantity/unit.ts'
import { gap, isGap, isList, settled, type Value } from './value.ts'

/** What is known of a name before any figure: its unit and kind. */
export interface Declaration {
  readonly unit?: string
  readonly kind?: Kind
}

export interface CompileOptions {
  /** All names there are; without it every name is taken, its unit and kind unknown. */
  readonly names?: ReadonlyMap<string, Declaration>
  /** The unit the result is wanted in; a share asked for in % comes out as 12.5, not 0.125. */
  readonly unit?: string
  /** What the result has to be: a number for an indicator, a truth for a check. */
  readonly kind?: Kind
}

/** An expression that has passed every check, ready to be evaluated again and again. */
export interface Expression {
  readonly source: string
  readonly root: Step
  /** The names it reads, in order of appearance. */
  readonly uses: readonly string[]
  /** The unit of the result; undefined where names without a unit decide it. */
  readonly unit: Unit | undefined
}

/** Reads and checks an expression: names, kinds, units, numbers of arguments. */
export function compile(
  source: string,
  options: CompileOptions = {},
): Result<Expression, ExpressionProblem> {
  const parsed = parse(source)
  if (!parsed.ok) return parsed
  try {
    const result = wanted(step(parsed.value, options), options.kind ?? 'any')
    const root = toUnit(result, options.unit)
    return ok({ source, root, uses: namesIn(parsed.value), unit: root.unit })
  } catch (error) {
    if (error instanceof Refused) return err(error.problem)
    throw error
  }
}

/** How many looks at another time or subject one evaluation may take: moving averages of moving averages multiply. */
export const mostLooks = 30_000

/** The value of a compiled expression, numbers to fifteen digits. */
export function evaluate(expression: Expression, environment: Environment): Value {
  const value = expression.root.run({ budget: { left: mostLooks }, ...environment })
  return typeof value === 'number' ? settled(value) : value
}

function step(node: Node, options: CompileOptions): Step {
  switch (node.kind) {
    case 'number':
      return numberStep(node)
    case 'text':
    case 'truth':
      return { node, kind: node.kind, unit: undefined, parts: [], run: () => node.value }
    case 'gap':
      return { node, kind: 'any', unit: undefined, parts: [], run: () => gap('missing') }
    case 'name':
      return nameStep(node, options)
    case 'negate': {
      const part = wanted(step(node.operand, options), 'number')
      return { ...part, node, parts: [part], run: (at) => eachNumber(part.run(at), (x) => -x) }
    }
    case 'not': {
      const part = wanted(step(node.operand, options), 'truth')
      return {
        node,
        kind: 'truth',
        unit: undefined,
        parts: [part],
        run: (at) => opposite(part.run(at)),
      }
    }
    case 'operation':
      return operationStep(node, options)
    case 'call':
      return callStep(node, options)
  }
}

function numberStep(node: Node & { kind: 'number' }): Step {
  const known = node.unit === undefined ? one : unit(node.unit)
  if (!known) throw new Refused({ code: 'unknown-unit', ...place(node), found: node.unit ?? '' })
  const { value } = node
  const bare = node.unit === undefined
  return { node, kind: 'number', unit: known, parts: [], bare, run: () => value }
}

function nameStep(node: Node & { kind: 'name' }, { names }: CompileOptions): Step {
  const declared = names ? names.get(node.name) : {}
  if (!declared) throw new Refused({ code: 'unknown-name', ...place(node), found: node.name })
  const known = declared.unit === undefined ? undefined : unit(declared.unit)
  const kind = declared.kind ?? (declared.unit === undefined ? 'any' : 'number')
  const { name } = node
  return { node, kind, unit: known, parts: [], run: (at) => at.value(name) }
}

function operationStep(node: Node & { kind: 'operation' }, options: CompileOptions): Step {
  const { operator } = node
  const logical = operator === 'and' || operator === 'or'
  const arithmetic = ['+', '-', '*', '/', '^'].includes(operator)
  const kind = logical ? 'truth' : arithmetic ? 'number' : 'any'
  const left = wanted(step(node.left, options), kind)
  const right = wanted(step(node.right, options), kind)
  const units = unitOfOperation(operator, left, right)
  if (!units.ok) throw new Refused({ ...units.error, ...place(node) })
  const { toLeft, toRight, result } = units.value
  return {
    node,
    kind: arithmetic ? 'number' : 'truth',
    unit: result,
    parts: [left, right],
    run: (at) => operate(operator, toLeft(left.run(at)), () => toRight(right.run(at))),
  }
}

function callStep(node: Call, options: CompileOptions): Step {
  const parts = node.arguments.map((argument) => step(argument, options))
  const form = formRule(node.name)
  if (form) {
    countArguments(node, form.arguments)
    return form.make(node, parts)
  }
  const rule = functionRule(node.name)
  if (!rule) throw new Refused({ code: 'unknown-function', ...place(node), found: node.name })
  countArguments(node, rule.arguments)
  if (rule.takes === 'number') for (const part of parts) wanted(part, 'number')
  const common = commonUnit(parts, rule)
  const converts = parts.map((part) => converter(part, common))
  return {
    node,
    kind: rule.gives,
    unit: rule.unit === 'first' ? (common ?? parts[0]?.unit) : rule.unit,
    parts,
    run: (at) => rule.run(parts.map((part, index) => (converts[index] ?? same)(part.run(at)))),
  }
}

/** The unit all number arguments are brought to before the function sees them. */
function commonUnit(parts: readonly Step[], rule: FunctionRule): Unit | undefined {
  if (rule.inUnit === undefined) return undefined
  if (rule.inUnit !== 'same') return rule.inUnit
  return parts.find((part) => part.unit !== undefined && !part.bare)?.unit
}

function toUnit(root: Step, label: string | undefined): Step {
  const to = label === undefined ? undefined : unit(label)
  if (label !== undefined && !to) {
    throw new Refused({ code: 'unknown-unit', ...place(root.node), found: label })
  }
  if (!to || !root.unit || root.bare) return to ? { ...root, unit: to } : root
  const change = converter(root, to)
  return { ...root, unit: to, run: (at) => change(root.run(at)) }
}

function opposite(value: Value): Value {
  return typeof value === 'boolean' ? !value : isGap(value) ? value : gap('not-a-number')
}

function eachNumber(value: Value, change: (x: number) => number): Value {
  if (typeof value === 'number') return change(value)
  if (isList(value)) return value.map((x) => (x === undefined ? x : change(x)))
  return isGap(value) ? value : gap('not-a-number')
}
