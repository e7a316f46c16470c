import type { Block } from '#core/document/document.ts'
import { expect, test } from 'vitest'
import { blockAt, closestMark, type Mark, marksByBlock, piecesOf, segmentsOf } from './marks.ts'

/** `0-5 5-9` are paragraphs over these spans. */
function blocks(picture: string): Block[] {
  return picture.split(' ').map((span) => {
    const [start = 0, end = 0] = span.split('-').map(Number)
    return { kind: 'paragraph', start, end, path: [] }
  })
}

/** `a:2-4` is a mark named `a` over this span. */
function marks(picture: string): Mark[] {
  return picture.split(' ').map((text) => {
    const [id = '', span = ''] = text.split(':')
    const [start = 0, end = 0] = span.split('-').map(Number)
    return { id, start, end, kind: 'target', look: 'pending' }
  })
}

test('a mark belongs to every block it touches and to no other', () => {
  const found = marksByBlock(blocks('0-5 6-9 10-20'), marks('a:2-4 b:4-7 c:10-12'))
  expect([...found].map(([index, list]) => [index, list.map((mark) => mark.id).join('')])).toEqual([
    [0, 'ab'],
    [1, 'b'],
    [2, 'c'],
  ])
})

test('text is cut where marks begin and end, and overlaps carry both', () => {
  const segments = segmentsOf({ start: 0, end: 10 }, marks('a:2-6 b:4-8'))
  expect(
    segments.map(({ start, end, marks }) => `${start}-${end}${marks.map((m) => m.id).join('')}`),
  ).toEqual(['0-2', '2-4a', '4-6ab', '6-8b', '8-10'])
})

test('marks beyond a cell do not spill out of it', () => {
  expect(segmentsOf({ start: 3, end: 5 }, marks('a:0-9'))).toEqual([
    { start: 3, end: 5, marks: marks('a:0-9') },
  ])
})

test.each([
  [0, 0],
  [5, 1],
  [9, 2],
  [99, 3],
])('the place %i lies in or before block %i', (place, index) => {
  expect(blockAt(blocks('0-5 6-9 10-20'), place)).toBe(index)
})

test('of overlapping marks a click means the shortest', () => {
  expect(closestMark(marks('a:0-20 b:4-8'))?.id).toBe('b')
  expect(closestMark([])).toBeUndefined()
})

test('a cell broken over lines falls into pieces that know their places', () => {
  expect(piecesOf('|0.8个\n百分点\n|', { start: 1, end: 9 })).toEqual([
    { start: 1, end: 5 },
    { start: 6, end: 9 },
  ])
})
