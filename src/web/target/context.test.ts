import { expect, test } from 'vitest'
import { contextOf } from './context.ts'

test('a short text is shown whole', () => {
  expect(contextOf('到2025年，产值达到100亿元。', { start: 7, end: 16 })).toEqual({
    before: '到2025年，',
    quote: '产值达到100亿元',
    after: '。',
  })
})

test('a long text is cut at the ends of lines', () => {
  const line = `${'一'.repeat(90)}\n`
  const text = `${line}${line}目标${line}${line}`
  const { before, after } = contextOf(text, { start: 182, end: 184 })
  expect([before, after]).toEqual([line, line.trimEnd()])
})

test('one endless line is cut where it must', () => {
  const { before, after } = contextOf('一'.repeat(1000), { start: 500, end: 510 })
  expect([before.length, after.length]).toEqual([120, 120])
})
