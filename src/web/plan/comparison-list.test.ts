import { Comparison } from '#contract/plan.ts'
import { expect, test } from 'vitest'
import { changeCounts, filteredEntries } from './comparison-list.ts'

/** `target:same task:added` are entries of these kinds and changes. */
function comparison(picture: string, rightRegion = '甲区'): Comparison {
  const side = { title: '', regionName: '甲区' }
  const entries = picture.split(' ').map((text) => {
    const [kind, change] = text.split(':')
    return { kind, change, differences: [] }
  })
  return Comparison.parse({ left: side, right: { ...side, regionName: rightRegion }, entries })
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

test('of two regions, what both have comes first', () => {
  const regions = comparison('target:dropped target:added target:changed', '乙区')
  expect(filteredEntries(regions, {}).map(({ change }) => change)).toEqual([
    'changed',
    'dropped',
    'added',
  ])
})
