import { subjectName } from './entry-words.ts'
import { expect, test } from 'vitest'

test.each([
  [{ after: { name: '青澜区' }, before: undefined }, '青澜区'],
  [{ after: null, before: { login: 'zhang' } }, 'zhang'],
  [
    { after: { status: 'accepted', content: { indicator: '工业总产值' } }, before: null },
    '工业总产值',
  ],
  [{ after: { number: 1 }, before: 'x' }, undefined],
])('%j is about %s', (entry, name) => {
  expect(subjectName(entry)).toBe(name)
})
