import { expect, test } from 'vitest'
import { anchoredPieces } from './anchors.ts'

/** Leaves are drawn as words; `2-5` is a comment on those characters of the words set side by side. */
function anchored(words: string, ...comments: readonly string[]): string {
  const text = words.replaceAll(' ', '')
  let end = 0
  const leaves = words.split(' ').map((word) => ({ start: end, end: (end += word.length) }))
  const spans = comments.map((comment, id) => {
    const [from, to] = comment.split('-').map(Number)
    return { id, start: from ?? 0, end: to ?? 0 }
  })
  return anchoredPieces(leaves, spans)
    .map((pieces) =>
      pieces
        .map((piece) => {
          if (piece.kind === 'text') return text.slice(piece.start, piece.end)
          return piece.kind === 'open' ? `<${piece.id}:` : `:${piece.id}>`
        })
        .join(''),
    )
    .join(' ')
}

test.each([
  ['abcdef', ['1-3'], 'a<0:bc:0>def'],
  ['abcdef', ['0-6'], '<0:abcdef:0>'],
  ['abcdef', ['1-4', '2-6'], 'a<0:b<1:cd:0>ef:1>'],
  ['abcdef', ['1-4', '1-4'], 'a<0:<1:bcd:0>:1>ef'],
  ['abcdef', ['0-2', '2-4'], '<0:ab:0><1:cd:1>ef'],
  ['abcdef', ['3-3'], 'abc<0::0>def'],
])('in %s comments on %j stand as %s', (words, comments, picture) => {
  expect(anchored(words, ...comments)).toBe(picture)
})

test.each([
  ['ab cd ef', ['1-5'], 'a<0:b cd e:0>f'],
  ['ab cd ef', ['2-4'], 'ab <0:cd:0> ef'],
  ['ab cd', ['0-4', '1-3'], '<0:a<1:b c:1>d:0>'],
])('over the leaves %s comments on %j stand as %s', (words, comments, picture) => {
  expect(anchored(words, ...comments)).toBe(picture)
})

test('a comment on text that no leaf shows goes to the nearest leaf', () => {
  const leaves = [
    { start: 0, end: 2 },
    { start: 10, end: 12 },
  ]
  const [first, second] = anchoredPieces(leaves, [{ id: 0, start: 4, end: 6 }])
  expect(first?.map(({ kind }) => kind)).toEqual(['text', 'open', 'close'])
  expect(second?.map(({ kind }) => kind)).toEqual(['text'])
})
