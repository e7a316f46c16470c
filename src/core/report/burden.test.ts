import type { Period } from '../period/period.ts'
import { expect, test } from 'vitest'
import { burdenOf, minutesOf, secondsAt } from './burden.ts'
import type { ColumnKind, Form } from './form.ts'

const flow: readonly ColumnKind[] = ['month', 'to-date', 'month-last-year', 'to-date-last-year']

/** `output electricity` is a form of two rows by their indicators. */
function form(code: string, dueAfter: number, indicators: string): Form {
  const rows = indicators.split(' ').map((indicator) => ({
    code: indicator,
    name: indicator,
    indent: 0,
    indicator,
    unit: '千元',
    decimals: 0,
    columns: flow,
    isRequired: true,
  }))
  return {
    code,
    number: '',
    name: code,
    frequency: 'month',
    reporter: 'enterprise',
    dueAfter,
    review: ['region'],
    waitsForAll: false,
    sections: [{ title: '', rows }],
    checks: [],
    notes: '',
    source: '',
  }
}

const march = '2026-03' as Period
const sales = form('sales', 6, 'output electricity')
const energy = form('energy', 8, 'electricity coal')

test('[K6] last year is known, and what an earlier form tells is not asked again', () => {
  expect(burdenOf(sales, march, [sales, energy])).toEqual({ asked: 4, prefilled: 4 })
  expect(burdenOf(energy, march, [sales, energy])).toEqual({ asked: 2, prefilled: 6 })
})

test('[N3] January and February together ask for no month alone', () => {
  expect(burdenOf(sales, '2026-M1-2' as Period, [])).toEqual({ asked: 2, prefilled: 2 })
})

test('how long a form takes is said from five reports on, in the middle', () => {
  expect(minutesOf([60, 60, 600, 120])).toBeUndefined()
  expect(minutesOf([60, 3000, 90, 120, 60])).toBe(1.5)
})

test('who is away from a report for long is not at it', () => {
  expect([secondsAt(undefined), secondsAt(12.4), secondsAt(300), secondsAt(7200)]).toEqual([
    30, 12, 300, 30,
  ])
})
