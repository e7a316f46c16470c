import { expect, test } from 'vitest'
import { drawnDocument } from '#test/drawn-plan.ts'
import { neighbourSentence } from './sentences.ts'

const document = drawnDocument(`
  一、目标
  产值达到100亿元；税收增长5%。企业做强。
  指标 | 2025年
  产值 | 100`)

/** The sentences one meets from `place` on, step by step. */
function walk(place: number, step: 1 | -1): string {
  const met: string[] = []
  for (
    let at = neighbourSentence(document, { start: place, end: place }, step);
    at;
    at = neighbourSentence(document, at, step)
  ) {
    met.push(document.text.slice(at.start, at.end))
  }
  return met.join(' ')
}

test('one goes from sentence to sentence and from cell to cell, and back', () => {
  const sentences = ['一、目标', '产值达到100亿元；', '税收增长5%。', '企业做强。']
  const cells = ['指标', '2025年', '产值', '100']
  const all = [...sentences, ...cells]
  expect(walk(0, 1)).toBe(all.join(' '))
  expect(walk(document.text.length, -1)).toBe(all.toReversed().join(' '))
})
