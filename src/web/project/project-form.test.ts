import { contentOf, isAmount } from './project-form.ts'
import { expect, test } from 'vitest'

test('what is empty is left out, thousands are taken together', () => {
  expect(
    contentOf(
      {
        name: ' 机床 ',
        stage: 'building',
        total: '12,000',
        from: '2026-03',
        to: '',
        land: '',
        yearPlans: [{ year: 2026, amount: '1,000' }, { year: 2027 }],
      },
      undefined,
    ),
  ).toEqual({
    name: '机床',
    stage: 'building',
    content: '',
    total: '12000',
    from: '2026-03',
    yearPlans: [{ year: 2026, amount: '1000' }],
    links: [],
  })
})

test('an amount is a number from zero on', () => {
  expect(['12,000.5', '-1', '一万', ''].map(isAmount)).toEqual([true, false, false, false])
})
