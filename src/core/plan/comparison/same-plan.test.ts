import { isSamePlan } from './same-plan.ts'
import { expect, test } from 'vitest'

/** `2021-2025 制造业规划 府发〔2021〕1号 废止府发〔2020〕9号`. */
function meta(picture: string) {
  const [years = '', title = '', ...numbers] = picture.split(' ')
  const [start = 0, end = 0] = years.split('-').map(Number)
  const documentNumber = numbers.find((number) => !number.startsWith('废止'))
  const supersedes = numbers
    .filter((number) => number.startsWith('废止'))
    .map((number) => number.slice(2))
  return { title, period: { start, end }, supersedes, ...(documentNumber && { documentNumber }) }
}

test.each([
  ['2021-2025 制造业规划', '2021-2025 制造业规划（修订）', true],
  [
    '2021-2025 制造业规划（2021—2025年）',
    '2021-2025 关于印发《制造业规划（2021—2025年）》的通知',
    true,
  ],
  ['2021-2025 “十四五”制造业规划', '2021-2025 十四五制造业规划修订版', true],
  [
    '2021-2025 制造业规划 府发〔2021〕1号',
    '2021-2025 新的规划 府发〔2022〕7号 废止府发〔2021〕1号',
    true,
  ],
  ['2021-2025 制造业规划 府发〔2021〕1号', '2021-2025 换了标题的规划 府发〔2021〕1号', true],
  ['2021-2025 制造业规划', '2026-2030 制造业规划', false],
  ['2021-2025 制造业规划', '2021-2025 服务业规划', false],
  ['2021-2025 制造业规划 府发〔2021〕1号', '2021-2025 行动方案 府发〔2022〕7号', false],
])('%s and %s: one plan is %s', (earlier, later, expected) => {
  expect(isSamePlan(meta(earlier), meta(later))).toBe(expected)
})
