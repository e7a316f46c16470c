import { barOf, marksOf, placeOf, scaleOf } from './spans.ts'
import { expect, test } from 'vitest'

const scale = { from: '2026-01-01', to: '2026-05-01' }

test('a scale holds all matters and today in whole months, five years at most', () => {
  const matters = [{ raisedOn: '2026-02-10', due: '2026-04-30' }]
  expect(scaleOf(matters, '2026-03-05')).toEqual({ from: '2026-02-01', to: '2026-05-01' })
  expect(scaleOf([{ raisedOn: '2026-02-10', due: '2035-12-31' }], '2026-03-05').to).toBe(
    '2031-02-01',
  )
})

test('a bar begins when a matter is raised and ends with its day; without one it is open', () => {
  expect(barOf(scale, { raisedOn: '2026-01-31', due: '2026-03-01' })).toEqual({
    left: 25,
    width: 25,
    isOpenEnded: false,
  })
  expect(barOf(scale, { raisedOn: '2026-03-02' })).toEqual({
    left: 50,
    width: 50,
    isOpenEnded: true,
  })
  expect(placeOf(scale, '2030-01-01')).toBe(100)
})

test('a long scale is divided by quarters or years', () => {
  expect(marksOf(scale)).toHaveLength(4)
  expect(marksOf({ from: '2026-02-01', to: '2028-02-01' })).toEqual([
    '2026-04-01',
    '2026-07-01',
    '2026-10-01',
    '2027-01-01',
    '2027-04-01',
    '2027-07-01',
    '2027-10-01',
    '2028-01-01',
  ])
  expect(marksOf({ from: '2026-02-01', to: '2030-02-01' })).toHaveLength(4)
})
