import { compile } from '../expression/compile.ts'
import type { Environment } from '../expression/check/step.ts'
import { gap } from '../expression/value.ts'
import { expect, test } from 'vitest'
import { hitsOf, thresholdsOf, tunedThresholds } from './threshold.ts'

const names = new Map([
  ['产值', { unit: '千元' }],
  ['销售', { unit: '千元' }],
  ['电量', {}],
])

function read(text: string) {
  const compiled = compile(text, { names, kind: 'truth' })
  if (!compiled.ok) throw new Error(compiled.error.code)
  return compiled.value
}

function told(values: Readonly<Record<string, number>>): Environment {
  return { value: (name) => values[name] ?? gap('missing', name) }
}

test('[K9] the numbers of a condition that can be tuned, with what is held against them', () => {
  const at = told({ 产值: 200, 销售: 150, 电量: 7 })
  const found = (text: string) =>
    thresholdsOf(read(text)).map(({ text: number, side, measure }) => [number, side, measure(at)])
  expect(found('销售 / 产值 >= 80% 且 销售 / 产值 <= 120%')).toEqual([
    ['80%', 'least', 75],
    ['120%', 'most', 75],
  ])
  expect(found('产值 <= 5 * 销售')).toEqual([['5', 'most', 200 / 150]])
  expect(found('1万元 >= 产值')).toEqual([['1万元', 'most', 20]])
  expect(found('电量 < 9')).toEqual([['9', 'most', 7]])
  expect(found('产值 >= 销售')).toEqual([])
})

test('[K9] what is proposed asks about few of the past, and says about how many', () => {
  const past = Array.from({ length: 1000 }, (_, index) => told({ 产值: 1000, 销售: 1 + index }))
  const [one] = tunedThresholds(read('销售 / 产值 <= 50%'), { names, kind: 'truth' }, past)
  expect(hitsOf(read('销售 / 产值 <= 50%'), past)).toBe(500)
  expect(one).toMatchObject({ text: '50%', looked: 1000, farthest: 100 })
  expect(one?.proposals).toEqual([
    { text: '100%', holds: '销售 / 产值 <= 100%', hits: 0 },
    { text: '99%', holds: '销售 / 产值 <= 99%', hits: 10 },
    { text: '98%', holds: '销售 / 产值 <= 98%', hits: 20 },
    { text: '95%', holds: '销售 / 产值 <= 95%', hits: 50 },
  ])
  expect(tunedThresholds(read('销售 / 产值 <= 50%'), { names }, past.slice(0, 39))).toEqual([])
})
