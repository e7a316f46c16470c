import { err, ok, type Result } from '../../result.ts'
import { Refused } from '../check/refused.ts'
import type { ExpressionProblem, Node, Operator } from '../syntax.ts'
import { type Token, tokens } from './tokens.ts'

/** Bounds that keep a formula somebody typed from costing more than a moment. */
export const limits = { length: 4000, nodes: 1000, depth: 60 } as const

/** Binding power; `^` alone binds to the right. As in mathematics −3² is −9. */
const power: Readonly<Record<Operator, number>> = {
  or: 1,
  and: 2,
  '=': 4,
  '!=': 4,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
  '^': 9,
}
const notPower = 3
const signPower = 8

/**
 * Reads an expression. Names are Chinese or Latin words, or anything in 【】 or []; text stands in
 * quotes; `100亿元` and `5%` are numbers with a unit; 且 或 非 and `and or not` are the same.
 */
export function parse(source: string): Result<Node, ExpressionProblem> {
  const whole = { start: 0, end: source.length }
  if (source.length > limits.length) return err({ code: 'expression-too-long', ...whole })
  const cut = tokens(source)
  if (!cut.ok) return cut
  if (cut.value.length === 1) return err({ code: 'expression-empty', ...whole })
  try {
    return ok(new Reader(cut.value).whole())
  } catch (error) {
    if (error instanceof Refused) return err(error.problem)
    throw error
  }
}

/** Pratt's method. A class, because position, depth and count are shared by every rule. */
class Reader {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0
  #nodes = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): Node {
    const node = this.#expression(0)
    const rest = this.#peek()
    if (rest.kind !== 'end') throw unexpected(rest)
    return node
  }

  #expression(minimum: number): Node {
    if (++this.#depth > limits.depth) {
      throw new Refused({ code: 'expression-too-deep', ...placeOf(this.#peek()) })
    }
    let left = this.#operand()
    for (;;) {
      const token = this.#peek()
      const operator = token.kind === 'sign' ? operatorOf(token.value) : undefined
      if (!operator || power[operator] <= minimum) break
      this.#at++
      const right = this.#expression(operator === '^' ? power[operator] - 1 : power[operator])
      left = this.#count({
        kind: 'operation',
        operator,
        left,
        right,
        start: left.start,
        end: right.end,
      })
    }
    this.#depth--
    return left
  }

  #operand(): Node {
    const token = this.#peek()
    this.#at++
    const { start, end } = token
    switch (token.kind) {
      case 'number':
        return this.#count({
          kind: 'number',
          value: token.value,
          ...(token.unit !== undefined && { unit: token.unit }),
          start,
          end,
        })
      case 'text':
        return this.#count({ kind: 'text', value: token.value, start, end })
      case 'name':
        return token.quoted
          ? this.#count({ kind: 'name', name: token.value, start, end })
          : this.#word(token)
      case 'sign':
        return this.#prefixed(token)
      case 'end':
        throw unexpected(token)
    }
  }

  #prefixed(token: Token & { kind: 'sign' }): Node {
    const { start } = token
    if (token.value === '(') {
      const inner = this.#expression(0)
      return { ...inner, start, end: this.#close(token) }
    }
    if (token.value === '+') return this.#expression(signPower)
    if (token.value === '-' || token.value === 'not') {
      const kind = token.value === '-' ? 'negate' : 'not'
      const operand = this.#expression(kind === 'negate' ? signPower : notPower)
      return this.#count({ kind, operand, start, end: operand.end })
    }
    throw unexpected(token)
  }

  #word(token: Token & { kind: 'name' }): Node {
    const { value: name, start, end } = token
    const next = this.#peek()
    if (next.kind === 'sign' && next.value === '(') return this.#call(token, next)
    const constant = constants[name]
    if (constant === null) return this.#count({ kind: 'gap', start, end })
    if (constant !== undefined) return this.#count({ kind: 'truth', value: constant, start, end })
    return this.#count({ kind: 'name', name, start, end })
  }

  #call(token: Token & { kind: 'name' }, open: Token): Node {
    this.#at++
    const given: Node[] = []
    if (!this.#next(')')) {
      do given.push(this.#expression(0))
      while (this.#take(','))
    }
    const end = this.#close(open)
    return this.#count({
      kind: 'call',
      name: token.value,
      arguments: given,
      start: token.start,
      end,
    })
  }

  #close(open: Token): number {
    const token = this.#peek()
    if (!this.#take(')')) {
      throw token.kind === 'end'
        ? new Refused({ code: 'unclosed', found: '(', ...placeOf(open) })
        : unexpected(token, ')')
    }
    return token.end
  }

  #next(sign: string): boolean {
    const token = this.#peek()
    return token.kind === 'sign' && token.value === sign
  }

  #take(sign: string): boolean {
    const there = this.#next(sign)
    if (there) this.#at++
    return there
  }

  #peek(): Token {
    // The list ends with an `end` token that is never passed.
    const token = this.#tokens[Math.min(this.#at, this.#tokens.length - 1)]
    if (!token) throw new Error('an expression has at least its end token')
    return token
  }

  #count(node: Node): Node {
    if (++this.#nodes > limits.nodes) {
      throw new Refused({ code: 'expression-too-complex', start: node.start, end: node.end })
    }
    return node
  }
}

const constants: Readonly<Record<string, boolean | null>> = {
  真: true,
  true: true,
  假: false,
  false: false,
  空: null,
  null: null,
}

function operatorOf(sign: string): Operator | undefined {
  return Object.keys(power).find((operator): operator is Operator => operator === sign)
}

function placeOf(token: Token): { start: number; end: number } {
  return { start: token.start, end: token.end }
}

function unexpected(token: Token, wanted?: string): Refused {
  const found = token.kind === 'end' ? '' : String(token.value)
  return new Refused({
    code: 'unexpected-token',
    found,
    ...(wanted !== undefined && { wanted }),
    ...placeOf(token),
  })
}
