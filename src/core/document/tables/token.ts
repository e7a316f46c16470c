import type { Line } from '../layout.ts'
import type { Piece } from './piece.ts'

/** A piece of a flattened table: a line or a word of it, and what parts it from the one before. */
export interface Token extends Piece {
  readonly gap: 'space' | 'line' | 'blank'
  /** The index of its line. */
  readonly line: number
}

const pageNumber = /^(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?)$/

/** The tokens of the lines from `first` up to the one before `next`. */
export function tokensOf(lines: readonly Line[], first: number, next: number): readonly Token[] {
  const tokens: Token[] = []
  let gap: Token['gap'] = 'blank'
  for (let index = first; index < next; index += 1) {
    const line = lines[index]
    if (!line || line.text === '') gap = 'blank'
    else if (!pageNumber.test(line.text)) {
      tokens.push(...wordsOf(line, index, gap))
      gap = 'line'
    }
  }
  return tokens
}

/** A line as one token, or as its words where it is plainly several cells. */
function wordsOf(line: Line, index: number, gap: Token['gap']): readonly Token[] {
  const words = [...line.text.matchAll(/\S+(?:\s年|\s\(\S+|\s（\S+)?/g)]
  if (words.length < 3) {
    const { start, end, text } = line
    return [{ start, end, text, gap, line: index }]
  }
  return words.map((word, place) => {
    const start = line.start + word.index
    return {
      start,
      end: start + word[0].length,
      text: word[0],
      gap: place === 0 ? gap : 'space',
      line: index,
    }
  })
}
