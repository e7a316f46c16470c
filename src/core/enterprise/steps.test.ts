import type { EnterpriseId } from '../id.ts'
import { firstTwoMonths, monthPeriod } from '../period/period.ts'
import type { Enterprise } from './enterprise.ts'
import { closed, isListed, merged, restored, splitOff, withoutMerged } from './steps.ts'
import { expect, test } from 'vitest'

function enterprise(name: string, change: Partial<Enterprise> = {}): Enterprise {
  return {
    id: name as EnterpriseId,
    name,
    formerNames: [],
    address: '',
    products: '',
    contacts: [],
    listings: [{ from: firstTwoMonths(2024), reason: '年度入库' }],
    places: [{ chain: 'a', node: name }],
    tags: [],
    state: 'active',
    ...change,
  }
}

const day = '2026-05-31'

test('what closes ends with its time above the designated size, and comes back with it', () => {
  const one = enterprise('甲')
  const ended = closed(one, day)
  if (!ended.ok) throw new Error(ended.error)
  expect(ended.value).toMatchObject({
    state: 'closed',
    endedOn: day,
    listings: [{ from: '2024-M1-2', to: '2026-05' }],
  })
  expect(closed(ended.value, day)).toEqual({ ok: false, error: 'enterprise-ended' })
  expect(restored(ended.value)).toEqual({ ok: true, value: one })
  expect(restored(one)).toEqual({ ok: false, error: 'enterprise-not-ended' })
})

test('an entry that would have come later falls away with a closing', () => {
  const one = enterprise('甲', { listings: [{ from: monthPeriod(2026, 9), reason: '' }] })
  expect(closed(one, day)).toMatchObject({ value: { listings: [] } })
})

test('[E6] a merger passes names and places on, and takes nothing of them twice', () => {
  const one = enterprise('甲', { formerNames: [{ name: '甲厂' }] })
  const into = enterprise('乙', { places: [{ chain: 'a', node: '甲' }] })
  const both = merged(one, into, day)
  if (!both.ok) throw new Error(both.error)
  expect(both.value.into).toMatchObject({
    formerNames: [{ name: '甲厂' }, { name: '甲', to: day }],
    places: [{ chain: 'a', node: '甲' }],
  })
  expect(withoutMerged(both.value.into, one).formerNames).toEqual([])
  expect(merged(one, one, day)).toEqual({ ok: false, error: 'enterprise-into-itself' })
})

test('what is split off has the place of its origin and nothing it told', () => {
  const part = splitOff(
    enterprise('甲', { industry: '3421', products: '车床' }),
    { id: '丙' as EnterpriseId, name: '丙' },
    day,
  )
  expect(part).toMatchObject({ industry: '3421', products: '', listings: [], established: day })
})

test.each([
  [firstTwoMonths(2024), true],
  [monthPeriod(2023, 12), false],
  [monthPeriod(2025, 12), true],
  [firstTwoMonths(2026), false],
])('[E5] who entered in 2024 and left with 2025 is listed in %s: %s', (period, is) => {
  const listings = [{ from: firstTwoMonths(2024), to: monthPeriod(2025, 12), reason: '' }]
  expect(isListed(listings, period)).toBe(is)
})
