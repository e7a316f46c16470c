import { fold } from './fold.ts'
import { lexemesOf } from './lexemes.ts'
import { excerptOf, marksInName, type Mark } from './marks.ts'
import { termsOf } from './query.ts'
import { spell } from './spelling.ts'
import { segmentations } from './syllables.ts'
import { describe, expect, test } from 'vitest'

/** A name with its readings: `工gong业ye`; what has none stands alone. */
function named(picture: string) {
  const tokens = [...picture.matchAll(/(\P{ASCII})([a-z]*)|([^])/gu)]
  const name = tokens.map(([, chinese, , other]) => chinese ?? other).join('')
  const spelling = spell(
    name,
    tokens.map(([, , reading, other]) => reading ?? other ?? ''),
  )
  return { name, spelling }
}

function drawn(text: string, marks: readonly Mark[]): string {
  return marks.reduceRight(
    (rest, { start, end }) =>
      `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`,
    text,
  )
}

/** The name with what was typed marked, or `.` where it is not found. */
function found(picture: string, typed: string): string {
  const { name, spelling } = named(picture)
  const terms = termsOf(typed)
  const has = lexemesOf([{ name, spelling }], '')
  const isFound =
    terms.length > 0 &&
    terms.every(({ spellings }) =>
      spellings.some(
        ({ lexemes, pattern }) =>
          lexemes.every((lexeme) => isThere(lexeme, has)) &&
          new RegExp(pattern, 'u').test(spelling),
      ),
    )
  return isFound ? drawn(name, marksInName(name, spelling, terms)) : '.'
}

/** As the index has it: `^go*` is any syllable that begins so. */
function isThere(lexeme: string, has: ReadonlySet<string>): boolean {
  if (!/^\^.*\*$/.test(lexeme)) return has.has(lexeme)
  return [...has].some((one) => one.startsWith(lexeme.slice(0, -1)))
}

const output = '规gui上shang工gong业ye总zong产chan值zhi'

test.each([
  ['工业', '规上[工业]总产值'],
  ['gyzcz', '规上[工业总产值]'],
  ['gongye', '规上[工业]总产值'],
  ['gong', '规上[工]业总产值'],
  ['go', '规上[工]业总产值'],
  ['gongyezong', '规上[工业总]产值'],
  ['gongyezo', '规上[工业总]产值'],
  ['gongyezcz', '规上[工业总产值]'],
  ['gy总产值', '规上[工业总产值]'],
  ['工业zcz', '规上[工业总产值]'],
  ['gong业', '规上[工业]总产值'],
  ['值', '规上工业总产[值]'],
  ['产值 规上', '[规上]工业总[产值]'],
  ['GYZCZ', '规上[工业总产值]'],
  ['业工', '.'],
  ['gyzz', '.'],
  ['gonye', '.'],
  ['产值 增速', '.'],
])('%s finds %s', (typed, expected) => {
  expect(found(output, typed)).toBe(expected)
})

test.each([
  ['GDP增zeng速su', 'gdp', '[GDP]增速'],
  ['GDP增zeng速su', 'gdpzs', '[GDP增速]'],
  ['ＧＤＰ增zeng速su', 'gdp增', '[ＧＤＰ增]速'],
  ['5G产chan业ye园yuan', '5gcy', '[5G产业]园'],
  ['5G产chan业ye园yuan', '5G产业', '[5G产业]园'],
  ['增zeng长zhang10%（年nian均jun）', '10%', '增长[10%]（年均）'],
  ['工gong业ye（规gui上shang）', '（规', '工业[（规]上）'],
  ['能neng效xiao率lve', 'nxlue', '[能效率]'],
  ['𬭚chun矿kuang石shi', 'kuangshi', '𬭚[矿石]'],
])('in %s %s finds %s', (picture, typed, expected) => {
  expect(found(picture, typed)).toBe(expected)
})

test('a single letter is too short to be looked for, a sign between words no word', () => {
  expect(termsOf('g')).toEqual([])
  expect(termsOf(' \n　 ')).toEqual([])
  expect(termsOf('工业\u3000产值').map(({ text }) => text)).toEqual(['工业', '产值'])
})

describe('letters are read as pinyin', () => {
  test.each([
    ['gongye', ['gong ye', 'g o n g y e']],
    ['xian', ['xian', 'xi an']],
    ['gyz', ['g y z']],
    ['gongyez', ['gong ye z']],
    ['gongyezo', ['gong ye zo']],
  ])('%s', (letters, expected) => {
    const ways = segmentations(letters).map((pieces) => pieces.join(' '))
    expect(ways).toEqual(expect.arrayContaining(expected))
    expect(ways[0]).toBe(expected[0])
  })

  test('however long, in few ways', () => {
    const letters = 'xianjianganxianjianganxianjianganxianjiangan'
    const ways = segmentations(letters)
    expect(ways.length).toBeLessThan(20)
    expect(new Set(ways.map((way) => way.join('')))).toEqual(new Set([letters]))
  })
})

test('folding keeps the number of characters', () => {
  const text = 'ＡＢ㎡İΩ１２…ß'
  expect(fold(text)).toHaveLength(text.length)
})

test('an excerpt is one line and says where it was cut', () => {
  const { text, marks } = excerptOf(
    '规上工业\n总产值',
    { before: true, after: false },
    termsOf('总产 工业'),
  )
  expect(drawn(text, marks)).toBe('…规上[工业] [总产]值')
})
