import { monthPeriod, type Period } from '../period/period.ts'
import type { ProductShare } from './enterprise.ts'
import { overfull, tagSpansOf, withTagsOfProducts } from './product-shares.ts'
import { isInForce } from './tag-spans.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

/** `传感器 0.4 战新 2025-01..2025-06`; without an end it goes on. */
function products(picture: string): readonly ProductShare[] {
  return picture
    .trim()
    .split('\n')
    .map((line) => {
      const [product = '', share = '', tags = '', span = ''] = line.trim().split(' ')
      const [from, to] = span.split('..')
      return {
        product,
        share,
        tags: tags === '-' ? [] : tags.split('+'),
        from: from as Period,
        ...(to && { to: to as Period }),
      }
    })
}

function drawn(all: ReturnType<typeof tagSpansOf>): readonly string[] {
  return all.map(
    ({ tag, share, from, to = '', evidence }) => `${tag} ${share} ${from}..${to} ${evidence}`,
  )
}

test('an enterprise has the share of a tag that its products with the tag have together', () => {
  const made = products(`
    传感器 0.4 战新 2025-01..
    芯片 0.25 战新+高技术 2025-07..2026-06
    外壳 0.35 - 2025-01..
  `)
  expect(drawn(tagSpansOf(made))).toEqual([
    '战新 0.4 2025-01..2025-06 传感器',
    '战新 0.65 2025-07..2026-06 传感器、芯片',
    '战新 0.4 2026-07.. 传感器',
    '高技术 0.25 2025-07..2026-06 芯片',
  ])
  expect(overfull(made)).toBeUndefined()
})

test('products make no more than the whole', () => {
  expect(overfull(products('甲 0.6 - 2025-01..\n乙 0.400001 - 2025-09..2025-12'))).toBe('2025-09')
})

test('tags that follow from products replace what was entered, and go with the products', () => {
  const before = products('传感器 0.4 战新 2025-01..')
  const own = { tag: '专精特新', share: '1', from: monthPeriod(2024, 1), evidence: '名单' }
  const entered = { tag: '战新', share: '0.7', from: monthPeriod(2024, 1), evidence: '名单' }
  const now = withTagsOfProducts([own, entered], before)
  expect(drawn(now)).toEqual(['专精特新 1 2024-01.. 名单', '战新 0.4 2025-01.. 传感器'])
  expect(drawn(withTagsOfProducts(now, [], before))).toEqual(['专精特新 1 2024-01.. 名单'])
})

const month = fc
  .integer({ min: 0, max: 35 })
  .map((at) => monthPeriod(2024 + Math.floor(at / 12), (at % 12) + 1))
const product = fc
  .record({
    share: fc.integer({ min: 1, max: 400_000 }).map((millionths) => String(millionths / 1e6)),
    tags: fc.subarray(['战新', '高技术']),
    span: fc.tuple(month, month).map((ends) => ends.toSorted()),
    isOpen: fc.boolean(),
  })
  .map(({ share, tags, span: [from, to], isOpen }): ProductShare => ({
    product: `${share} ${from}`,
    share,
    tags,
    from: from as Period,
    ...(!isOpen && to !== undefined && { to }),
  }))

function sum(all: readonly { readonly share: string }[]): number {
  return all.reduce((total, { share }) => total + Math.round(Number(share) * 1e6), 0)
}

test('in every month the share of a tag is the sum of the products with it, and never more than all', () => {
  fc.assert(
    fc.property(fc.array(product, { maxLength: 6 }), month, (made, at) => {
      const inMonth = made.filter((one) => isInForce(one, at))
      const spans = tagSpansOf(made).filter((one) => isInForce(one, at))
      for (const tag of ['战新', '高技术']) {
        const own = spans.filter((one) => one.tag === tag)
        expect(own.length).toBeLessThanOrEqual(1)
        expect(sum(own)).toBe(sum(inMonth.filter(({ tags }) => tags.includes(tag))))
        if (overfull(made) === undefined) expect(sum(own)).toBeLessThanOrEqual(1e6)
      }
    }),
  )
})
