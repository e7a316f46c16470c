import { fold } from './fold.ts'
import { initialsOf, type Spelling, syllablesOf } from './spelling.ts'

/** Two characters that follow one another in the text. */
export function pairsOf(text: string): readonly string[] {
  return pairs(Array.from(fold(text)))
}

/**
 * What a thing is found by: pairs of its text, and of its names the pairs, the single characters,
 * the syllables and the pairs of initials, each marked by what it is.
 */
export function lexemesOf(
  names: readonly { readonly name: string; readonly spelling: Spelling }[],
  text: string,
): ReadonlySet<string> {
  const found = new Set(pairsOf(text))
  for (const { name, spelling } of names) {
    const characters = Array.from(fold(name))
    for (const character of characters) found.add(inName(character))
    for (const pair of pairs(characters)) found.add(inName(pair))
    for (const pair of pairs(initialsOf(spelling))) found.add(ofInitials(pair))
    for (const syllable of syllablesOf(spelling)) found.add(ofSyllable(syllable))
  }
  return found
}

export function inName(characters: string): string {
  return `=${characters}`
}

export function ofInitials(pair: string): string {
  return `~${pair}`
}

export function ofSyllable(syllable: string): string {
  return `^${syllable}`
}

/** In a question: any syllable that begins so. */
export function beginningOfSyllable(letters: string): string {
  return `^${letters}*`
}

function pairs(units: readonly string[]): readonly string[] {
  return units.slice(1).map((unit, index) => `${units[index]}${unit}`)
}
