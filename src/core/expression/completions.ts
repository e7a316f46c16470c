import { multipliers, printedUnits } from '../quantity/unit-table.ts'
import { describedFunctions } from './signatures.ts'
import { type Token, tokens } from './read/tokens.ts'

/** A name an expression may use, as the editor offers it. */
export interface OfferedName {
  readonly name: string
  readonly unit?: string
  /** Other names, the English one and the code among them, by which it is found too. */
  readonly aliases?: readonly string[]
}

/** What names and functions are found by without being called so: pinyin and initials. */
export type Spellings = ReadonlyMap<string, readonly string[]>

export interface Completion {
  readonly kind: 'name' | 'function' | 'unit' | 'word'
  readonly label: string
  /** What replaces the text from `from` to `to`. */
  readonly insert: string
  /** The unit of a name or what a function does. */
  readonly detail?: string
  /** How a function is called: `占比(部分, 总体)`. */
  readonly signature?: string
}

export interface Completions {
  readonly from: number
  readonly to: number
  readonly options: readonly Completion[]
}

const mostOptions = 50

/**
 * What may stand at `offset` (UTF-16 units) of an expression being typed, best first: names and functions where an
 * operand is due, units behind a number, words between operands. Nothing inside a text.
 */
export function completionsAt(
  text: string,
  offset: number,
  names: readonly OfferedName[],
  spellings: Spellings = new Map(),
): Completions {
  const { from, typed, due } = typedAt(text.slice(0, offset))
  const all = offered(due, names)
  const ranked = all
    .map((option) => ({ option, rank: rankOf(withSpelling(option, spellings), typed) }))
    .filter(({ rank }) => rank < unfit)
    .toSorted((a, b) => a.rank - b.rank)
  return {
    from,
    to: offset,
    options: ranked.slice(0, mostOptions).map(({ option: { option } }) => option),
  }
}

type Due = 'operand' | 'name' | 'unit' | 'word' | 'nothing'

interface Typed {
  readonly from: number
  readonly typed: string
  readonly due: Due
}

function typedAt(before: string): Typed {
  const cut = tokens(before)
  if (!cut.ok) {
    const { start, found = '' } = cut.error
    if (cut.error.code === 'unclosed') {
      const opensName = found === '[' || found === '`'
      return opensName
        ? { from: start, typed: before.slice(start + 1), due: 'name' }
        : { from: before.length, typed: '', due: 'nothing' }
    }
    // R&D is no word of the language, but the beginning of a name that stands in 【】.
    const word = /[^\s()+*/<>=,（），、【】]*$/u.exec(before)?.[0] ?? ''
    return { from: before.length - word.length, typed: word, due: 'name' }
  }
  const found = cut.value.filter((token) => token.kind !== 'end')
  const last = found.at(-1)
  if (!last || last.end < before.length || last.kind === 'sign') {
    const due = last && isOperand(last) ? 'word' : 'operand'
    return { from: before.length, typed: '', due }
  }
  if (last.kind === 'text' || (last.kind === 'name' && last.quoted))
    return { from: before.length, typed: '', due: 'word' }
  if (last.kind === 'number') {
    const label = last.unit ?? ''
    return { from: last.end - label.length, typed: label, due: 'unit' }
  }
  const previous = found.at(-2)
  const typed = before.slice(last.start)
  const behindNumber = previous?.kind === 'number' && previous.end === last.start
  if (behindNumber) {
    const label = (previous.unit ?? '') + typed
    return { from: before.length - label.length, typed: label, due: 'unit' }
  }
  return { from: last.start, typed, due: previous && isOperand(previous) ? 'word' : 'operand' }
}

function isOperand(token: Token): boolean {
  return token.kind === 'sign' ? token.value === ')' : token.kind !== 'end'
}

interface Offer {
  readonly option: Completion
  readonly found: readonly string[]
}

function offered(due: Due, names: readonly OfferedName[]): readonly Offer[] {
  switch (due) {
    case 'nothing':
      return []
    case 'name':
      return names.map((name) => nameOffer(name, true))
    case 'operand':
      return [...names.map((name) => nameOffer(name, false)), ...functionOffers]
    case 'unit':
      return unitOffers
    case 'word':
      return wordOffers
  }
}

function nameOffer({ name, unit, aliases = [] }: OfferedName, inBrackets: boolean): Offer {
  const insert = inBrackets || !isPlainWord(name) ? `【${name}】` : name
  const option: Completion = {
    kind: 'name',
    label: name,
    insert,
    ...(unit !== undefined && unit !== '' && { detail: unit }),
  }
  return { option, found: [name, ...aliases] }
}

/** True for names that are one word of the language; others stand in 【】. */
export function isPlainWord(name: string): boolean {
  const cut = tokens(name)
  const [only, end] = cut.ok ? cut.value : []
  return only?.kind === 'name' && !only.quoted && end?.kind === 'end'
}

const functionOffers: readonly Offer[] = describedFunctions.map(({ names, signature, meaning }) => {
  const [label = ''] = names
  return {
    option: { kind: 'function', label, insert: `${label}(`, detail: meaning, signature },
    found: names,
  }
})

const units = [
  '%',
  '百分点',
  '元',
  '千元',
  '万元',
  '亿元',
  ...printedUnits,
  '万千瓦时',
  '亿千瓦时',
  '万吨标准煤',
  '万吨',
  '万立方米',
  '万平方米',
  '万人',
  '年',
  '个月',
  '万元/人',
  '万元/亩',
  '吨标准煤/万元',
  '立方米/万元',
  ...Object.keys(multipliers).map((multiplier) => `${multiplier}元`),
]
const unitOffers: readonly Offer[] = [...new Set(units)].map((label) => ({
  option: { kind: 'unit', label, insert: label },
  found: [label],
}))

const wordOffers: readonly Offer[] = [
  '且',
  '或',
  '+',
  '-',
  '*',
  '/',
  '>',
  '>=',
  '<',
  '<=',
  '=',
].map((label) => ({ option: { kind: 'word', label, insert: label }, found: [label] }))

function withSpelling({ option, found }: Offer, spellings: Spellings): Offer {
  const letters = spellings.get(option.label)
  return letters === undefined ? { option, found } : { option, found: [...found, ...letters] }
}

const unfit = 9

/** The name itself before its beginning, that before its inside, other names after all of these. */
function rankOf({ found }: Offer, typed: string): number {
  const wanted = typed.trim().toLowerCase()
  const ranks = found.map((name, index) => {
    const at = name.toLowerCase().indexOf(wanted)
    if (at === -1) return unfit
    const fit = name.length === wanted.length ? 0 : at === 0 ? 1 : 2
    return fit + (index === 0 ? 0 : 3)
  })
  return Math.min(unfit, ...ranks)
}

export interface CallAt {
  /** The function the cursor stands in, in Chinese, and what it does. */
  readonly name: string
  readonly signature: string
  readonly meaning: string
  /** The argument the cursor stands in, the first being 0. */
  readonly argument: number
}

/** The innermost call `offset` stands in, for a hint beside the cursor. */
export function callAt(text: string, offset: number): CallAt | undefined {
  const cut = tokens(text.slice(0, offset))
  if (!cut.ok) return undefined
  const open: { readonly name: string | undefined; argument: number }[] = []
  let previous: Token | undefined
  for (const token of cut.value) {
    if (token.kind === 'sign' && token.value === '(') {
      const name = previous?.kind === 'name' && !previous.quoted ? previous.value : undefined
      open.push({ name, argument: 0 })
    } else if (token.kind === 'sign' && token.value === ')') open.pop()
    else if (token.kind === 'sign' && token.value === ',') {
      const call = open.at(-1)
      if (call) call.argument++
    }
    previous = token
  }
  const call = open.findLast(({ name }) => name !== undefined)
  const known = describedFunctions.find(({ names }) => names.includes(call?.name ?? ''))
  if (!call || !known) return undefined
  const { names, signature, meaning } = known
  return { name: names[0] ?? '', signature, meaning, argument: call.argument }
}
