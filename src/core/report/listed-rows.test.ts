import { monthPeriod } from '../period/period.ts'
import { checkHits } from './checks.ts'
import { compileForm } from './compile-form.ts'
import { cellKey, type Form, rowsOf } from './form.ts'
import {
  carriedListed,
  cellsWithout,
  compiledWithListed,
  listedAgain,
  type ListedRow,
  listRow,
  withListed,
} from './listed-rows.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

const flow = ['month', 'to-date'] as const
const form: Form = {
  code: 'output',
  number: 'B204-1',
  name: '产销',
  frequency: 'month',
  reporter: 'enterprise',
  dueAfter: 6,
  review: ['region'],
  waitsForAll: false,
  sections: [
    {
      title: '',
      rows: [
        {
          code: '01',
          name: '工业总产值',
          indent: 0,
          unit: '千元',
          decimals: 0,
          columns: flow,
          isRequired: true,
        },
      ],
    },
    {
      title: '按行业小类分列',
      rows: [],
      ownRows: {
        list: 'industry-class',
        unit: '千元',
        decimals: 0,
        columns: flow,
        addUpTo: '工业总产值',
      },
    },
    {
      title: '主要产品产量',
      rows: [],
      ownRows: { list: 'product', decimals: 2, columns: flow },
    },
  ],
  checks: [],
  notes: '',
  source: '',
}

const sensors: ListedRow = {
  list: 'industry-class',
  code: '3983',
  name: '敏感元件及传感器制造',
  unit: '千元',
}
const parts: ListedRow = { ...sensors, code: '3981', name: '电阻电容电感元件制造' }

function compiled(listed: readonly ListedRow[]) {
  const read = compileForm(form)
  if (!read.ok) throw new Error(read.error.map(({ text }) => text).join())
  return compiledWithListed(read.value, listed)
}

function hits(listed: readonly ListedRow[], figures: Readonly<Record<string, string>>) {
  const ready = compiled(listed)
  const cells = new Map(
    Object.entries(figures).map(([row, value]) => [cellKey(row, 'to-date'), value]),
  )
  const archive = { cellsOf: () => undefined }
  return checkHits(ready, { form: ready.form, period: monthPeriod(2026, 3), cells, archive })
}

test('what a reporter listed stands in its section, in the order it was listed', () => {
  const rows = rowsOf(withListed(form, [sensors, parts]))
  expect(rows.map(({ code, unit }) => `${code} ${unit}`)).toEqual([
    '01 千元',
    '3983 千元',
    '3981 千元',
  ])
  expect(rowsOf(withListed(withListed(form, [sensors]), []))).toHaveLength(1)
})

test('[K10] a product brings its unit and gets a number never used before', () => {
  const chip = { list: 'product', name: '压力传感器', unit: '万只' } as const
  const first = listRow(form, [], chip)
  expect(first).toEqual({ list: 'product', code: 'P1', name: '压力传感器', unit: '万只' })
  expect(listRow(form, [], chip, ['P1', 'P7'])).toMatchObject({ code: 'P8' })
})

test.each([
  ['row-name-taken', { list: 'industry-class', code: '3990', name: '工业总产值' }],
  ['row-code-taken', { list: 'industry-class', code: '3983', name: '另一个' }],
  ['row-unit-missing', { list: 'product', name: '压力传感器' }],
] as const)('refused: %s', (code, given) => {
  expect(listRow(form, [sensors], given)).toBe(code)
})

test('[K10] the next report begins with what the form of then has room for, in its units', () => {
  const taken = { ...parts, name: '工业总产值' }
  const sections = form.sections
    .slice(0, 2)
    .map((one) => (one.ownRows ? { ...one, ownRows: { ...one.ownRows, unit: '万元' } } : one))
  const product: ListedRow = { list: 'product', code: 'P1', name: '阀门', unit: '台' }
  expect(listedAgain({ ...form, sections }, [sensors, taken, product])).toEqual([
    { ...sensors, unit: '万元' },
  ])
})

test('a form without such a list takes none, and a list has an end', () => {
  const plain = { ...form, sections: form.sections.slice(0, 1) }
  const given = { list: 'industry-class', code: '3983', name: '敏感元件及传感器制造' } as const
  expect(listRow(plain, [], given)).toBe('row-list-unknown')
  const many = Array.from({ length: 50 }, (_, i) => ({ ...sensors, code: `4${i}`, name: `类${i}` }))
  expect(listRow(form, many, given)).toBe('rows-too-many')
})

test('[K10] rows that do not add up to their total want an explanation', () => {
  const [hit] = hits([sensors, parts], { '01': '100', '3983': '60', '3981': '39' })
  expect(hit).toMatchObject({
    check: 'listed-industry-class',
    level: 'soft',
    words: '各行合计 99 ≠ 工业总产值 100千元',
    cells: ['3983.to-date', '3981.to-date', '01.to-date'],
  })
  expect(hits([sensors, parts], { '01': '100', '3983': '60' })).toEqual([])
  expect(hits([], { '01': '100' })).toEqual([])
})

test('rows that add up are no hit, exactly', () => {
  const figures = fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(figures, (values) => {
      const listed = values.map((_, i) => ({ ...sensors, code: `39${10 + i}`, name: `类${i}` }))
      const told = Object.fromEntries(values.map((v, i) => [`39${10 + i}`, (v / 100).toFixed(2)]))
      const total = (values.reduce((sum, v) => sum + v, 0) / 100).toFixed(2)
      expect(hits(listed, { ...told, '01': total })).toEqual([])
    }),
  )
})

test('[K6] last year’s columns come from the row of the same name, whatever its number was', () => {
  const columns = ['to-date', 'to-date-last-year'] as const
  const sections = form.sections.map((section) =>
    section.ownRows ? { ...section, ownRows: { ...section.ownRows, columns } } : section,
  )
  const product = (code: string, name: string): ListedRow => ({
    list: 'product',
    code,
    name,
    unit: '台',
  })
  const then = {
    listed: [product('P1', '阀门'), product('P2', '流量计')],
    cells: new Map([
      [cellKey('P1', 'to-date'), '10'],
      [cellKey('P2', 'to-date'), '20'],
    ]),
  }
  const now = [product('P1', '流量计'), product('P2', '执行器')]
  const carried = carriedListed({ ...form, sections }, monthPeriod(2026, 3), now, then)
  expect([...carried]).toEqual([['P1.to-date-last-year', '20']])
})

test('a row off the list takes its cells along, and no others', () => {
  const cells = { 'P1.month': '1', 'P1.to-date': '2', 'P11.month': '3', '01.month': '4' }
  expect(cellsWithout(cells, 'P1')).toEqual({ 'P11.month': '3', '01.month': '4' })
})

test('a section of own rows is told what is wrong with it', () => {
  const wrong = {
    ...form,
    sections: form.sections.map((section, i) =>
      i === 1
        ? {
            ...section,
            ownRows: { list: 'product', decimals: 0, columns: [], addUpTo: '无此行' } as const,
          }
        : section,
    ),
  }
  const read = compileForm(wrong)
  expect(read.ok ? [] : read.error.map(({ code }) => code)).toEqual([
    'own-rows-mixed',
    'own-rows-total-unknown',
    'own-rows-doubled',
  ])
})
