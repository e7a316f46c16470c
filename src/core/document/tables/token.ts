import type { Line } from '../layout.ts'
import type { Piece } from './piece.ts'

/** A piece of a flattened table: a line or a word of it, and what parts it from the one before. */
export interface Token extends Piece {
  readonly gap: 'space' | 'line' | 'blank'
  /** The index of its line. */
  readonly line: number
}

const pageNumber = /^(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?)$/

/**
 * The tokens of the lines from `first` up to the one before `next`: the words of each where the first
 * is plainly several cells, otherwise whole lines.
 */
export function tokensOf(lines: readonly Line[], first: number, next: number): readonly Token[] {
  const spaced = wordsOf(lines[first]?.text ?? '').length > 2
  const tokens: Token[] = []
  let gap: Token['gap'] = 'blank'
  for (let index = first; index < next; index += 1) {
    const line = lines[index]
    if (!line || line.text === '') gap = 'blank'
    else if (!pageNumber.test(line.text)) {
      if (spaced) tokens.push(...wordTokens(line, index, gap))
      else tokens.push({ start: line.start, end: line.end, text: line.text, gap, line: index })
      gap = 'line'
    }
  }
  return tokens
}

function wordTokens(line: Line, index: number, gap: Token['gap']): readonly Token[] {
  return wordsOf(line.text).map((word, place) => {
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

/** Words, with a year or a bracket that was set off from its word. */
function wordsOf(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(/\S+(?:\s年(?![均增度])\S*|\s[(（]\S+)?/g)]
}
