import type { Comparison } from '#contract/plan.ts'
import { expect, test } from 'vitest'
import { changeCounts, filteredEntries } from './comparison-list.ts'

/** `target:same task:added` are entries of these kinds and changes. */
function comparison(picture: string): Comparison {
  const side = { title: '', regionName: '' }
  const entries = picture.split(' ').map((text) => {
    const [kind, change] = text.split(':')
    return { kind, change, differences: [] } as unknown as Comparison['entries'][number]
  })
  return { left: side, right: side, entries }
}

const drawn = comparison('target:same task:changed target:added target:dropped')

test('what is the same is shown only when asked for', () => {
  expect(filteredEntries(drawn, {}).map(({ change }) => change)).toEqual([
    'dropped',
    'added',
    'changed',
  ])
  expect(filteredEntries(drawn, { change: 'same' })).toHaveLength(1)
  expect(filteredEntries(drawn, { kind: 'task' }).map(({ change }) => change)).toEqual(['changed'])
})

test('counts follow the kind', () => {
  expect(changeCounts(drawn, 'target')).toEqual({ dropped: 1, added: 1, changed: 0, same: 1 })
})
