import { expect, test } from 'vitest'
import { verdictOn } from './vocabulary.ts'

const names = [
  { name: '利润总额', unit: '万元', aliases: ['profit'] },
  { name: '营业收入', unit: '万元' },
  { name: '用电量', unit: '万千瓦时' },
]

test.each([
  ['利润总额 / 营业收入', { is: 'right', unit: '%', uses: ['利润总额', '营业收入'] }],
  [' ', { is: 'empty' }],
  ['利润 / 营业收入', { is: 'wrong', start: 0, end: 2 }],
  ['lrze', { is: 'wrong', start: 0, end: 4 }],
  ['profit / 营业收入', { is: 'right', unit: '%' }],
  ['利润总额 + 用电量', { is: 'wrong' }],
  ['利润总额 / ', { is: 'wrong', start: 7, end: 7 }],
])('of %s it is said %j', (text, expected) => {
  expect(verdictOn(text, { names, unit: '%' })).toMatchObject(expected)
})

test('a condition has to be one', () => {
  expect(verdictOn('利润总额', { names, kind: 'truth' })).toMatchObject({ is: 'wrong' })
  expect(verdictOn('利润总额 < 0', { names, kind: 'truth' })).toMatchObject({ is: 'right' })
})
