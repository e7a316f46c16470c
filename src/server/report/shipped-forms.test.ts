import { compileForm } from '#core/report/compile-form.ts'
import { namesElsewhere } from '#core/report/elsewhere.ts'
import { rowsOf } from '#core/report/form.ts'
import { convertExact } from '#core/quantity/unit.ts'
import { shippedDefinitions } from '#server/indicator/library/shipped-library.ts'
import { shippedForms } from './shipped-forms.ts'
import { expect, test } from 'vitest'

const units = new Map((await shippedDefinitions()).map(({ code, unit }) => [code, unit]))

test('[K4] there is a form for each who reports', () => {
  expect(shippedForms.map(({ number, reporter }) => `${number} ${reporter}`).toSorted()).toEqual([
    '205-1 enterprise',
    'B203-1 enterprise',
    'B204-1 enterprise',
    '园区月报 park',
    '部门季报 organisation',
    '项目月报 project',
  ])
})

test.each(shippedForms.map((form) => [form.number, form] as const))(
  '[K4] %s compiles beside the others, and its units become those of its indicators',
  (_, form) => {
    const compiled = compileForm(form, namesElsewhere(form, shippedForms))
    expect(compiled.ok ? [] : compiled.error).toEqual([])
    const lost = rowsOf(form).filter(
      ({ indicator, unit }) =>
        indicator !== undefined &&
        convertExact('1', unit, units.get(indicator) ?? 'none') === undefined,
    )
    expect(lost.map(({ code }) => code)).toEqual([])
  },
)
