/** A stretch of the source an error or an explanation points at, in UTF-16 units. */
export interface Place {
  readonly start: number
  readonly end: number
}

export type Operator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '^'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'and'
  | 'or'

/** An expression as a tree. */
export type Node = Place &
  (
    | { readonly kind: 'number'; readonly value: number; readonly unit?: string }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'truth'; readonly value: boolean }
    | { readonly kind: 'gap' }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'negate'; readonly operand: Node }
    | { readonly kind: 'not'; readonly operand: Node }
    | {
        readonly kind: 'operation'
        readonly operator: Operator
        readonly left: Node
        readonly right: Node
      }
    | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Node[] }
  )

/** Why an expression was refused, with the place. */
export interface ExpressionProblem extends Place {
  readonly code:
    | 'expression-too-long'
    | 'expression-too-complex'
    | 'expression-too-deep'
    | 'expression-empty'
    | 'unexpected-character'
    | 'unexpected-token'
    | 'unclosed'
    | 'unknown-function'
    | 'unknown-name'
    | 'unknown-unit'
    | 'wrong-argument-count'
    | 'wrong-type'
    | 'wrong-unit'
  /** What was found or wanted, for the message. */
  readonly found?: string
  readonly wanted?: string
}

/** The indicators and fields an expression reads, in the order they first stand in it. */
export function namesIn(node: Node): readonly string[] {
  return [...new Set(placesOfNames(node).map(({ name }) => name))]
}

/** Every place where a name stands, in order. */
export function placesOfNames(node: Node): readonly (Place & { readonly name: string })[] {
  if (node.kind === 'name') return [{ name: node.name, start: node.start, end: node.end }]
  return childrenOf(node).flatMap(placesOfNames)
}

export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'negate':
    case 'not':
      return [node.operand]
    case 'operation':
      return [node.left, node.right]
    case 'call':
      return node.arguments
    case 'number':
    case 'text':
    case 'truth':
    case 'gap':
    case 'name':
      return []
  }
}
