import { expect, test } from 'vitest'
import { definitionForm } from './definition-form.ts'
import { isMeant } from './library-filter.ts'

const {
  formula: _,
  standard: __,
  from: ___,
  to: ____,
  why: _____,
  ...rest
} = definitionForm(undefined)
const margin = {
  shipped: true,
  definition: {
    ...rest,
    code: 'profit-margin',
    name: '营业收入利润率',
    aliases: ['利润率'],
    formula: '利润总额 / 营业收入',
  },
}

test.each([
  [{}, true],
  [{ text: '利润率' }, true],
  [{ text: 'PROFIT 利润' }, true],
  [{ text: '用电' }, false],
  [{ kind: 'rate', origin: 'formula' }, true],
  [{ kind: 'flow' }, false],
  [{ origin: 'given' }, false],
  [{ origin: 'own' }, false],
  [{ frequency: 'year' }, false],
] as const)('%j finds it: %s', (search, expected) => {
  expect(isMeant(margin, search)).toBe(expected)
})
