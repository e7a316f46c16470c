import type { Span } from '../document.ts'

/** A cell as found, before it has its column: where it is printed and its text in one line. */
export interface Piece extends Span {
  readonly text: string
}

export function isBlank(piece: Piece | undefined): boolean {
  return !piece || piece.text === ''
}
