import { expect, test } from 'vitest'
import { definitionForm } from './definition-form.ts'
import { definitionKey, keepDefinition, keptDefinition, saysTheSame } from './kept-definition.ts'

function aStore() {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

test('what was typed comes back to who typed it, with the version it began with', () => {
  const store = aStore()
  const kept = { version: 2, typed: { formula: '利润总额 / 营业收入' } }
  keepDefinition(store, definitionKey('li', 'profit-margin'), kept)
  expect(keptDefinition(store, definitionKey('li', 'profit-margin'))).toEqual(kept)
  expect(keptDefinition(store, definitionKey('li', undefined))).toBeUndefined()
  expect(keptDefinition(store, definitionKey('wang', 'profit-margin'))).toBeUndefined()
})

test('what was put back as it stood is no draft', () => {
  const initial = definitionForm(undefined)
  expect(saysTheSame({ formula: '', name: '' }, initial)).toBe(true)
  expect(saysTheSame({ formula: '税金 / 产值' }, initial)).toBe(false)
})

test.each(['{', '[]', '{"version":"2","typed":{}}', '{"version":2}'])(
  'what is no draft is left alone: %s',
  (text) => {
    const store = aStore()
    store.setItem('key', text)
    expect(keptDefinition(store, 'key')).toBeUndefined()
  },
)
