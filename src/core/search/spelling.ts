import { fold } from './fold.ts'

/**
 * A name with the pinyin of each of its characters: ` 工gong 业ye` for 工业, ` g d p` for GDP. One
 * token a character, so that a place in it is a place in the name.
 */
export type Spelling = string & { readonly __brand: 'spelling' }

/** `pinyin` has one entry a character (code point) of `name`: its syllable, or anything for what has none. */
export function spell(name: string, pinyin: readonly string[]): Spelling {
  const tokens = Array.from(fold(name), (character, index) => {
    const syllable = pinyin[index] ?? ''
    return ` ${/\s/.test(character) ? '_' : character}${isSyllable(character, syllable) ? typed(syllable) : ''}`
  })
  return tokens.join('') as Spelling
}

// A character without a reading is given back as it is.
function isSyllable(character: string, syllable: string): boolean {
  return /^[a-z]+$/.test(syllable) && !/^[\da-z]$/.test(character)
}

/** The way people type üe. */
export function typed(syllable: string): string {
  return syllable.replace('ve', 'ue')
}

/** What each character is found by where somebody types initials: its own letter or its pinyin's. */
export function initialsOf(spelling: Spelling): readonly string[] {
  return tokensOf(spelling).map((token) => {
    const [character = '', letter] = Array.from(token)
    return letter ?? character
  })
}

/** What a whole name is typed as on a keyboard of letters: its initials, and its pinyin in full. */
export function lettersOf(spelling: Spelling): readonly string[] {
  const inFull = tokensOf(spelling).map((token) => {
    const [character = '', ...syllable] = Array.from(token)
    return syllable.length === 0 ? character : syllable.join('')
  })
  return [...new Set([initialsOf(spelling).join(''), inFull.join('')])]
}

/** The readings of the characters that have one. */
export function syllablesOf(spelling: Spelling): readonly string[] {
  return tokensOf(spelling)
    .map((token) => Array.from(token).slice(1).join(''))
    .filter((syllable) => syllable !== '')
}

function tokensOf(spelling: Spelling): readonly string[] {
  return spelling.split(' ').slice(1)
}
