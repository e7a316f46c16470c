import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callAt, completionsAt } from './completions.ts'

const names = [
  { name: '工业总产值', unit: '亿元', aliases: ['industrial-output'] },
  { name: '工业增加值', unit: '亿元' },
  { name: '规上工业总产值', unit: '亿元' },
  { name: 'R&D经费', unit: '万元' },
]

/** The best options where `|` stands, with the text they replace. */
function offered(drawn: string, count = 3): string {
  const offset = drawn.indexOf('|')
  const text = drawn.replace('|', '')
  const { from, to, options } = completionsAt(text, offset, names)
  return `${text.slice(from, to)}→${options
    .slice(0, count)
    .map(({ insert }) => insert)
    .join(' ')}`
}

describe('[X3] the editor offers what may stand at the cursor', () => {
  test.each([
    ['工业|', '工业→工业总产值 工业增加值 规上工业总产值'],
    ['工业总产值 + 工业增|', '工业增→工业增加值'],
    ['indus|', 'indus→工业总产值'],
    ['同|', '同→同比( 同组( 上年同期('],
    ['yearOn|', 'yearOn→同比('],
    ['【R&|', '【R&→【R&D经费】'],
    ['工业增加值 + R&D|', 'R&D→【R&D经费】'],
    ['同比(|', '→工业总产值 工业增加值 规上工业总产值'],
    ['工业总产值 > 100|', '→% 百分点 元'],
    ['工业总产值 > 100亿|', '亿→亿元 亿千瓦时 万亿元'],
    ['工业总产值 |', '→且 或 +'],
    ['"工业|', '→'],
  ])('%s', (drawn, expected) => {
    expect(offered(drawn)).toBe(expected)
  })

  test('nothing that is typed makes it fail', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '1',
      '工',
      '+',
      '"',
      '%',
      '亿',
      ',',
      '同比',
      ' ',
      '【',
      '】',
    )
    fc.assert(
      fc.property(fc.array(piece), fc.nat(40), (pieces, at) => {
        const text = pieces.join('')
        const { from, to } = completionsAt(text, Math.min(at, text.length), names)
        expect(from).toBeLessThanOrEqual(to)
        expect(() => callAt(text, at)).not.toThrow()
      }),
    )
  })
})

test.each([
  ['占比(工业增加值, |', '占比 1'],
  ['如果(工业增加值 > 1, 同比(|工业总产值), 0)', '同比 0'],
  ['如果((1 + 2) > 2, 1, |0)', '如果 2'],
  ['(1 + |2)', undefined],
  ['1 + |', undefined],
])('the call at the cursor of %s is %s', (drawn, expected) => {
  const found = callAt(drawn.replace('|', ''), drawn.indexOf('|'))
  expect(found && `${found.name} ${found.argument}`).toBe(expected)
})

test('a name is found by its pinyin, a function says how it is called', () => {
  const spellings = new Map([
    ['工业总产值', ['gyzcz', 'gongyezongchanzhi']],
    ['移动平均', ['ydpj', 'yidongpingjun']],
  ])
  const foundBy = (letters: string) =>
    completionsAt(letters, letters.length, [{ name: '工业总产值' }], spellings).options.map(
      ({ insert }) => insert,
    )
  expect(['gyz', 'gongyez', 'ydpj', 'yidong'].map(foundBy)).toEqual([
    ['工业总产值'],
    ['工业总产值'],
    ['移动平均('],
    ['移动平均('],
  ])
  expect(completionsAt('占比', 2, []).options[0]).toMatchObject({ signature: '占比(部分, 总体)' })
})
