import type { OrganisationId } from '../id.ts'
import { changed, type OrganisationChange } from './change-organisation.ts'
import {
  answeredFor,
  existsOn,
  nameOn,
  type Organisation,
  stageOn,
  subtreeOf,
  successorOf,
} from './organisation.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

/** `a`, `b under a`: units that are there since 2020. */
function tree(...lines: readonly string[]): Organisation[] {
  return lines.map((line) => {
    const [name = '', parent] = line.split(' under ')
    return {
      id: name as OrganisationId,
      code: name,
      kind: 'bureau',
      stages: [{ from: '2020-01-01', name, ...(parent && { parent: parent as OrganisationId }) }],
      aliases: [],
    }
  })
}

function after(
  organisations: readonly Organisation[],
  name: string,
  change: OrganisationChange,
): Organisation[] | string {
  const one = organisations.find(({ id }) => id === name)
  if (!one) throw new Error(`There is no ${name}`)
  const result = changed(organisations, one, change)
  if (!result.ok) return result.error
  const next = new Map(result.value.map((other) => [other.id, other]))
  return organisations.map((other) => next.get(other.id) ?? other)
}

function must(organisations: Organisation[] | string): Organisation[] {
  if (typeof organisations === 'string') throw new Error(organisations)
  return organisations
}

const id = (name: string) => name as OrganisationId

test('[O1] a unit is called by the name of the day, before its first day by the first', () => {
  const [one] = must(
    after(tree('a'), 'a', { kind: 'rename', name: '区经信委', from: '2024-05-01' }),
  )
  if (!one) throw new Error('one unit was drawn')
  const days = ['2019-01-01', '2024-04-30', '2024-05-01', '2030-01-01']
  expect(days.map((day) => nameOn(one, day))).toEqual(['a', 'a', '区经信委', '区经信委'])
})

test('a name entered for the same day again replaces the first', () => {
  const once = must(after(tree('a'), 'a', { kind: 'rename', name: '甲', from: '2024-05-01' }))
  const [one] = must(after(once, 'a', { kind: 'rename', name: '乙', from: '2024-05-01' }))
  expect(one?.stages.map(({ name }) => name)).toEqual(['a', '乙'])
})

test('a rename keeps the place, a move keeps the name', () => {
  const moved = must(
    after(tree('a', 'b', 'c under a'), 'c', { kind: 'move', parent: id('b'), from: '2025-01-01' }),
  )
  const renamed = must(after(moved, 'c', { kind: 'rename', name: '丙', from: '2026-01-01' }))
  expect(renamed[2]?.stages).toEqual([
    { from: '2020-01-01', name: 'c', parent: 'a' },
    { from: '2025-01-01', name: 'c', parent: 'b' },
    { from: '2026-01-01', name: '丙', parent: 'b' },
  ])
})

test('the tree is that of the day', () => {
  const moved = must(
    after(tree('a', 'b', 'c under a'), 'c', { kind: 'move', parent: id('b'), from: '2025-01-01' }),
  )
  expect([...subtreeOf(moved, id('a'), '2024-12-31')]).toEqual(['a', 'c'])
  expect([...subtreeOf(moved, id('a'), '2025-01-01')]).toEqual(['a'])
})

test('what passes to another unit passes with what stands below, and is answered for there', () => {
  const merged = must(
    after(tree('a', 'b', 'c under a', 'd under c'), 'a', {
      kind: 'merge',
      into: id('b'),
      from: '2025-07-01',
    }),
  )
  const [a, , c] = merged
  if (!a || !c) throw new Error('four units were drawn')
  expect([a.to, a.mergedInto, stageOn(c, '2025-07-01').parent]).toEqual(['2025-06-30', 'b', 'b'])
  expect([existsOn(a, '2025-06-30'), existsOn(a, '2025-07-01')]).toEqual([true, false])
  const present = '2026-01-01'
  expect([...subtreeOf(merged, id('b'), present)].toSorted()).toEqual(['b', 'c', 'd'])
  expect([...answeredFor(merged, id('b'), present)].toSorted()).toEqual(['a', 'b', 'c', 'd'])
  expect(successorOf(merged, id('a'))).toBe('b')
  expect(successorOf(merged, id('d'))).toBe('d')
})

test('an end entered by mistake is taken back', () => {
  const ended = must(after(tree('a'), 'a', { kind: 'abolish', to: '2025-01-01' }))
  expect(after(ended, 'a', { kind: 'restore' })).toEqual(tree('a'))
})

test.each<[string, OrganisationChange, string]>([
  ['a', { kind: 'abolish', to: '2025-01-01' }, 'organisation-has-units'],
  ['c', { kind: 'abolish', to: '2019-01-01' }, 'organisation-not-begun'],
  ['c', { kind: 'rename', name: 'x', from: '2019-01-01' }, 'organisation-not-begun'],
  ['c', { kind: 'restore' }, 'organisation-not-ended'],
  ['a', { kind: 'move', parent: id('a'), from: '2025-01-01' }, 'organisation-above-below'],
  ['a', { kind: 'move', parent: id('c'), from: '2025-01-01' }, 'organisation-above-below'],
  ['a', { kind: 'move', parent: id('x'), from: '2025-01-01' }, 'organisation-above-missing'],
  ['a', { kind: 'merge', into: id('c'), from: '2025-01-01' }, 'organisation-above-below'],
  ['a', { kind: 'merge', into: id('a'), from: '2025-01-01' }, 'organisation-into-missing'],
  ['a', { kind: 'merge', into: id('x'), from: '2025-01-01' }, 'organisation-into-missing'],
  ['c', { kind: 'merge', into: id('a'), from: '2020-01-01' }, 'organisation-not-begun'],
])('%s: %j is refused as %s', (name, change, refusal) => {
  expect(after(tree('a', 'c under a'), name, change)).toBe(refusal)
})

test('nothing happens to a unit that ended, or ends before something else happens to it', () => {
  const ended = must(after(tree('a', 'b'), 'a', { kind: 'abolish', to: '2025-01-01' }))
  const rename = { kind: 'rename', name: 'x', from: '2026-01-01' } as const
  expect(after(ended, 'a', rename)).toBe('organisation-ended')
  expect(after(ended, 'a', { kind: 'abolish', to: '2024-01-01' })).toBe('organisation-ended')
  expect(after(ended, 'a', { kind: 'merge', into: id('b'), from: '2024-01-01' })).toBe(
    'organisation-ended',
  )
  const renamed = must(after(tree('a', 'b'), 'a', rename))
  expect(after(renamed, 'a', { kind: 'abolish', to: '2025-01-01' })).toBe(
    'organisation-changes-later',
  )
})

const name = fc.constantFrom('a', 'b', 'c', 'd').map(id)
const day = fc.constantFrom('2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01')
const change: fc.Arbitrary<OrganisationChange> = fc.oneof(
  fc.record({ parent: fc.option(name), from: day }).map(({ parent, from }) => ({
    kind: 'move' as const,
    from,
    ...(parent !== null && { parent }),
  })),
  fc.record({ kind: fc.constant('merge' as const), into: name, from: day }),
  fc.record({ kind: fc.constant('abolish' as const), to: day }),
  fc.constant({ kind: 'restore' as const }),
)

test('[O2] whatever happens, on no day a unit stands below itself, and every succession ends', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(name, change), { maxLength: 15 }), (changes) => {
      let units = tree('a', 'b', 'c under a', 'd under c')
      for (const [one, what] of changes) {
        const next = after(units, one, what)
        if (typeof next !== 'string') units = next
      }
      for (const today of ['2020-06-01', '2021-06-01', '2022-06-01', '2023-06-01', '2024-06-01']) {
        for (const one of units) {
          const { parent } = stageOn(one, today)
          const isBelow = parent !== undefined && subtreeOf(units, one.id, today).has(parent)
          expect(isBelow).toBe(false)
        }
      }
      for (const one of units) {
        const last = units.find(({ id: other }) => other === successorOf(units, one.id))
        expect(last?.mergedInto).toBeUndefined()
      }
    }),
    { numRuns: 1000 },
  )
})
