import { listingEffect } from './listing-effect.ts'
import type { Member } from './causes.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

const staying: Member = { code: '甲', value: 110, base: 100, published: 100 }

test('[E5] who enters brings its own base, and moves growth by what it grew more than the others', () => {
  const fresh: Member = { code: '乙', value: 90, base: 50 }
  const found = listingEffect([staying, fresh], '乙')
  expect(found).toMatchObject({ kind: 'entered', amount: 50 })
  expect(found?.growthEffect).toBeCloseTo(200 / 150 - 110 / 100, 12)
})

test('[E5] who leaves takes its old figure out of the base; left there, growth would be told too low', () => {
  const gone: Member = { code: '丙', published: 40 }
  const found = listingEffect([staying, gone], '丙')
  expect(found).toMatchObject({ kind: 'left', amount: 40 })
  expect(found?.growthEffect).toBeCloseTo(110 / 140 - 110 / 100, 12)
})

test.each<[string, Member]>([
  ['stays', staying],
  ['is late', { code: '丁', published: 30, isDue: true }],
  ['told no base', { code: '戊', value: 30 }],
])('who %s changes nothing of the sample', (_, member) => {
  expect(listingEffect([{ ...staying, code: '己' }, member], member.code)).toBeUndefined()
})

test('an entry that grows as the others do moves nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 9 }), (base, times) => {
      const old = { code: '甲', value: base * times, base, published: base }
      const fresh = { code: '乙', value: 7 * times, base: 7 }
      expect(listingEffect([old, fresh], '乙')?.growthEffect).toBeCloseTo(0, 9)
    }),
  )
})
