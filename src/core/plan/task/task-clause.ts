import type { Span } from '../../document/document.ts'
import { type Responsibility, responsibilityIn } from './responsibility.ts'
import { isOrgan, unitsIn } from './unit-list.ts'

/** A clause in a text that names units, brackets included. */
export interface Clause extends Span {
  readonly found: Responsibility
  /** True where the text it is about goes on behind it. */
  readonly isInside?: boolean
}

const label =
  '(?:总?牵头|主办|主责|责任|主要责任|第一责任|配合|协同|协办|协作|参与|参加|承办|承担|落实|实施)(?:责任)?(?:单位|部门|主体|处室|科室|股室|机构)\\s?[：:]'
const saysRole = new RegExp(
  `${label}|(?:牵头|主办|责任|配合)\\s?[：:]|(?:牵头|负责|配合|职责分工.{0,6}|参与|协办|主办|承办|落实)(?=[，,；;。]|$)`,
)
const lineStart = new RegExp(
  `^(?:${label}|(?:完成时限|完成时间|责任领导|责任人|时限要求)\\s?[：:])`,
)
const asSentence = new RegExp(`(?<=[。；！，]|^)\\s*${label}[^。]{0,400}(?:。|$)`)

/** The clauses of a paragraph or heading, in order: in brackets, or a sentence of its own. */
export function clausesIn(text: string): Clause[] {
  const bracketed = bracketsIn(text).flatMap((span) => {
    const found = clauseOf(text.slice(span.start + 1, span.end - 1), isLast(text, span))
    return found ? [{ ...span, found }] : []
  })
  if (bracketed.length > 0) return bracketed
  const sentence = asSentence.exec(text)
  const found = sentence && responsibilityIn(sentence[0])
  if (!sentence || !found) return []
  const end = sentence.index + sentence[0].length
  return [{ start: sentence.index, end, found, isInside: end < text.trimEnd().length }]
}

/** Whether a paragraph is nothing but such a clause, as in 牵头单位：甲局 on a line of its own. */
export function isClauseLine(text: string): boolean {
  return lineStart.test(text.trim().replace(/^[（(【[［]/, ''))
}

/** Reads the lines of such a clause; a bracket may open in the first and close in the last. */
export function lineClause(lines: readonly string[]): Responsibility | undefined {
  const whole = lines
    .map((line) => line.trim().replace(/^[（(【[［](.*)[）)】\]］]$/, '$1'))
    .join('；')
  const opens = whole.match(/[（(【[［]/g)?.length ?? 0
  const closes = whole.match(/[）)】\]］]/g)?.length ?? 0
  const inner =
    opens === closes && /^[（(【[［]/.test(whole)
      ? whole.slice(1).replace(/[）)】\]］]$/, '')
      : whole
  return responsibilityIn(inner)
}

function clauseOf(content: string, isLast: boolean): Responsibility | undefined {
  const printed = content.trim()
  const isPlainList =
    isLast &&
    unitsIn(printed).every(isOrgan) &&
    unitsIn(printed).some((unit) => !/公司|集团/.test(unit))
  if (!saysRole.test(printed) && !isPlainList) return undefined
  const found = responsibilityIn(printed)
  return found && [...found.lead, ...found.responsible].some(isOrgan) ? found : undefined
}

function isLast(text: string, { end }: Span): boolean {
  return /^[。；\s]*$/.test(text.slice(end))
}

const brackets: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '【': '】',
  '[': ']',
  '〔': '〕',
  '［': '］',
}

/** Outermost bracketed stretches; a bracket may be closed by its half- or full-width twin. */
function bracketsIn(text: string): Span[] {
  const spans: Span[] = []
  let depth = 0
  let start = 0
  const opens = Object.keys(brackets).join('')
  const closes = Object.values(brackets).join('')
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (opens.includes(character)) {
      if (depth === 0) start = index
      depth++
    }
    if (closes.includes(character) && depth > 0) {
      depth--
      if (depth === 0) spans.push({ start, end: index + 1 })
    }
  }
  return spans
}
