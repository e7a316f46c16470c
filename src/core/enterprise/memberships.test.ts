import { parsePeriod } from '../period/period.ts'
import { type Counting, countingChanges, countsNowhere, fromTheStart } from './memberships.ts'
import { expect, test } from 'vitest'

/** `park-01 2000-01..2026-05, park-02 2026-06..` are memberships of a park from a period to a period. */
function parks(picture: string): Counting {
  const park = picture
    .split(', ')
    .filter(Boolean)
    .map((one) => {
      const [member = '', span = ''] = one.split(' ')
      const [from = '', to] = span.split('..')
      const ends = to ? { to: periodIn(to) } : {}
      return { member, share: '1', from: periodIn(from), ...ends }
    })
  return { ...countsNowhere, park }
}

function periodIn(text: string) {
  const period = parsePeriod(text)
  if (!period) throw new Error(`${text} is no period`)
  return period
}

function pictureOf(was: Counting, is: Counting, from: string, last: string): string {
  const change = { from: periodIn(from), last: periodIn(last) }
  return countingChanges('e1', was, is, change)
    .flatMap(({ memberships }) => memberships)
    .map((one) => `${one.member} ${one.from}..${one.to ?? ''}`)
    .join(', ')
}

test.each([
  ['a new enterprise', '', 'park-01 2000-01..', 'park-01 2000-01..'],
  ['nothing new', 'park-01 2000-01..', 'park-01 2000-01..', ''],
  [
    'a move',
    'park-01 2000-01..',
    'park-02 2000-01..',
    'park-01 2000-01..2026-05, park-02 2026-06..',
  ],
  [
    'a second move keeps the first',
    'park-01 2000-01..2024-12, park-02 2025-03..',
    'park-03 2000-01..',
    'park-01 2000-01..2024-12, park-02 2025-03..2026-05, park-03 2026-06..',
  ],
  [
    'a move back',
    'park-01 2000-01..2024-12, park-02 2025-03..',
    'park-01 2000-01..',
    'park-01 2000-01..2024-12, park-02 2025-03..2026-05, park-01 2026-06..',
  ],
  ['leaving for nowhere', 'park-01 2000-01..', '', 'park-01 2000-01..2026-05'],
  [
    'a move before it had begun elsewhere',
    'park-01 2000-01..2026-08, park-02 2026-09..',
    'park-03 2000-01..',
    'park-01 2000-01..2026-05, park-03 2026-06..',
  ],
  [
    'a move of what began with the first two months',
    'park-01 2026-M1-2..',
    'park-02 2000-01..',
    'park-01 2026-M1-2..2026-05, park-02 2026-06..',
  ],
])('[E3] %s', (name, was, is, expected) => {
  const isNew = name === 'a new enterprise'
  const from = isNew ? String(fromTheStart) : '2026-06'
  expect(pictureOf(parks(was), parks(is), from, '2026-05')).toBe(expected)
})
