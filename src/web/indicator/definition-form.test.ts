import type { IndicatorVersion } from '#contract/indicator.ts'
import { expect, test } from 'vitest'
import { definitionForm, sentDefinition } from './definition-form.ts'

const version: IndicatorVersion = {
  version: 3,
  shipped: true,
  at: '2026-01-01T00:00:00.000Z',
  definition: {
    code: 'profit-margin',
    name: '营业收入利润率',
    englishName: 'Profit margin',
    unit: '%',
    decimals: 2,
    direction: 'up',
    kind: 'rate',
    frequency: 'month',
    overSpace: 'ratio',
    overTime: 'none',
    formula: '利润总额 / 营业收入',
    source: '推算',
    definition: '每百元营业收入的利润',
    aliases: ['利润率'],
    formCode: '301',
  },
}

test('what nobody changed is sent as it was, from the version it was made from', () => {
  const { definition } = version
  const { code, ...rest } = definition
  expect(sentDefinition({ ...definitionForm(definition), why: '复核' }, version)).toEqual({
    code,
    version: 3,
    why: '复核',
    definition: rest,
  })
})

test('what is left empty is not said, and a new indicator is made from nothing', () => {
  const form = { ...definitionForm(undefined), code: 'own', from: ' ', standard: '' }
  const { version: from, definition } = sentDefinition(form, undefined)
  expect(from).toBe(0)
  expect(Object.keys(definition)).not.toContain('formula')
  expect(Object.keys(definition)).not.toContain('from')
})
