import fs from 'node:fs'
import path from 'node:path'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'

/** Chinese that is data or notation and the same in every language, by file. */
const notation: Readonly<Record<string, readonly string[]>> = {
  // Units and bounds of figures as plans write them.
  'draft/edit/growth-fields.tsx': ['百分点'],
  'draft/edit/milestone-fields.tsx': ['约'],
  'plan/number-words.ts': ['约'],
  // Each language is offered in itself.
  'shell/language-switch.tsx': ['中文'],
  // How the names of signals end that are ratios or counts.
  'warning/warning-figures.ts': ['同比', '占常年比重', '占比', '月数', '天数', '占'],
}

const folder = path.resolve('src/web')
const files = fs
  .globSync('**/*.{ts,tsx}', { cwd: folder })
  .filter((file) => !file.startsWith('messages/') && !file.includes('.test.'))

/** Runs of Chinese in strings, templates, patterns and between tags; comments are none of the tree. */
function chineseIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return node.match(/\p{Script=Han}+/gu) ?? []
  if (Array.isArray(node)) return node.flatMap(chineseIn)
  if (typeof node !== 'object' || node === null) return []
  // A literal holds its text a second time, as it is written.
  return Object.entries(node).flatMap(([key, part]) => (key === 'raw' ? [] : chineseIn(part)))
}

test('words of the screen stand in the messages and nowhere else', () => {
  expect(files.length).toBeGreaterThan(300)
  const found = files.flatMap((file) => {
    const source = fs.readFileSync(path.join(folder, file), 'utf8')
    const words = new Set(chineseIn(parseAst(source, { lang: 'tsx' })))
    return words.size > 0 ? [[file, [...words]]] : []
  })
  expect(Object.fromEntries(found)).toEqual(notation)
})
