import type { Reply } from '#contract/route.ts'
import type { showMatterRules } from '#contract/matter-rule.ts'
import { factNames } from '#core/matter/facts.ts'
import { concerns } from '#core/matter/ruled-scheme.ts'
import type { ExpressionVocabulary } from '../expression/vocabulary.ts'

export type Rules = Reply<typeof showMatterRules>
export type HeldKind = Rules['kinds'][number]
export type HeldWorkflow = Rules['workflows'][number]
export type HeldScheme = Rules['schemes'][number]

/** What a rule over these kinds may speak of. */
export function vocabularyOf(kinds: readonly HeldKind[]): ExpressionVocabulary {
  const names = factNames(kinds.flatMap(({ steps = [] }) => steps))
  return {
    names: [...names].map(([name, { kind, unit }]) => ({
      name,
      ...(kind !== undefined && { kind }),
      ...(unit !== undefined && { unit }),
    })),
    kind: 'truth',
  }
}

/** The kinds a scheme is for. */
export function concernedKinds(
  kinds: readonly HeldKind[],
  scheme: Pick<HeldScheme, 'kinds'>,
): readonly HeldKind[] {
  return kinds.filter(({ code }) => concerns(scheme, code))
}

/** A rule as it is under another name, with a code nobody uses yet. */
export function copied<Rule extends { readonly code: string }>(
  rule: Rule,
  taken: readonly { readonly code: string }[],
  name: string,
): Rule {
  return { ...rule, code: freeCode(rule.code, taken), name }
}

/** `standard-2`, `standard-3` … */
function freeCode(code: string, taken: readonly { readonly code: string }[]): string {
  const known = new Set(taken.map((one) => one.code))
  const stem = code.replace(/-\d+$/, '')
  for (let number = 2; ; number += 1) {
    const next = `${stem}-${number}`
    if (!known.has(next)) return next
  }
}

/** `rows` with the one at `index` moved by `by`, where it can be. */
export function moved<Row>(rows: readonly Row[], index: number, by: -1 | 1): readonly Row[] {
  const other = rows[index + by]
  const own = rows[index]
  if (other === undefined || own === undefined) return rows
  return rows.map((row, at) => (at === index ? other : at === index + by ? own : row))
}

/** A code no row has yet: people name rows, programs tell them apart. */
export function nextCode(stem: string, rows: readonly { readonly code: string }[]): string {
  const taken = new Set(rows.map(({ code }) => code))
  let number = rows.length + 1
  while (taken.has(`${stem}-${number}`)) number += 1
  return `${stem}-${number}`
}
