import { expect, test } from 'vitest'
import { quoteHead, quoteWords } from './quote-words.ts'

test('a row of a table that reached us in lines is one line', () => {
  expect(quoteWords('工业投资（亿元）\n预期性\t 400\n')).toBe('工业投资（亿元） 预期性 400')
})

test('a long quote is known by its beginning', () => {
  expect(quoteHead('工业投资\n400')).toBe('工业投资 400')
  expect(quoteHead('到规划期末规模以上工业总产值突破')).toBe('到规划期末规模以上工业总产值…')
})
