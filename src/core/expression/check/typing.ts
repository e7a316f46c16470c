import { err, ok, type Result } from '../../result.ts'
import { converted, isUnity, scaled } from './convert.ts'
import { same, type Step } from './step.ts'
import type { ExpressionProblem, Operator } from '../syntax.ts'
import {
  divideUnits,
  multiplyUnits,
  one,
  percent,
  percentagePoint,
  type Unit,
} from '../../quantity/unit.ts'
import type { Value } from '../value.ts'

type Change = (value: Value) => Value

interface OperationUnits {
  readonly toLeft: Change
  readonly toRight: Change
  readonly result: Unit | undefined
}

type UnitProblem = Pick<ExpressionProblem, 'code' | 'found' | 'wanted'>

/**
 * How the two sides of an operation are brought to one unit, and the unit of the result.
 * A side whose unit is unknown is taken to be in the other's; so is a bare number, except that
 * `1 + 5%` is 1.05: beside a share a bare number is a pure number.
 */
export function unitOfOperation(
  operator: Operator,
  left: Step,
  right: Step,
): Result<OperationUnits, UnitProblem> {
  switch (operator) {
    case 'and':
    case 'or':
      return ok({ toLeft: same, toRight: same, result: undefined })
    case '*':
    case '/':
      return ok(productUnits(operator, left, right))
    case '^':
      return ok({ toLeft: toRatio(left), toRight: toRatio(right), result: powerUnit(left) })
    case '+':
    case '-':
      return sumUnits(operator, left, right)
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparisonUnits(left, right)
  }
}

function comparisonUnits(left: Step, right: Step): Result<OperationUnits, UnitProblem> {
  if (!left.unit || !right.unit) return ok({ ...besideUnknown(left, right), result: undefined })
  if (left.bare || right.bare) return ok({ toLeft: same, toRight: same, result: undefined })
  const toRight = converted(right.unit, left.unit)
  return toRight ? ok({ toLeft: same, toRight, result: undefined }) : mismatch(left, right)
}

function sumUnits(
  operator: '+' | '-',
  left: Step,
  right: Step,
): Result<OperationUnits, UnitProblem> {
  const [a, b] = [left.unit, right.unit]
  if (!a || !b) return ok({ ...besideUnknown(left, right), result: unitBesideUnknown(left, right) })
  if (left.bare && right.bare) return ok({ toLeft: same, toRight: same, result: one })
  if (isShare(a) && b.label === percentagePoint.label) {
    return ok({ toLeft: same, toRight: same, result: percent })
  }
  if (operator === '-' && isShare(a) && isShare(b)) {
    return ok({ toLeft: same, toRight: same, result: percentagePoint })
  }
  const dimensional = Object.keys((left.bare ? b : a).dimension).length > 0
  if ((left.bare || right.bare) && dimensional) {
    return ok({ toLeft: same, toRight: same, result: left.bare ? b : a })
  }
  const toRight = converted(b, a)
  return toRight ? ok({ toLeft: same, toRight, result: a }) : mismatch(left, right)
}

/**
 * Beside a figure of unknown unit a share is in that figure's unit (`增速 > 5%` with 增速 6.2), but
 * beside something computed from such figures it is a ratio (`利润 / 收入 > 5%`).
 */
function besideUnknown(left: Step, right: Step): { toLeft: Change; toRight: Change } {
  return {
    toLeft: isComputedUnknown(right) ? toRatio(left) : same,
    toRight: isComputedUnknown(left) ? toRatio(right) : same,
  }
}

function unitBesideUnknown(left: Step, right: Step): Unit | undefined {
  const known = left.unit ? left : right
  const other = left.unit ? right : left
  return isComputedUnknown(other) ? ratioUnit(known) : known.unit
}

function isComputedUnknown({ unit, node }: Step): boolean {
  return unit === undefined && node.kind === 'operation'
}

function productUnits(operator: '*' | '/', left: Step, right: Step): OperationUnits {
  const [a, b] = [ratioUnit(left), ratioUnit(right)]
  const known = a && b ? (operator === '*' ? multiplyUnits(a, b) : divideUnits(a, b)) : undefined
  return { toLeft: toRatio(left), toRight: toRatio(right), result: known }
}

/** In products a share counts as its ratio: 100 亿元 × 5 % is 5 亿元. */
function toRatio(part: Step): Change {
  if (!part.unit || !isRatio(part.unit)) return same
  const { scale } = part.unit
  return isUnity(scale) ? same : (value) => scaled(value, scale)
}

function ratioUnit(part: Step): Unit | undefined {
  return part.unit && isRatio(part.unit) && !isUnity(part.unit.scale) ? one : part.unit
}

function powerUnit(base: Step): Unit | undefined {
  return base.unit && isRatio(base.unit) ? one : undefined
}

function isRatio(unit: Unit): boolean {
  return Object.keys(unit.dimension).length === 0
}

function isShare(unit: Unit): boolean {
  return unit.label === percent.label
}

function mismatch(left: Step, right: Step): Result<never, UnitProblem> {
  return err({
    code: 'wrong-unit',
    found: right.unit?.label ?? '',
    wanted: left.unit?.label ?? '',
  })
}
