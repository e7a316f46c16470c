import type { OfferedName } from '#core/expression/completions.ts'
import { compile, type Declaration } from '#core/expression/compile.ts'
import type { Kind } from '#core/expression/check/step.ts'
import { problemInWords } from '#core/expression/messages.ts'

/** A name an expression may use, with what it gives; a number where nothing is said and a unit is given. */
export interface KnownName extends OfferedName {
  readonly kind?: Kind
}

/** What may stand in an expression at a place of the product, and what it has to give there. */
export interface ExpressionVocabulary {
  readonly names: readonly KnownName[]
  /** The unit the result is wanted in. */
  readonly unit?: string
  /** `truth` for conditions, `number` for formulas. */
  readonly kind?: Kind
}

/** What the language says of an expression before any figure. */
export type Verdict =
  | { readonly is: 'empty' }
  | { readonly is: 'right'; readonly unit: string | undefined; readonly uses: readonly string[] }
  | {
      readonly is: 'wrong'
      readonly text: string
      /** In UTF-16 units; where the text ends too early, both are its length. */
      readonly start: number
      readonly end: number
    }

/** Checks an expression as it stands: names, kinds, units, brackets. */
export function verdictOn(text: string, vocabulary: ExpressionVocabulary): Verdict {
  if (text.trim() === '') return { is: 'empty' }
  const { unit, kind } = vocabulary
  const compiled = compile(text, {
    names: declarations(vocabulary),
    ...(unit !== undefined && { unit }),
    ...(kind !== undefined && { kind }),
  })
  if (compiled.ok) {
    const { value } = compiled
    return { is: 'right', unit: value.unit?.label, uses: value.uses }
  }
  const { start, end } = compiled.error
  return { is: 'wrong', text: problemInWords(compiled.error), start, end }
}

const known = new WeakMap<ExpressionVocabulary, ReadonlyMap<string, Declaration>>()

// Made once per vocabulary: the library has some hundred names, and every key pressed asks for them.
function declarations(vocabulary: ExpressionVocabulary): ReadonlyMap<string, Declaration> {
  const made =
    known.get(vocabulary) ??
    new Map(
      vocabulary.names.flatMap(({ name, aliases = [], unit, kind }) =>
        [name, ...aliases].map((each): readonly [string, Declaration] => [
          each,
          { ...(unit !== undefined && { unit }), ...(kind !== undefined && { kind }) },
        ]),
      ),
    )
  known.set(vocabulary, made)
  return made
}
