import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { zh } from '../messages/zh.ts'

test('every word that explains itself on the screen is one of the glossary', () => {
  const domain = fs.readFileSync(path.join(import.meta.dirname, '../../../docs/domain.md'), 'utf8')
  const words = [...domain.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) =>
    cell.split(/[、/]/).map((word) => word.trim()),
  )
  const unknown = Object.values(zh.glossary).flatMap(({ term }) =>
    term.split('、').filter((word) => !words.includes(word)),
  )
  expect(unknown).toEqual([])
})
