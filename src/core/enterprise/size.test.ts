import { type EnterpriseSize, sizeOf, type SizeStandard } from './size.ts'
import { expect, test } from 'vitest'

// 工业 in 工信部联企业〔2011〕300号.
const industry: SizeStandard = {
  large: { employees: 1000, revenue: 40_000 },
  medium: { employees: 300, revenue: 2_000 },
  small: { employees: 20, revenue: 300 },
}

test.each<[employees: number, revenue: number, size: EnterpriseSize]>([
  [1000, 40_000, 'large'],
  [999, 40_000, 'medium'],
  [5000, 39_999, 'medium'],
  [300, 2_000, 'medium'],
  [1200, 1_900, 'small'],
  [20, 300, 'small'],
  [19, 90_000, 'micro'],
  [500, 299, 'micro'],
])('[E2] %i people and revenue of %i 万元 make it %s', (employees, revenue, size) => {
  expect(sizeOf(industry, { employees, revenue })).toBe(size)
})
