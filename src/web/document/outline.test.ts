import type { Document } from '#core/document/document.ts'
import { expect, test } from 'vitest'
import { entryAt, outlineOf } from './outline.ts'

/** A line a block; `1 一、总则` is a heading of level 1, `.` a paragraph. */
function drawn(...lines: string[]): Document {
  let text = ''
  const blocks = lines.map((line): Document['blocks'][number] => {
    const start = text.length
    const level = Number.parseInt(line, 10)
    text += `${line.replace(/^\d /, '')}\n`
    const span = { start, end: text.length - 1 }
    return Number.isNaN(level)
      ? { kind: 'paragraph', ...span, path: [] }
      : { kind: 'heading', level, title: span, ...span, path: [] }
  })
  return { text, blocks }
}

test('depth follows the levels in use, whatever their numbers', () => {
  const outline = outlineOf(drawn('0 规划', '2 一、总则', '.', '4 （一）目标', '2 二、任务'))
  expect(outline.map(({ depth, text }) => `${depth} ${text}`)).toEqual([
    '0 一、总则',
    '1 （一）目标',
    '0 二、任务',
  ])
})

test('a reader stands under the last heading passed', () => {
  const outline = outlineOf(drawn('.', '1 一、总则', '.', '1 二、任务'))
  expect(entryAt(outline, 2)?.text).toBe('一、总则')
  expect(entryAt(outline, 0)).toBeUndefined()
})
