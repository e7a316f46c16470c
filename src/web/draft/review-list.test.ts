import type { DraftFinding, DraftItem } from '#contract/draft.ts'
import { expect, test } from 'vitest'
import {
  changesOfOthers,
  findingMarks,
  neighbour,
  reviewList,
  reviewMarks,
  soundOnes,
} from './review-list.ts'

/** `a@10? b@20!` are pending targets at these places, one doubtful, one accepted. */
function items(picture: string): DraftItem[] {
  return picture.split(' ').map((text, position) => {
    const [, id = '', place = '', sign] = /^(\w)@(\d+)(\W?)$/.exec(text) ?? []
    const start = Number(place)
    return {
      id: id as DraftItem['id'],
      position,
      status: sign === '!' ? 'accepted' : 'pending',
      added: false,
      citation: { start, end: start + 5, quote: 'quote', where: 'table' },
      doubts: sign === '?' ? ['year-guessed'] : [],
      revision: 1,
      kind: 'target',
      content: { indicator: id, milestones: [], growth: [] },
    }
  })
}

function by(id: string): NonNullable<DraftItem['changedBy']> {
  return { id: id as never, name: id }
}

function ids(list: readonly { id: string }[]): string {
  return list.map(({ id }) => id).join('')
}

test('doubtful items come first, the rest in order of the document', () => {
  const list = items('a@30 b@10 c@20? d@40!')
  expect(ids(reviewList(list, 'target', 'all'))).toBe('cbad')
  expect(ids(reviewList(list, 'target', 'pending'))).toBe('cba')
  expect(ids(reviewList(list, 'target', 'doubtful'))).toBe('c')
  expect(ids(reviewList(list, 'target', 'decided'))).toBe('d')
  expect(ids(reviewList(list, 'task', 'all'))).toBe('')
})

test('only undecided items without a doubt are accepted in one go', () => {
  expect(ids(soundOnes(items('a@1 b@2? c@3!')))).toBe('a')
})

test('moving on stops at the ends', () => {
  const list = items('a@1 b@2 c@3')
  expect([
    neighbour(list, 'a', 1),
    neighbour(list, 'c', 1),
    neighbour(list, 'a', -1),
    neighbour(list, 'gone', 1),
    neighbour([], 'a', 1),
  ]).toEqual(['b', 'c', 'a', 'a', undefined])
})

test('a mark looks like the state of its item', () => {
  const marks = reviewMarks(items('a@1 b@2? c@3!'), [], 'plan.docx')
  expect(marks.map(({ look }) => look)).toEqual(['pending', 'doubtful', 'accepted'])
})

test('a finding marks its places in this document alone, and fades when it is settled', () => {
  const place = { start: 1, end: 4, quote: 'abc', where: 'prose' as const }
  const finding: DraftFinding = {
    id: 'f' as DraftFinding['id'],
    rule: 'sum-mismatch',
    severity: 'error',
    message: '',
    citations: [place, { ...place, start: 7, file: 'other.docx' }],
    status: 'open',
    revision: 1,
  }
  expect(findingMarks([finding], 'plan.docx').map(({ look }) => look)).toEqual(['error'])
  const settled = { ...finding, status: 'known' as const }
  expect(findingMarks([settled], 'other.docx').map(({ look }) => look)).toEqual([
    'settled',
    'settled',
  ])
})

test('changes count as of others when another person made a new revision', () => {
  const before = items('a@1 b@2 c@3')
  const after = before.map((item) => ({
    ...item,
    revision: item.id === 'a' ? 1 : 2,
    changedBy: by(item.id === 'b' ? 'me' : 'other'),
  }))
  expect(ids(changesOfOthers(before, after, ({ changedBy }) => changedBy?.id === 'me'))).toBe('c')
})
