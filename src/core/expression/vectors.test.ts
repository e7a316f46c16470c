import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile, evaluate } from './compile.ts'
import { isGap, type List, type Value } from './value.ts'

const path = new URL('../../../../shared/truth/expressions/dhis2-vectors.json', import.meta.url)
const there = existsSync(path)

interface Vector {
  readonly expr: string
  readonly expected: unknown
  readonly data?: Record<string, readonly (number | string)[]>
}

/** What we leave out on purpose, with the reason; everything else must agree. */
const differences: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['% is a unit here, the remainder is 余数(a, b)', /%/u],
  ['a text is never a number or a truth', /'[^']*' *(==|>|<) *-?\w|\w *(==|>|<|!=) *'/u],
  ['a truth is never a number', /\b1 == (true|false)|[01] && [01]|isNull\( *[01]|true [<>]|if\(1/u],
  ['division by zero is a gap, not Infinity', /\/ *0\b|\( 1 - 1 \)|log\(2 ?, ?1/u],
  ['an empty list of arguments is refused', /\(\)/u],
  [
    'functions of health surveys and text surgery',
    /zing|oizp|zpvc|zScore|Pattern|left|right|substring|split|weeks|years|removeZeros|containsItems/iu,
  ],
  ['length counts the characters of a text', /length\((true|0)\)/u],
  ['data with infinities cannot be reported', /Infinity/u],
]

/** The same expression in our syntax. */
function translated(source: string): string {
  return source.replaceAll('d2:', '').replace(/#\{(\w+)\}/gu, '[$1]')
}

function outcome(vector: Vector): Value | undefined {
  const compiled = compile(translated(vector.expr))
  if (!compiled.ok) throw new Error(`${vector.expr}: ${compiled.error.code}`)
  const lists = new Map<string, List>(
    Object.entries(vector.data ?? {}).map(([name, list]) => [name, list.map(Number)]),
  )
  const value = evaluate(compiled.value, { value: (name) => lists.get(name) ?? { gap: 'missing' } })
  return isGap(value) ? undefined : value
}

test.skipIf(!there)(
  'agrees with the vectors of another expression parser but for listed differences',
  () => {
    const file = JSON.parse(readFileSync(path, 'utf8')) as { scalar: Vector[]; vector: Vector[] }
    const all = [...file.scalar, ...file.vector]
    const compared = all.filter((vector) => {
      const text = `${vector.expr} ${JSON.stringify(vector.data ?? {})}`
      return !differences.some(([, pattern]) => pattern.test(text))
    })
    const wrong = compared.filter((vector) => {
      const value = outcome(vector)
      const { expected } = vector
      if (typeof expected === 'number') {
        return (
          typeof value !== 'number' ||
          Math.abs(value - expected) > 1e-6 * Math.max(1, Math.abs(expected))
        )
      }
      return (value ?? null) !== expected
    })
    expect(wrong.map((vector) => [vector.expr, vector.expected, outcome(vector)])).toEqual([])
    expect(compared.length).toBeGreaterThanOrEqual(95)
  },
)
