import { expect, test } from 'vitest'
import {
  afterSave,
  draftOn,
  emptyDraft,
  keepDraft,
  keptDraft,
  type ReportDraft,
} from './report-draft.ts'

const draft: ReportDraft = {
  revision: 3,
  changes: { '01.month': '5', '02.month': null },
  explanations: { fall: '停产检修' },
}

function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

test('what was typed while a save was on its way is still to be saved', () => {
  const typedOn = { ...draft, changes: { ...draft.changes, '01.month': '6' } }
  expect(afterSave(typedOn, draft, 4)).toEqual({
    revision: 4,
    changes: { '01.month': '6' },
    explanations: {},
  })
})

test('a draft keeps the revision it began on when somebody else saves', () => {
  expect(draftOn({ revision: 9 }, draft)).toBe(draft)
  expect(draftOn({ revision: 9 }, emptyDraft(3))).toEqual(emptyDraft(9))
})

test('a draft outlives a reload and goes once it is saved', () => {
  const store = memory()
  keepDraft(store, 'a', draft)
  expect(keptDraft(store, 'a')).toEqual(draft)
  keepDraft(store, 'a', emptyDraft(4))
  expect(keptDraft(store, 'a')).toBeUndefined()
})

test('what cannot be read is no draft', () => {
  const store = memory()
  store.setItem('a', '{"revision":')
  expect(keptDraft(store, 'a')).toBeUndefined()
  store.setItem('a', '{"revision":1,"changes":[]}')
  expect(keptDraft(store, 'a')).toBeUndefined()
})
