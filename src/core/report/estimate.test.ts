import { Decimal } from 'decimal.js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cells } from './cells.ts'
import { type Alike, estimatedCells, type Known } from './estimate.ts'
import { type CellKey, cellKey, type Form } from './form.ts'

const row = {
  code: '01',
  name: '工业总产值',
  unit: '千元',
  decimals: 0,
  indent: 0,
  isRequired: true,
  columns: ['to-date', 'to-date-last-year'],
} as const
const form: Pick<Form, 'sections'> = { sections: [{ title: '产销', rows: [row] }] }
const own = cellKey('01', 'to-date')
const base = cellKey('01', 'to-date-last-year')
const bounds = { leastGrowth: 0.2, mostGrowth: 5 }

function cells(toDate: number, lastYear?: number): Cells {
  const told: [CellKey, string][] = [[own, String(toDate)]]
  if (lastYear !== undefined) told.push([base, String(lastYear)])
  return new Map(told)
}

function estimate(known: Partial<Known>): Cells {
  const alike: Alike = { now: new Decimal(110), before: new Decimal(100) }
  const all = { lastYear: undefined, lastPeriod: undefined, soFar: undefined, alike: () => alike }
  return estimatedCells(form, { ...all, ...known }, bounds)
}

test('[K7] what was told of the year stands, and what came since grows as the industry does', () => {
  const soFar = cells(900, 1000)
  expect(estimate({ lastYear: cells(1200), lastPeriod: soFar, soFar }).get(own)).toBe('1120')
})

test('[K7] the first period of a year grows as a whole', () => {
  const told = estimate({ lastYear: cells(200), lastPeriod: cells(1300, 1200) })
  expect([told.get(own), told.get(base)]).toEqual(['220', '200'])
})

test('[K7] without last year, or with growth beyond its bounds, nothing is guessed', () => {
  expect(estimate({ soFar: cells(900, 1000) }).size).toBe(0)
  const alike = () => ({ now: new Decimal(900), before: new Decimal(100) })
  expect(estimate({ lastYear: cells(200), alike }).size).toBe(0)
})

test('[K7] what only grew last year never falls below what was told', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000 })
  fc.assert(
    fc.property(amount, amount, amount, (told, before, since) => {
      const soFar = cells(told, before)
      const value = estimate({ lastYear: cells(before + since), lastPeriod: soFar, soFar }).get(own)
      expect(Number(value)).toBeGreaterThanOrEqual(told)
    }),
  )
})
