import { fold } from './fold.ts'
import type { Term } from './query.ts'
import type { Spelling } from './spelling.ts'

/** A stretch of a text, in characters as JavaScript counts them. */
export interface Mark {
  readonly start: number
  readonly end: number
}

/** Where the words stand in a name, however they were typed; in order and not overlapping. */
export function marksInName(name: string, spelling: Spelling, terms: readonly Term[]): Mark[] {
  const characters = Array.from(name)
  const starts = characters.reduce<number[]>(
    (offsets, character) => [...offsets, (offsets.at(-1) ?? 0) + character.length],
    [0],
  )
  const found = terms.flatMap(({ spellings }) => {
    for (const { pattern } of spellings) {
      const match = new RegExp(pattern, 'u').exec(spelling)
      if (match) {
        const first = spacesIn(spelling.slice(0, match.index))
        const count = spacesIn(match[0])
        return [{ start: starts[first] ?? 0, end: starts[first + count] ?? name.length }]
      }
    }
    return []
  })
  return joined(found)
}

/** Where the words stand in a text as they were typed. */
export function marksInText(text: string, terms: readonly Term[]): Mark[] {
  const folded = fold(text)
  const found = terms.flatMap((term) => {
    const marks: Mark[] = []
    for (let at = folded.indexOf(term.text); at >= 0; at = folded.indexOf(term.text, at + 1)) {
      marks.push({ start: at, end: at + term.text.length })
    }
    return marks
  })
  return joined(found)
}

export interface Excerpt {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** A part of a text with what was found in it; dots stand for what it was cut from. */
export function excerptOf(
  part: string,
  cut: { readonly before: boolean; readonly after: boolean },
  terms: readonly Term[],
): Excerpt {
  const line = part.replaceAll(/\s/g, ' ')
  const text = `${cut.before ? '…' : ''}${line}${cut.after ? '…' : ''}`
  return { text, marks: marksInText(text, terms) }
}

function spacesIn(text: string): number {
  return text.split(' ').length - 1
}

function joined(marks: readonly Mark[]): Mark[] {
  const sorted = marks.toSorted((a, b) => a.start - b.start)
  const result: Mark[] = []
  for (const mark of sorted) {
    const last = result.at(-1)
    if (last && mark.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, mark.end) }
    } else result.push(mark)
  }
  return result
}
