import type { Document, Span } from '#core/document/document.ts'
import { trimmed } from './selection.ts'

/** The sentence after (or before) `from`, a cell of a table counting as one; nothing past the ends. */
export function neighbourSentence(document: Document, from: Span, step: 1 | -1): Span | undefined {
  const sentences = sentencesOf(document)
  return step === 1
    ? sentences.find(({ start }) => start >= from.end)
    : sentences.findLast(({ end }) => end <= from.start)
}

function sentencesOf({ text, blocks }: Document): readonly Span[] {
  const stretches = blocks.flatMap((block): readonly Span[] => {
    if (block.kind === 'table') return block.cells
    const words = text.slice(block.start, block.end)
    return [...words.matchAll(/[^。；！？\n]+[。；！？]?/g)].map(({ 0: sentence, index }) => ({
      start: block.start + index,
      end: block.start + index + sentence.length,
    }))
  })
  return stretches.flatMap((stretch) => trimmed(stretch, text) ?? [])
}
