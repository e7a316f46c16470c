import type { Target } from '../plan/plan.ts'
import { pathMethod } from './path-method.ts'
import { expect, test } from 'vitest'

/** `亿元 100 → 200 +18%`: unit, base (`-` for none), the last milestone with its bound, growth. */
function target(picture: string): Target {
  const [unit = '', base = '', , last = '', growth] = picture.split(' ')
  const [, op = '', value = ''] = /^(>=|<=|Σ)?(.*)$/.exec(last) ?? []
  const isNumber = value !== '' && Number.isFinite(Number(value))
  return {
    indicator: '某指标',
    unit,
    ...(base !== '-' && { baseline: { year: 2020, value: Number(base) } }),
    milestones: [
      {
        year: 2025,
        kind: op === 'Σ' ? 'cumulative' : 'level',
        ...(isNumber && { value: Number(value) }),
        unit,
        op: op === '>=' || op === '<=' ? op : '=',
        text: value,
      },
    ],
    growth: growth
      ? [
          {
            from: 2020,
            to: 2025,
            value: Number.parseFloat(growth),
            unit: growth.endsWith('%') ? '%' : 'absolute',
          },
        ]
      : [],
    citation: { start: 0, end: 1, quote: '某', where: 'table' },
  }
}

test.each([
  ['亿元 100 → 200', 'geometric'],
  ['户 100 → 200 +15%', 'geometric'],
  ['% 35.9 → 45', 'linear'],
  ['% 35.9 → 45 +2%', 'linear'],
  ['户 100 → 200', 'linear'],
  ['亿元 100 → 200 +20', 'linear'],
  ['亿元 -5 → 20 +15%', 'linear'],
  ['亿元 0 → 20', 'linear'],
  ['家 - → Σ30', 'cumulative'],
  ['% 95 → >=95', 'floor'],
  ['吨 90 → <=90', 'ceiling'],
  ['% - → >=90', 'floor'],
  ['亿元 - → >=1400', 'step'],
  ['家 - → >=30', 'step'],
  ['吨 - → <=90', 'ceiling'],
  ['% 80 → >=95', 'linear'],
  ['位 12 → 8', 'step'],
  ['% - → 达到全国平均水平', 'step'],
])('the path of %s is %s', (picture, method) => {
  expect(pathMethod(target(picture))).toBe(method)
})
