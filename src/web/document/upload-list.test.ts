import { expect, test } from 'vitest'
import { sizeWords, type UploadStep, uploadsAfter } from './upload-list.ts'

function after(...steps: UploadStep[]): string {
  const add: UploadStep = {
    kind: 'add',
    files: [
      { key: 1, name: 'a', size: 10 },
      { key: 2, name: 'b', size: 10 },
    ],
  }
  return [add, ...steps]
    .reduce<ReturnType<typeof uploadsAfter>>(uploadsAfter, [])
    .map(({ name, state, share }) => `${name} ${state} ${share}`)
    .join(', ')
}

test('files wait, are sent, and leave the list when they have arrived', () => {
  expect(after()).toBe('a waiting 0, b waiting 0')
  expect(after({ kind: 'progress', key: 1, share: 0.5 })).toBe('a sending 0.5, b waiting 0')
  expect(after({ kind: 'taken', key: 1 })).toBe('b waiting 0')
})

test('a refused file stays with its reason until it is put away', () => {
  const refused: UploadStep = { kind: 'refused', key: 2, problem: { code: 'x', title: 'X' } }
  expect(after(refused)).toBe('a waiting 0, b refused 0')
  expect(after(refused, { kind: 'clear', key: 2 })).toBe('a waiting 0')
})

test.each([
  [10, '1 KB'],
  [655_360, '640 KB'],
  [3_355_444, '3.2 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words)
})
