import { expect, test } from 'vitest'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** All texts of a tree of words by their path, e.g. `signIn.title`. */
function textsOf(words: object, above = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
      const path = above === '' ? key : `${above}.${key}`
      if (typeof value === 'string') return [[path, value]]
      return [...textsOf(value as object, path)]
    }),
  )
}

/** What a text wants to be told: `{count, plural, …}` and `{name}` want a count and a name. */
function placesIn(text: string): readonly string[] {
  const names = [...text.matchAll(/\{\s*(\w+)\s*(?=[,}])/g)].map(([, name]) => name ?? '')
  return [...new Set(names)].toSorted()
}

const chinese = textsOf(zh)
const english = textsOf(en)

test('both languages have the same words', () => {
  expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted())
})

test('both languages want to be told the same', () => {
  const different = [...chinese].flatMap(([path, text]) => {
    const other = placesIn(english.get(path) ?? '')
    const own = placesIn(text)
    return own.join() === other.join() ? [] : [[path, own, other]]
  })
  expect(different).toEqual([])
})

test('no English text was left in Chinese: what is quoted is the lesser part', () => {
  const left = [...english].filter(([, text]) => {
    const quoted = text.match(/\p{Script=Han}/gu)?.length ?? 0
    return quoted > (text.match(/\p{Script=Latin}/gu)?.length ?? 0)
  })
  expect(left).toEqual([])
})
