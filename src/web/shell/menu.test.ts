import { expect, test } from 'vitest'
import { firstPage, menuFor } from './menu.ts'

const entriesFor = (...actions: Parameters<typeof menuFor>[0]) =>
  menuFor(actions).flatMap(({ entries }) => entries.map(({ name }) => name))

test('everybody meets only the pages they may use', () => {
  expect(entriesFor('read')).toContain('targets')
  expect(entriesFor('read')).not.toContain('import')
  expect(entriesFor('read', 'import')).toContain('import')
  expect(entriesFor('see-users', 'manage-users')).toEqual(['users', 'roles'])
  expect(menuFor([])).toEqual([])
})

test.each([
  [['read', 'review'], '/'],
  [['read', 'hear-escalations'], '/watching'],
  [['read'], '/work'],
  [['see-users'], '/work'],
  [[], '/account'],
] as const)('with %s one begins at %s', (actions, page) => {
  expect(firstPage(actions)).toBe(page)
})
