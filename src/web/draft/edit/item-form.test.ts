import { expect, test } from 'vitest'
import { formOfSelection, itemOfForm } from './item-form.ts'

test('empty fields are absent and typed figures get their words', () => {
  expect(
    itemOfForm('target', {
      indicator: ' 工业投资 ',
      category: '',
      unit: '亿元',
      scope: { kind: 'park', name: '' },
      baseline: { year: null, value: undefined },
      milestones: [{ year: 2025, op: '>=', kind: 'level', value: 400, high: null, unit: '亿元' }],
    }),
  ).toEqual({
    ok: true,
    value: {
      kind: 'target',
      content: {
        indicator: '工业投资',
        unit: '亿元',
        milestones: [
          { year: 2025, op: '>=', kind: 'level', value: 400, unit: '亿元', text: '≥400 亿元' },
        ],
        growth: [],
      },
    },
  })
})

test('zero is a figure, not an empty field', () => {
  const item = itemOfForm('target', { indicator: '事故', baseline: { year: 2020, value: 0 } })
  expect(item).toMatchObject({ value: { content: { baseline: { year: 2020, value: 0 } } } })
})

test('what is missing or wrong is named by its place in the form', () => {
  expect(
    itemOfForm('target', {
      indicator: '',
      milestones: [{ year: 2025.5, op: '=', kind: 'level', value: 1 }],
    }),
  ).toEqual({
    ok: false,
    error: [
      { path: ['indicator'], code: 'required' },
      { path: ['milestones', 0, 'year'], code: 'required' },
    ],
  })
})

test('a selection becomes the name of what is added', () => {
  expect(itemOfForm('task', formOfSelection('task', '建设\n公共服务平台'))).toEqual({
    ok: true,
    value: { kind: 'task', content: { text: '建设 公共服务平台', lead: [], responsible: [] } },
  })
})
