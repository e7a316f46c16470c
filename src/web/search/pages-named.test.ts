import { pagesNamed } from './pages-named.ts'
import { expect, test } from 'vitest'

test('pages are found by a part of their name', () => {
  const pages = [
    { label: '目标台账', link: '/targets' },
    { label: 'Plans in force', link: '/plans' },
  ]
  expect(pagesNamed(pages, '台账')).toEqual([pages[0]])
  expect(pagesNamed(pages, 'plans ')).toEqual([pages[1]])
  expect(pagesNamed(pages, ' ')).toEqual([])
})
