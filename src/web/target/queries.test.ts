import { expect, test } from 'vitest'
import { ledgerFilter } from './queries.ts'

test('a scope in the address is a kind alone or a kind with a name', () => {
  const { scopeKind, scopeName } = ledgerFilter({ scope: ['region', 'park:东部：一期:甲区'] })
  expect({ scopeKind, scopeName }).toEqual({
    scopeKind: ['region'],
    scopeName: ['东部：一期:甲区'],
  })
})

test('an address without filters asks for the own region in order of the document', () => {
  expect(ledgerFilter({})).toEqual({
    region: [],
    category: [],
    attribute: [],
    scopeKind: [],
    scopeName: [],
    sort: 'document',
    order: 'up',
  })
})
