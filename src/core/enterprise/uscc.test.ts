import { normaliseUscc, readUscc, usccOf } from './uscc.ts'
import fs from 'node:fs'
import { expect, test } from 'vitest'

const vectorFile = '../shared/domain/uscc_test_vectors.json'
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

interface Vectors {
  readonly valid: readonly string[]
  readonly invalid: readonly { readonly code: string }[]
}

// Public registration numbers of listed companies.
const known = ['91440300192317458F', '91350900587527783P', '9144030071526726XG']

test.each(known)('[E1] %s is a code', (code) => {
  expect(readUscc(code)).toEqual({ ok: true, value: code })
})

test.skipIf(!fs.existsSync(vectorFile))('[E1] the vectors are told right', () => {
  const { valid, invalid } = JSON.parse(fs.readFileSync(vectorFile, 'utf8')) as Vectors
  expect(valid.filter((code) => !readUscc(code).ok)).toEqual([])
  expect(invalid.filter(({ code }) => readUscc(code).ok)).toEqual([])
})

test('[E1] any other character in any place of a code is refused', () => {
  const accepted: string[] = []
  for (const code of [...known, usccOf('999901', 'MA000001'), usccOf('999901', 'MA0X9Y2K')]) {
    for (let place = 0; place < code.length; place++) {
      for (const character of alphabet) {
        if (character === code[place]) continue
        const changed = `${code.slice(0, place)}${character}${code.slice(place + 1)}`
        if (readUscc(changed).ok) accepted.push(changed)
      }
    }
  }
  expect(accepted).toEqual([])
})

test('[E1] a code made for a register is one', () => {
  const codes = Array.from({ length: 400 }, (_, index) =>
    usccOf('999901', `MA${String(index).padStart(6, '0')}`),
  )
  expect(codes.filter((code) => !readUscc(code).ok)).toEqual([])
  expect(new Set(codes).size).toBe(400)
})

test.each([
  [' 9144 0300 1923 17458f ', '91440300192317458F'],
  ['９１４４０３００１９２３１７４５８Ｆ', '91440300192317458F'],
])('%j as typed is %s', (typed, written) => {
  expect(normaliseUscc(typed)).toBe(written)
})

test.each([
  ['91350900587527783', 'length'],
  ['9135O900587527783P', 'character'],
  ['91350900587527783Q', 'check'],
])('%s is refused for its %s', (code, problem) => {
  expect(readUscc(code)).toEqual({ ok: false, error: problem })
})

test('[E1] a wrong check digit of the organisation is told apart where all else fits', () => {
  const problems = alphabet.split('').map((last) => readUscc(`91350900587527784${last}`))
  expect(problems.filter(({ ok }) => ok)).toEqual([])
  expect(problems.filter((read) => !read.ok && read.error === 'organisation-check')).toHaveLength(1)
})
