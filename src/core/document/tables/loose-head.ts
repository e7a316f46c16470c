import { joinLines } from '../join-lines.ts'
import { type ColumnRole, roleOfHead } from './cell-kind.ts'
import { isHeadText } from './head.ts'
import type { Piece } from './piece.ts'
import type { Token } from './token.ts'

/** A way of reading the first tokens of a flattened table as its head. */
export interface LooseHead {
  /** How many tokens it takes. */
  readonly length: number
  /** One or two rows; the cells of the second stand under the wide ones of the first. */
  readonly rows: readonly (readonly Piece[])[]
  readonly roles: readonly ColumnRole[]
  /** Against it: heads that do not read like heads, words that had to be put together. */
  readonly cost: number
}

const mostHeads = 16

/** The ways of reading the tokens as head and body, likely ones among them. */
export function looseHeads(tokens: readonly Token[]): readonly LooseHead[] {
  const heads: LooseHead[] = []
  for (let length = 3; length <= Math.min(mostHeads, tokens.length - 3); length += 1) {
    const taken = tokens.slice(0, length)
    if (taken.filter((token) => isHeadText(token.text)).length * 2 < length) break
    for (const { pieces, cost } of groupings(taken)) {
      if (pieces.length < 3) continue
      const doubt = cost + pieces.filter((piece) => !isHeadText(piece.text)).length
      heads.push(oneRow(pieces, length, doubt), ...twoRows(pieces, length, doubt))
    }
  }
  return heads
}

interface Grouping {
  readonly pieces: readonly Piece[]
  readonly cost: number
}

/** Tokens as they are, and with the words of broken heads put together, sparingly and freely. */
function groupings(tokens: readonly Token[]): readonly Grouping[] {
  const found: Grouping[] = []
  for (const pieces of [tokens, mend(tokens, isEndOfHead), mend(tokens, mayEndHead)]) {
    const joints = tokens.length - pieces.length
    if (found.every((other) => other.pieces.length !== pieces.length))
      found.push({ pieces, cost: 0.5 * joints })
  }
  return found
}

type Belongs = (last: string, next: string) => boolean

function mend(tokens: readonly Token[], belongs: Belongs): readonly Piece[] {
  const pieces: Piece[] = []
  for (const { start, end, text } of tokens) {
    const last = pieces.at(-1)
    if (last && belongs(last.text, text)) {
      pieces[pieces.length - 1] = {
        start: last.start,
        end,
        text: joinLines(`${last.text}\n${text}`),
      }
    } else pieces.push({ start, end, text })
  }
  return pieces
}

/** The rest of a head that is none without it: 2025 and 年, “十四五” and 产值目标. */
function isEndOfHead(last: string, next: string): boolean {
  if (/^(?:年|[（(].{1,8}|[）)])$/.test(next)) return true
  return last.length + next.length <= 12 && isHeadText(last + next) && !isHeadText(last)
}

function mayEndHead(last: string, next: string): boolean {
  return isEndOfHead(last, next) || /^(?:目标值?|名称|属性|类别|单位|增速|增长)$/.test(next)
}

function oneRow(pieces: readonly Piece[], length: number, cost: number): LooseHead {
  return {
    length,
    rows: [pieces],
    roles: withName(pieces.map(roleOfPiece)),
    cost,
  }
}

/** Where no head says name, the first column of text holds the names. */
function withName(roles: readonly ColumnRole[]): readonly ColumnRole[] {
  if (roles.includes('name') || roles.includes('year')) return roles
  const first = roles.indexOf('text')
  const place = first < 0 ? roles.indexOf('category') : first
  return roles.map((role, index) => (index === place ? 'name' : role))
}

const wide = /十[二三四五六]五|目标|规划|\d{4}/

/** The last heads may stand under one wide head, or, repeated, each under one of several. */
function twoRows(pieces: readonly Piece[], length: number, cost: number): readonly LooseHead[] {
  const heads: LooseHead[] = []
  for (let under = 2; under <= Math.min(6, pieces.length - 3); under += 1) {
    const first = pieces.slice(0, -under)
    const second = pieces.slice(-under)
    for (const times of [1, 2, 3]) {
      if (under % times !== 0 || under / times < 2 || !isRepeated(second, times)) continue
      if (second.some((piece) => roleOfPiece(piece) !== 'figure')) continue
      const place = first.findLastIndex(
        (_, at) =>
          first.slice(at, at + times).filter((piece) => wide.test(piece.text)).length === times,
      )
      if (place < 0) continue
      const roles = [...first.slice(0, place), ...second, ...first.slice(place + times)].map(
        roleOfPiece,
      )
      heads.push({ length, rows: [first, second], roles: withName(roles), cost: cost + 1 })
    }
  }
  return heads
}

function roleOfPiece(piece: Piece): ColumnRole {
  return roleOfHead(piece.text)
}

function isRepeated(pieces: readonly Piece[], times: number): boolean {
  const period = pieces.length / times
  return pieces.every(
    (piece, index) => index < period || piece.text === pieces[index - period]?.text,
  )
}
