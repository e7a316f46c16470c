import type { Operator } from '../syntax.ts'
import { finite, gap, isGap, isList, type List, sameNumber, type Value } from '../value.ts'

/** Applies an operator; the right side is asked for only when the left does not decide. */
export function operate(operator: Operator, left: Value, right: () => Value): Value {
  switch (operator) {
    case 'and':
    case 'or':
      return logical(operator, left, right)
    case '+':
    case '-':
    case '*':
    case '/':
    case '^':
      return arithmetic(operator, left, right())
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(operator, left, right())
  }
}

/** Three-valued as in SQL: false 且 a gap is false, true 或 a gap is true, else the gap stays. */
function logical(operator: 'and' | 'or', left: Value, right: () => Value): Value {
  const decisive = operator === 'or'
  const a = truth(left)
  if (a === decisive) return decisive
  const b = truth(right())
  if (b === decisive) return decisive
  return isGap(a) ? a : b
}

function truth(value: Value): Value {
  return typeof value === 'boolean' || isGap(value) ? value : gap('not-a-number')
}

type Arithmetic = '+' | '-' | '*' | '/' | '^'

function arithmetic(operator: Arithmetic, left: Value, right: Value): Value {
  if (isGap(left)) return left
  if (isGap(right)) return right
  if (isList(left) || isList(right)) return overLists(operator, left, right)
  if (typeof left !== 'number' || typeof right !== 'number') return gap('not-a-number')
  return ofNumbers(operator, left, right)
}

function ofNumbers(operator: Arithmetic, a: number, b: number): Value {
  switch (operator) {
    case '+':
      return finite(a + b)
    case '-':
      return finite(a - b)
    case '*':
      return finite(a * b)
    case '/':
      return b === 0 ? gap('division-by-zero') : finite(a / b)
    case '^':
      return finite(a ** b)
  }
}

/** Term by term; a single number goes with every term. */
function overLists(operator: Arithmetic, left: Value, right: Value): Value {
  const length = Math.max(isList(left) ? left.length : 0, isList(right) ? right.length : 0)
  const terms: (number | undefined)[] = []
  for (let index = 0; index < length; index++) {
    const [a, b] = [term(left, index), term(right, index)]
    const value = a === undefined || b === undefined ? undefined : ofNumbers(operator, a, b)
    terms.push(typeof value === 'number' ? value : undefined)
  }
  return terms satisfies List
}

function term(value: Value, index: number): number | undefined {
  if (isList(value)) return value[index]
  return typeof value === 'number' ? value : undefined
}

function comparison(
  operator: Exclude<Operator, Arithmetic | 'and' | 'or'>,
  left: Value,
  right: Value,
): Value {
  if (isGap(left)) return left
  if (isGap(right)) return right
  if (operator === '=' || operator === '!=') return same(left, right) === (operator === '=')
  const order = compared(left, right)
  if (order === undefined) return gap('not-a-number')
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

function same(left: Value, right: Value): boolean {
  if (typeof left === 'number' && typeof right === 'number') return sameNumber(left, right)
  return left === right
}

function compared(left: Value, right: Value): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') {
    return sameNumber(left, right) ? 0 : left - right
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return left === right ? 0 : left < right ? -1 : 1
  }
  return undefined
}
