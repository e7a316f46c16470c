import { fold } from './fold.ts'
import { beginningOfSyllable, inName, ofInitials, ofSyllable, pairsOf } from './lexemes.ts'
import { segmentations } from './syllables.ts'

/** One word of what somebody looks for; a thing is found that has all words. */
export interface Term {
  /** Folded. */
  readonly text: string
  /** The ways the word can be meant in a name: as it is, by pinyin, by initials, or all mixed; at least one. */
  readonly spellings: readonly SpelledTerm[]
  /** What a text that has the word has; nothing where the word is too short to look for in texts. */
  readonly pairs: readonly string[]
  /** What the index finds for it has it: one pair of characters, or a single one. */
  readonly isExact: boolean
}

export interface SpelledTerm {
  /** What a name that has it has. */
  readonly lexemes: readonly string[]
  /** Matches the place in the spelling of a name; the same for PostgreSQL and for JavaScript. */
  readonly pattern: string
}

const mostTerms = 6
const longestTerm = 60

/** The words of what somebody typed, in order; those that are too short to be looked for are left out. */
export function termsOf(typed: string): readonly Term[] {
  return fold(typed)
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '')
    .slice(0, mostTerms)
    .map((word) => termOf(Array.from(word).slice(0, longestTerm).join('')))
    .filter(({ spellings }) => spellings.length > 0)
}

function termOf(text: string): Term {
  const spellings = waysOf(text)
    .map((pieces) => ({ lexemes: lexemesOf(pieces), pattern: patternOf(pieces) }))
    .filter(({ lexemes }) => lexemes.length > 0)
  const isExact = !/[a-z]/.test(text) && Array.from(text).length <= 2
  return { text, spellings, pairs: pairsOf(text), isExact }
}

/**
 * What the index is asked for so that a name is found that has the word in any of the ways: those
 * that only ask for more than another does add nothing to it.
 */
export function candidateLexemes({ spellings }: Term): readonly (readonly string[])[] {
  const sets = spellings.map(({ lexemes }) => new Set(lexemes))
  const isNeeded = (one: ReadonlySet<string>, index: number): boolean =>
    !sets.some(
      (other, at) =>
        at !== index &&
        [...other].every((lexeme) => one.has(lexeme)) &&
        (other.size < one.size || at < index),
    )
  return sets.filter(isNeeded).map((one) => [...one])
}

type Piece =
  | { readonly kind: 'character'; readonly text: string }
  /** A syllable or its beginning; a single letter also stands for itself. */
  | { readonly kind: 'pinyin'; readonly text: string; readonly isLast: boolean }

const mostWays = 8

/** Letters are read in every way, all else as it is. */
function waysOf(text: string): readonly (readonly Piece[])[] {
  const runs = text.match(/[a-z]+|[^a-z]+/g) ?? []
  return runs.reduce<readonly (readonly Piece[])[]>(
    (ways, run, index) =>
      ways
        .flatMap((way) =>
          piecesOf(run, index === runs.length - 1).map((pieces) => [...way, ...pieces]),
        )
        .slice(0, mostWays),
    [[]],
  )
}

function piecesOf(run: string, isLastRun: boolean): readonly (readonly Piece[])[] {
  if (!/^[a-z]/.test(run)) {
    return [Array.from(run, (character) => ({ kind: 'character', text: character }))]
  }
  return segmentations(run).map((pieces) =>
    pieces.map((piece, index) => ({
      kind: 'pinyin',
      text: piece,
      isLast: isLastRun && index === pieces.length - 1,
    })),
  )
}

function patternOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'character') return ` ${escaped(piece.text)}[a-z]*`
      if (piece.text.length === 1) return ` [^ ]?${piece.text}[a-z]*`
      return ` [^ ]${piece.text}${piece.isLast ? '[a-z]*' : String.raw`(?![a-z])`}`
    })
    .join('')
}

function escaped(character: string): string {
  return /[\^$\\.*+?()[\]{}|]/.test(character) ? `\\${character}` : character
}

/** What the index can be asked for: pairs of characters and of initials, syllables, a character that stands alone. */
function lexemesOf(pieces: readonly Piece[]): readonly string[] {
  const found = new Set<string>()
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1]
    const initial = initialOf(piece)
    const nextInitial = next && initialOf(next)
    if (piece.kind === 'character') {
      if (next?.kind === 'character') found.add(inName(piece.text + next.text))
      else if (pieces[index - 1]?.kind !== 'character') found.add(inName(piece.text))
    }
    if (piece.kind === 'pinyin' && piece.text.length > 1) {
      found.add((piece.isLast ? beginningOfSyllable : ofSyllable)(piece.text))
    }
    if (initial !== undefined && nextInitial !== undefined) {
      found.add(ofInitials(initial + nextInitial))
    }
  }
  return [...found]
}

// Of a Chinese character the initial depends on the word it stands in.
function initialOf({ kind, text }: Piece): string | undefined {
  return kind === 'pinyin' || /^[\d!-/:-@]$/.test(text) ? text[0] : undefined
}
