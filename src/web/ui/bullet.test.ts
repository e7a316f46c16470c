import { expect, test } from 'vitest'
import { bulletPlaces } from './bullet.ts'

test('the target stands short of the end, so that what exceeds it can be seen', () => {
  const places = bulletPlaces({ actual: 50, target: 100, due: 80 })
  expect(places.target).toBeCloseTo(0.893, 3)
  expect(places.actual).toBeCloseTo(0.446, 3)
  expect(places.due).toBeCloseTo(0.714, 3)
})

test('nothing reported draws no bar rather than a bar of zero', () => {
  expect(Object.keys(bulletPlaces({ target: 18 }))).toEqual(['target'])
})

test('a value beyond the target widens the scale', () => {
  expect(bulletPlaces({ actual: 200, target: 100 }).actual).toBeCloseTo(1 / 1.12, 6)
})

test('a target of zero is no division by zero', () => {
  expect(bulletPlaces({ actual: 0, target: 0 })).toEqual({ actual: 0, target: 0 })
})
