import { causes, type Member } from './causes.ts'
import { priceAndVolume, ratioCauses, type RatioPart } from './ratio-causes.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

/** `甲 120 100 98`: value, base on the same sample, published last year; `-` is absent. */
function drawn(picture: string): Member[] {
  return picture
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', ...figures] = line.trim().split(/\s+/)
      const [value, base, published] = figures.map((text) =>
        text === '-' ? undefined : Number(text),
      )
      return {
        code,
        ...(value !== undefined && { value }),
        ...(base !== undefined && { base }),
        ...(published !== undefined && { published }),
      }
    })
}

test('[C1] growth is on the same sample, not between two published levels', () => {
  const found = causes(
    drawn(`甲 120 100 100
           乙  60  50   -
           丙   -   -  40`),
  )
  expect(found.growth).toBeCloseTo(0.2, 12)
  expect(found.naiveGrowth).toBeCloseTo(180 / 140 - 1, 12)
  expect(found).toMatchObject({
    continuing: 20,
    entered: 10,
    baseBroughtIn: 50,
    takenOut: -40,
    corrected: 0,
  })
})

test('[C2] who is late stands outside of the growth and is named', () => {
  const found = causes(
    drawn(`甲 110 100 100
           乙   -  80  80`),
  )
  expect(found.growth).toBeCloseTo(0.1, 12)
  expect(found.silent).toEqual(['乙'])
})

const figure = fc.integer({ min: 0, max: 1_000_000 })
const member = fc.record({
  code: fc.string(),
  value: fc.option(figure, { nil: undefined }),
  base: fc.option(figure, { nil: undefined }),
  published: fc.option(figure, { nil: undefined }),
})

test('[C1] the parts lead from the published level to this year, the pulls add to the growth', () => {
  fc.assert(
    fc.property(fc.array(member), (drawnMembers) => {
      const members: Member[] = drawnMembers.map(({ code, ...rest }) => ({
        code,
        ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
      }))
      const found = causes(members)
      const { continuing, entered, baseBroughtIn, takenOut, corrected } = found
      const way = continuing + entered + baseBroughtIn + takenOut + corrected
      expect(found.published + way).toBeCloseTo(found.value, 6)
      const points = found.pulls.reduce((sum, pull) => sum + pull.points, 0)
      if (found.growth !== undefined) expect(points).toBeCloseTo(found.growth, 9)
    }),
  )
})

const part: fc.Arbitrary<RatioPart> = fc.record({
  code: fc.string(),
  above: fc.integer({ min: -1000, max: 1000 }),
  below: fc.integer({ min: 0, max: 100_000 }),
  aboveBefore: fc.integer({ min: -1000, max: 1000 }),
  belowBefore: fc.integer({ min: 0, max: 100_000 }),
})

test('[C3] rate and mix of all parts add up to the change of the ratio', () => {
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const found = ratioCauses(parts)
      if (!found) return
      const all = found.parts.reduce((sum, { rate, mix }) => sum + rate + mix, 0)
      expect(all).toBeCloseTo(found.ratio - found.before, 6)
    }),
  )
})

test('[C3] a shift towards a part that earns more is mix, not rate', () => {
  const found = ratioCauses([
    { code: '高', above: 20, below: 100, aboveBefore: 10, belowBefore: 50 },
    { code: '低', above: 5, below: 100, aboveBefore: 7.5, belowBefore: 150 },
  ])
  expect(found?.parts.map(({ rate }) => rate)).toEqual([0, 0])
  expect(found?.parts.reduce((sum, { mix }) => sum + mix, 0)).toBeCloseTo(0.125 - 0.0875, 12)
})

test('[C4] dearer goods are no volume', () => {
  const found = priceAndVolume({ value: 110, base: 100, priceIndex: 110 })
  expect(found?.volume).toBeCloseTo(0, 12)
  expect(found?.price).toBeCloseTo(0.1, 12)
  expect(priceAndVolume({ value: 110, base: 0, priceIndex: 110 })).toBeUndefined()
})
