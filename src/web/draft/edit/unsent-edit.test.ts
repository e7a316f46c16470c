import { expect, test } from 'vitest'
import { dropEdit, keepEdit, keptEdit } from './unsent-edit.ts'

function emptyStore() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

test('an edit survives until it is sent, each item its own', () => {
  const store = emptyStore()
  keepEdit(store, 'd', '1', { indicator: '工业投资' })
  expect(keptEdit(store, 'd', '1')).toEqual({ indicator: '工业投资' })
  expect(keptEdit(store, 'd', '2')).toBeUndefined()
  dropEdit(store, 'd', '1')
  expect(keptEdit(store, 'd', '1')).toBeUndefined()
})

test('what is broken in the store is no edit', () => {
  const store = emptyStore()
  store.setItem('jingwei.edit.d.1', '{')
  expect(keptEdit(store, 'd', '1')).toBeUndefined()
})
