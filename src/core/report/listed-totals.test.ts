import { listedTotals, type ToldListed } from './listed-totals.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

function told(
  name: string,
  unit: string,
  cells: ToldListed['cells'],
  isAccepted = true,
): ToldListed {
  return { list: 'product', code: 'P1', name, unit, isAccepted, cells }
}

test('products of one name and unit are one row, those in another unit another', () => {
  const found = listedTotals([
    told('阀门', '台', { 'to-date': '10', 'to-date-last-year': '8' }),
    told('阀门', '台', { 'to-date': '5.5' }),
    told('阀门', '吨', { 'to-date': '3' }),
    told('阀门', '台', { 'to-date': '100' }, false),
  ])
  expect(found).toEqual([
    {
      list: 'product',
      name: '阀门',
      unit: '台',
      told: 3,
      accepted: 2,
      sums: { 'to-date': '15.5', 'to-date-last-year': '8' },
      growth: 0.25,
    },
    { list: 'product', name: '阀门', unit: '吨', told: 1, accepted: 1, sums: { 'to-date': '3' } },
  ])
})

test('where nothing was accepted there is no sum, and no zero', () => {
  expect(listedTotals([told('阀门', '台', { 'to-date': '1' }, false)])).toMatchObject([
    { told: 1, accepted: 0, sums: {} },
  ])
})

test('a class keeps its code', () => {
  const row = { ...told('敏感元件及传感器制造', '千元', { 'to-date': '1' }), code: '3983' }
  expect(listedTotals([{ ...row, list: 'industry-class' }])).toMatchObject([{ code: '3983' }])
})

test('sums are exact, whatever the order', () => {
  const figure = fc.integer({ min: -(10 ** 9), max: 10 ** 9 })
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1 }), (values) => {
      const rows = values.map((value) => told('阀门', '台', { month: (value / 100).toFixed(2) }))
      const cents = values.reduce((sum, value) => sum + value, 0)
      const [one] = listedTotals(rows)
      expect(Number(one?.sums.month)).toBe(cents / 100)
      expect(listedTotals(rows.toReversed())).toEqual(listedTotals(rows))
    }),
  )
})
