import { tokens } from '#core/expression/read/tokens.ts'
import { describedFunctions } from '#core/expression/signatures.ts'

/** A stretch of an expression that looks the same throughout. */
export interface Mark {
  readonly text: string
  readonly start: number
  readonly tone?: 'name' | 'function' | 'text' | 'number'
  readonly isWrong: boolean
}

interface Stretch {
  readonly start: number
  readonly end: number
}

const functions: ReadonlySet<string> = new Set(describedFunctions.flatMap(({ names }) => names))

/** The expression cut where its look changes and at `cuts`; what is wrong is marked, at the end too. */
export function marksOf(
  text: string,
  wrong: Stretch | undefined,
  cuts: readonly number[] = [],
): readonly Mark[] {
  const whole = tokens(text)
  // What stands before an open bracket keeps its look while the rest is typed.
  const cut = whole.ok ? whole : tokens(text.slice(0, whole.error.start))
  const found = (cut.ok ? cut.value : []).flatMap((token) => {
    const { kind, start, end } = token
    if (kind === 'sign' || kind === 'end') return []
    const isFunction = kind === 'name' && !token.quoted && functions.has(token.value)
    return [{ start, end, tone: isFunction ? ('function' as const) : kind }]
  })
  const edges = new Set([
    0,
    text.length,
    ...cuts,
    ...found.flatMap(({ start, end }) => [start, end]),
  ])
  if (wrong) for (const edge of [wrong.start, wrong.end]) edges.add(Math.min(edge, text.length))
  const inOrder = [...edges].toSorted((a, b) => a - b)
  return inOrder.slice(0, -1).flatMap((start, index): Mark[] => {
    const end = inOrder[index + 1] ?? text.length
    const tone = found.find((token) => token.start <= start && end <= token.end)?.tone
    const isWrong = wrong !== undefined && wrong.start <= start && end <= wrong.end
    return [{ text: text.slice(start, end), start, isWrong, ...(tone && { tone }) }]
  })
}
