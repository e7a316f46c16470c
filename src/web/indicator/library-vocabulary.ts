import type { IndicatorVersion } from '#contract/indicator.ts'
import type { ExpressionVocabulary } from '../expression/vocabulary.ts'

/** What formulas may name: every indicator by its name, its English name, its code and its aliases. */
export function libraryVocabulary(
  library: readonly IndicatorVersion[],
  unit: string,
): ExpressionVocabulary {
  return {
    kind: 'number',
    ...(unit.trim() !== '' && { unit: unit.trim() }),
    names: library.map(({ definition: { code, name, englishName, unit: own, aliases } }) => ({
      name,
      unit: own,
      aliases: [englishName, code, ...aliases],
    })),
  }
}
