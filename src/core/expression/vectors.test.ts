import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile, evaluate } from './compile.ts'
import { isGap, type List } from './value.ts'

const path = new URL('../../../../shared/truth/expressions/dhis2-vectors.json', import.meta.url)
const there = existsSync(path)

interface Vector {
  readonly expr: string
  readonly expected: unknown
  readonly data?: Record<string, readonly (number | string)[]>
}

/** The same expression in our syntax: another spelling of what both languages have. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/d2:/gu, ''],
  [/#\{(\w+)\}/gu, '[$1]'],
  // % is a unit here.
  [/([\d.]+) *% *(\( [^)]* \)|[\d.]+)/gu, '余数($1, $2)'],
  [/weeksBetween(\([^)]*\))/gu, '((相隔天数$1 - 余数(相隔天数$1, 7)) / 7)'],
  [/yearsBetween(\([^)]*\))/gu, '向下取整(相隔月数$1 / 12)'],
  [/zing\(([^)]*)\)/gu, '若($1 >= 0, $1, 0)'],
  [/oizp\(([^)]*)\)/gu, '若($1 >= 0, 1, 0)'],
  [/removeZeros\(([^)]*)\)/gu, '若($1 = 0, 空, $1)'],
]

/**
 * Where we differ on purpose: why, of which expressions, and what we say instead. A difference that is none, or
 * shows itself otherwise than it says, fails the test.
 */
const differences: readonly (readonly [reason: string, of: RegExp, ours: readonly string[]])[] = [
  [
    'text surgery, patterns and scores of health surveys are no functions of the field',
    /\b(?:left|right|substring|split|validatePattern|containsItems|zScore\w+|zpvc)\(/u,
    ['unknown-function'],
  ],
  [
    'a division by zero, also inside a remainder or a logarithm, is a gap and no Infinity',
    /\/ *0\b|% *0\b|\/?%?\( 1 - 1 \)|log\(2 ?, ?1/u,
    ['division-by-zero', 'not-a-number', 'out-of-range', 'true', '4'],
  ],
  [
    'a text is never a number or a truth',
    /'[^']*' *(?:==|>|<)|(?:==|>|<) *'/u,
    ['wrong-type', 'not-a-number', 'false'],
  ],
  ['a truth is never a number', /\b[01] (?:==|&&) |isNull\( *[01]|if\(1/u, ['wrong-type', 'false']],
  ['truths have no order', /true [<>]/u, ['wrong-type', 'not-a-number']],
  ['a function wants its arguments', /\w\(\)/u, ['wrong-argument-count']],
  [
    'whether a figure that is not there is at least zero, nobody knows',
    /(?:zing|oizp)\(null/u,
    ['missing'],
  ],
]

function translated(source: string): string {
  return spellings.reduce((text, [from, to]) => text.replaceAll(from, to), source)
}

interface Outcome {
  /** Null for a gap; nothing where the expression was refused. */
  readonly value?: unknown
  /** What came out, in a word: the value, the reason of its gap, or the code of the refusal. */
  readonly said: string
}

function outcome({ expr, data = {} }: Vector): Outcome {
  const compiled = compile(translated(expr))
  if (!compiled.ok) return { said: compiled.error.code }
  const lists = new Map<string, List>(
    Object.entries(data).map(([name, list]) => [name, list.map(Number)]),
  )
  const value = evaluate(compiled.value, { value: (name) => lists.get(name) ?? { gap: 'missing' } })
  return isGap(value) ? { value: null, said: value.gap } : { value, said: String(value) }
}

function agrees(value: unknown, expected: unknown): boolean {
  if (typeof value !== 'number' || typeof expected !== 'number') return value === expected
  return Math.abs(value - expected) <= 1e-6 * Math.max(1, Math.abs(expected))
}

test.skipIf(!there)(
  'agrees with every vector of another expression parser, or differs as it is listed',
  () => {
    const file = JSON.parse(readFileSync(path, 'utf8')) as { scalar: Vector[]; vector: Vector[] }
    const all = [...file.scalar, ...file.vector]
    const seen = all.map((vector) => {
      const { value, said } = outcome(vector)
      if (agrees(value, vector.expected)) return 'agrees'
      const text = `${vector.expr} ${JSON.stringify(vector.data ?? {})}`
      const difference = differences.find(([, of, ours]) => of.test(text) && ours.includes(said))
      return difference?.[0] ?? `${vector.expr} ${JSON.stringify(vector.expected)} ${said}`
    })
    const reasons = new Set(['agrees', ...differences.map(([reason]) => reason)])
    expect(seen.filter((each) => !reasons.has(each))).toEqual([])
    expect(differences.filter(([reason]) => !seen.includes(reason))).toEqual([])
    const agreeing = seen.filter((each) => each === 'agrees').length
    expect([all.length, agreeing]).toEqual([211, 129])
  },
)
