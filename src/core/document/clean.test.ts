import { expect, test } from 'vitest'
import { fromText } from './from-text.ts'
import { joinLines } from './join-lines.ts'
import { normalise } from './normalise.ts'

test('text stays as it is but for line ends, marks of order and emphasis, control characters and trailing spaces', () => {
  const text =
    '\ufeff一、 总体　要求  \r\n\u0000推进**升级**，\t打造*基地*。\r\n\r\n  （一）\u200b目标\t'
  expect(normalise(fromText(text)).text).toBe(
    '一、 总体　要求\n推进升级，\t打造*基地*。\n\n  （一）目标\t',
  )
})

test.each([
  ['1.55个\n百分点', '1.55个百分点'],
  ['经济\n\n总量', '经济总量'],
  ['GDP\ngrowth', 'GDP growth'],
  ['1.建设园区。\n2.培育企业。', '1.建设园区。 2.培育企业。'],
  ['占比\n3.5', '占比3.5'],
])('the lines %j of a cell are one: %s', (lines, whole) => {
  expect(joinLines(lines)).toBe(whole)
})
