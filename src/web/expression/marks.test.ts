import { expect, test } from 'vitest'
import { marksOf } from './marks.ts'

/** The stretches as `text/tone`, what is wrong in `!…!`. */
function drawn(text: string, wrong?: { start: number; end: number }, cuts: number[] = []): string {
  return marksOf(text, wrong, cuts)
    .map(({ text, tone, isWrong }) => {
      const seen = tone ? `${text}/${tone}` : text
      return isWrong ? `!${seen}!` : seen
    })
    .join('|')
}

test.each([
  ['营业收入*2', '营业收入/name|*|2/number'],
  ['同比(【R&D经费】)', '同比/function|(|【R&D经费】/name|)'],
  ['企业="高技术"', '企业/name|=|"高技术"/text'],
  ['利润 + 【R&', '利润/name| + 【R&'],
  ['', ''],
])('%s looks like %s', (text, expected) => {
  expect(drawn(text)).toBe(expected)
})

test('what is wrong is marked to the character, and the text is cut where something is offered', () => {
  expect(drawn('利润+产值', { start: 3, end: 5 }, [1])).toBe('利/name|润/name|+|!产值/name!')
  expect(drawn('利润+', { start: 3, end: 3 })).toBe('利润/name|+')
})
