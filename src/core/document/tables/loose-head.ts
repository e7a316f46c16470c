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

/** Tokens as they are, and with the words of broken heads put together in the ways that may be meant. */
function groupings(tokens: readonly Token[]): readonly Grouping[] {
  const found: Grouping[] = [{ pieces: tokens, cost: 0 }]
  const whole = mended(tokens, (last, { text }) => isEndOfHead(last, text))
  for (const joined of choicesOf(openJoints(whole.pieces))) {
    const { pieces, cost } = mended(
      whole.pieces,
      (last, next) => mayEndHead(last, next) && joined.has(jointName(last, next.text)),
    )
    const grouping = { pieces, cost: whole.cost + cost }
    if (found.every((other) => !isSameGrouping(other, grouping))) found.push(grouping)
  }
  return found
}

function isSameGrouping(a: Grouping, b: Grouping): boolean {
  return (
    a.pieces.length === b.pieces.length &&
    a.pieces.every((piece, index) => piece.end === b.pieces[index]?.end)
  )
}

/** The joints that words alone do not settle; those between a year and what it is the year of are one. */
function openJoints(tokens: readonly Token[]): readonly string[] {
  const joints = tokens.flatMap((token, index) => {
    const last = tokens[index - 1]
    return last && mayEndHead(last.text, token) ? [jointName(last.text, token.text)] : []
  })
  return [...new Set(joints)]
}

const mostOpen = 4

/** All subsets of the first joints; the others go with the fullest of them. */
function choicesOf(joints: readonly string[]): readonly ReadonlySet<string>[] {
  const [first, more] = [joints.slice(0, mostOpen), joints.slice(mostOpen)]
  const choices = first.reduce<readonly (readonly string[])[]>(
    (sets, joint) => sets.flatMap((set) => [set, [...set, joint]]),
    [[]],
  )
  return choices.map((set) => new Set(set.length === first.length ? [...set, ...more] : set))
}

interface Mended {
  readonly pieces: readonly Token[]
  readonly cost: number
}

function mended(tokens: readonly Token[], belongs: (last: string, next: Token) => boolean): Mended {
  const pieces: Token[] = []
  let cost = 0
  for (const token of tokens) {
    const last = pieces.at(-1)
    if (last && belongs(last.text, token)) {
      cost += wholeHead.test(last.text + token.text) ? 0.1 : 0.5
      const text = joinLines(`${last.text}\n${token.text}`)
      pieces[pieces.length - 1] = { ...last, end: token.end, text }
    } else pieces.push(token)
  }
  return { pieces, cost }
}

/** The rest of a head that is none without it: 2025 and 年, “十四五” and 产值目标. */
function isEndOfHead(last: string, next: string): boolean {
  if (/^(?:[年称值性位率]|[（(].{1,8}|[）)])$/.test(next) || /[（(][^）)]*$/.test(last)) return true
  return last.length + next.length <= 12 && isHeadText(last + next) && !isHeadText(last)
}

const yearOf = /^(?:到|至)?(?:20\d\d年?|“?十[一二三四五六]五”?(?:期?末|期间|时期)?)$/
const valueOf =
  /^(?:实际|预计|计划|规划|预期|发展|绝对|基准)?(?:目标|完成|实绩|现状|基数|基期|实际|预计|规划|预期|绝对|指标)?(?:完成)?(?:值|数|情况|水平)?(?:总?产值|产业规模|营业收入|增加值)?(?:[（(].{1,8}[）)])?$/
const wholeHead =
  /^(?:(?:到|至)?20\d\d年?.*|(?:主要|具体|核心|发展)?指标(?:名称|属性|类型|性质|类别)|(?:计量|指标)单位|(?:年均|累计|平均)(?:增长|增速|增幅)[率度]?(?:[（(][%％][）)])?|(?:规划|预期|发展)?目标值?|(?:牵头|责任)(?:单位|部门)|数据来源|一级指标|二级指标)$/

function mayEndHead(last: string, { text: next, gap }: Token): boolean {
  // 主要指标 with a blank line behind it is the caption.
  if (last.endsWith('指标') && gap === 'blank' && next === '类别') return false
  if (yearOf.test(last)) return valueOf.test(next)
  return /^(?:目标值?|名称|属性|性质|类型|类别|单位|增速|增长率?|增幅)$/.test(next)
}

function jointName(last: string, next: string): string {
  return yearOf.test(last) ? 'year' : `${last} ${next}`
}

function oneRow(pieces: readonly Piece[], length: number, cost: number): LooseHead {
  const roles = pieces.map(roleOfPiece)
  return { length, rows: [pieces], roles: withName(roles), cost: cost + strayHeads(pieces, roles) }
}

const lastHead = /备注|说明|解释|来源|依据|部门|单位|责任|牵头/

/** Behind the attribute few columns follow: any other word is the first category of the body. */
function strayHeads(pieces: readonly Piece[], roles: readonly ColumnRole[]): number {
  const attribute = roles.indexOf('attribute')
  return (
    pieces.filter(
      ({ text }, index) =>
        attribute > 0 && index > attribute && roles[index] === 'text' && !lastHead.test(text),
    ).length * 4
  )
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
