import type { Organisation } from '#contract/organisation.ts'
import type { OrganisationId } from '#core/id.ts'
import { formerNames, organisationRows, type OrganisationRow } from './organisation-rows.ts'
import { expect, test } from 'vitest'

function unit(name: string, more: Partial<Organisation> = {}): Organisation {
  return {
    id: name as OrganisationId,
    code: name,
    kind: 'bureau',
    name,
    isThere: true,
    stages: [{ from: '2020-01-01', name }],
    aliases: [],
    revision: 0,
    ...more,
  }
}

const a = unit('a', { kind: 'other' })
const b = unit('b', { parent: a.id })
const c = unit('c', { parent: b.id, aliases: ['区经信委'] })
const d = unit('d', { parent: a.id, kind: 'park', isThere: false })
const all = [d, c, b, a]

/** `a(b(c) d)` */
function drawn(rows: readonly OrganisationRow[]): string {
  return rows
    .map(({ name, children }) => (children ? `${name}(${drawn(children)})` : name))
    .join(' ')
}

test.each([
  ['', true, 'a(b(c) d)'],
  ['', false, 'a(b(c))'],
  ['经信', false, 'a(b(c))'],
  ['d', true, 'a(d)'],
  ['d', false, ''],
  ['b', false, 'a(b)'],
])('looking for %j, with those that ended %s: %s', (words, withEnded, expected) => {
  expect(drawn(organisationRows(all, { words, withEnded }))).toBe(expected)
})

test('a unit whose place nobody may see stands at the top', () => {
  expect(drawn(organisationRows([c], { words: '', withEnded: false }))).toBe('c')
})

test('former names are those of other days, each once', () => {
  const stages = ['甲', '乙', '甲', '丙'].map((name, index) => ({
    from: `202${index}-01-01`,
    name,
  }))
  expect(formerNames(unit('丙', { stages }))).toEqual(['乙', '甲'])
})
