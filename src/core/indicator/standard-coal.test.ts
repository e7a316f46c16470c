import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { unit } from '../quantity/unit.ts'
import { comprehensiveConsumption, type EnergyCarrier, standardCoal } from './standard-coal.ts'

const file = new URL('../../../data/reference/energy-carriers.json', import.meta.url)
const carriers = JSON.parse(readFileSync(file, 'utf8')) as readonly EnergyCarrier[]

test('[G5] amounts become standard coal exactly, by the reference coefficients unless others are given', () => {
  const { rows, total, problems } = standardCoal(
    [
      { code: '33', amount: '1234.56' },
      { code: '21', amount: '10.5' },
      { code: '01', amount: '100', coefficient: '0.65' },
    ],
    carriers,
  )
  expect(rows.map(({ coal, isReference }) => `${coal} ${isReference}`)).toEqual([
    '1517.27424 true',
    '15.29955 true',
    '65 false',
  ])
  expect([total, problems]).toEqual(['1597.57379', []])
})

test('[G5] where the heating value decides, somebody has to say the coefficient', () => {
  expect(standardCoal([{ code: '15', amount: '20' }], carriers)).toMatchObject({
    rows: [],
    problems: [{ code: '15', problem: 'coefficient-needed', range: ['11.0', '13.3'] }],
  })
  expect(standardCoal([{ code: '15', amount: '20', coefficient: '12.143' }], carriers).total).toBe(
    '242.86',
  )
})

test('a coefficient in the wrong unit and an unknown kind of energy are told', () => {
  const amounts = [
    { code: '33', amount: '1', coefficient: '0.1229' },
    { code: '99', amount: '1' },
  ]
  expect(standardCoal(amounts, carriers).problems.map(({ problem }) => problem)).toEqual([
    'coefficient-out-of-range',
    'unknown-energy',
  ])
})

test('what is turned into other energy and recovered is not consumed', () => {
  expect(comprehensiveConsumption('1200.5', '300', '50.25')).toBe('850.25')
})

test('every carrier of the catalogue has a unit we know and a coefficient or a range', () => {
  expect(carriers).toHaveLength(35)
  for (const { unit: label, coefficient, range } of carriers) {
    expect(unit(label)).toBeDefined()
    expect((coefficient === undefined) === (range !== undefined)).toBe(true)
  }
})
