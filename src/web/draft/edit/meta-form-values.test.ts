import { expect, test } from 'vitest'
import { metaOfForm } from './meta-form-values.ts'

const filledIn = {
  title: '制造业规划',
  region: { name: '某区', code: '' },
  period: { start: 2021, end: 2025 },
  documentNumber: '',
}

test('emptied fields are absent', () => {
  expect(metaOfForm(filledIn)).toEqual({
    ok: true,
    value: {
      title: '制造业规划',
      supersedes: [],
      region: { name: '某区' },
      period: { start: 2021, end: 2025 },
    },
  })
})

test('fields that do not fit are named', () => {
  const meta = { ...filledIn, issuedOn: '去年', period: { start: 2021, end: null } }
  expect(metaOfForm(meta)).toEqual({
    ok: false,
    error: [['issuedOn'], ['period', 'end']],
  })
})
