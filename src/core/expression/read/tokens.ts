import { err, ok, type Result } from '../../result.ts'
import type { ExpressionProblem, Place } from '../syntax.ts'
import { unit } from '../../quantity/unit.ts'

export type Token = Place &
  (
    | { readonly kind: 'number'; readonly value: number; readonly unit?: string }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'name'; readonly value: string; readonly quoted: boolean }
    | { readonly kind: 'sign'; readonly value: string }
    | { readonly kind: 'end' }
  )

// One character for one, so that places in the normalised source are places in the source.
const halfWidth: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '、': ',',
  '＋': '+',
  '－': '-',
  '−': '-',
  '×': '*',
  '＊': '*',
  '÷': '/',
  '／': '/',
  '＝': '=',
  '＜': '<',
  '＞': '>',
  '％': '%',
  '！': '!',
  '＾': '^',
  '｜': '|',
  '＆': '&',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '【': '[',
  '】': ']',
  '「': '[',
  '」': ']',
  '『': '[',
  '』': ']',
  '［': '[',
  '］': ']',
  '\u3000': ' ',
}

const signs: Readonly<Record<string, string>> = {
  '&&': 'and',
  '||': 'or',
  '==': '=',
  '<>': '!=',
  '≠': '!=',
  '≤': '<=',
  '≥': '>=',
  '!': 'not',
}
const words: Readonly<Record<string, string>> = {
  且: 'and',
  并且: 'and',
  and: 'and',
  或: 'or',
  或者: 'or',
  or: 'or',
  not: 'not',
}

const pattern =
  /(?<blank>\s+|\/\*[\s\S]*?\*\/)|(?<number>\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)|(?<text>"[^"]*"|'[^']*')|(?<quoted>\[[^\]]+\]|`[^`]+`)|(?<name>[\p{L}_][\p{L}\p{N}_.·]*)|(?<sign><=|>=|==|!=|<>|&&|\|\||[-+*/^(),<>=!≤≥≠])/uy

const unitAfterNumber = /\s*(%|‰|个?百分点|[\p{L}]+(?:[/·][\p{L}]+)*)/uy

/** Cuts an expression into tokens; full-width signs count as their half-width twins. */
export function tokens(source: string): Result<readonly Token[], ExpressionProblem> {
  const text = source.replace(/[\uff01-\uff5e\u3000（），、×÷−“”‘’【】「」『』]/gu, half)
  const found: Token[] = []
  let at = 0
  while (at < text.length) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) return err({ ...unreadable(text, at), start: at, end: at + 1 })
    const token = tokenOf(match, source, text, operandEnded(found))
    if (token) found.push(token)
    at = token ? token.end : pattern.lastIndex
  }
  found.push({ kind: 'end', start: text.length, end: text.length })
  return ok(found)
}

function half(character: string): string {
  const known = halfWidth[character]
  if (known) return known
  const code = character.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character
}

function unreadable(text: string, at: number): Pick<ExpressionProblem, 'code' | 'found'> {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const code = /["'`[]|\/\*/u.test(text.slice(at, at + 2)) ? 'unclosed' : 'unexpected-character'
  return { code, found: character }
}

function tokenOf(
  match: RegExpExecArray,
  source: string,
  text: string,
  afterOperand: boolean,
): Token | undefined {
  const start = match.index
  const end = start + match[0].length
  const groups = match.groups ?? {}
  if (groups['blank'] !== undefined) return undefined
  if (groups['number'] !== undefined) return numberToken(groups['number'], text, start, end)
  if (groups['text'] !== undefined) {
    return { kind: 'text', value: source.slice(start + 1, end - 1), start, end }
  }
  if (groups['quoted'] !== undefined) {
    return {
      kind: 'name',
      value: source.slice(start + 1, end - 1).trim(),
      quoted: true,
      start,
      end,
    }
  }
  if (groups['name'] !== undefined) return nameToken(groups['name'], text, start, afterOperand)
  const sign = groups['sign'] ?? ''
  return { kind: 'sign', value: signs[sign] ?? sign, start, end }
}

/** `100亿元` and `3个百分点` are one token; letters that are no unit are left for the next one. */
function numberToken(digits: string, text: string, start: number, end: number): Token {
  const value = Number(digits.replaceAll('_', ''))
  unitAfterNumber.lastIndex = end
  const label = unitAfterNumber.exec(text)?.[1]
  const known = label === undefined ? undefined : longestUnit(label)
  if (known === undefined) return { kind: 'number', value, start, end }
  const unitEnd = text.indexOf(known, end) + known.length
  return { kind: 'number', value, unit: known, start, end: unitEnd }
}

// 千克标准煤/千瓦时 has nine characters; what follows a number without a space may be a whole sentence.
const longestLabel = 24

function longestUnit(label: string): string | undefined {
  for (let length = Math.min(label.length, longestLabel); length > 0; length--) {
    const part = label.slice(0, length)
    if (unit(part)) return part
  }
  return undefined
}

/**
 * 且 and 或 need no space behind an operand (`产值>100且利润>0`); elsewhere a name may begin with
 * them (`或有负债`). 非 stands before a bracket or a space only: 非公经济 is a name.
 */
function nameToken(word: string, text: string, start: number, afterOperand: boolean): Token {
  const end = start + word.length
  const operator = words[word]
  if (operator !== undefined) return { kind: 'sign', value: operator, start, end }
  if (word === '非' && /^[\s(]/u.test(text.slice(end))) {
    return { kind: 'sign', value: 'not', start, end }
  }
  const joined = afterOperand ? /^(并且|或者|且|或)/u.exec(word)?.[1] : undefined
  if (joined !== undefined) {
    return { kind: 'sign', value: words[joined] ?? joined, start, end: start + joined.length }
  }
  return { kind: 'name', value: word, quoted: false, start, end }
}

function operandEnded(found: readonly Token[]): boolean {
  const last = found.at(-1)
  if (!last) return false
  return last.kind === 'sign' ? last.value === ')' : last.kind !== 'end'
}
