import { joinLines } from '../join-lines.ts'
import { cellKind, type CellKind } from './cell-kind.ts'
import { continuationCost } from './continuation.ts'
import type { Token } from './token.ts'

/** A token with what its words say, worked out once for all the ways it is tried to be placed. */
export interface WeighedToken extends Token {
  readonly kind: CellKind
  /** Together with the token before it, as one cell; absent where there is none. */
  readonly joint?: Joint
}

export interface Joint {
  /** What it costs to believe that the two are one cell. */
  readonly cost: number
  readonly kind: CellKind
  readonly length: number
}

export function weighed(tokens: readonly Token[]): readonly WeighedToken[] {
  return tokens.map((token, index) => {
    const kind = cellKind(token.text)
    const previous = tokens[index - 1]
    if (!previous) return { ...token, kind }
    const whole = joinLines(`${previous.text}\n${token.text}`)
    const cost = continuationCost(previous, token)
    return { ...token, kind, joint: { cost, kind: cellKind(whole), length: whole.length } }
  })
}
