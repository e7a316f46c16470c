import type { IndicatorVersion } from '#contract/indicator.ts'
import { fold } from '#core/search/fold.ts'
import type { LibrarySearch } from '../search.ts'

/** Whether an indicator is among those asked for; words are looked for in all its names and what it counts. */
export function isMeant(
  { shipped, definition }: Pick<IndicatorVersion, 'shipped' | 'definition'>,
  { text = '', kind, frequency, origin }: LibrarySearch,
): boolean {
  const { code, name, englishName, aliases, formula } = definition
  const words = fold(text).split(/\s+/u)
  const said = fold([code, name, englishName, ...aliases, definition.definition].join('\n'))
  return (
    words.every((word) => said.includes(word)) &&
    (kind === undefined || definition.kind === kind) &&
    (frequency === undefined || definition.frequency === frequency) &&
    (origin !== 'own' || !shipped) &&
    (origin !== 'formula' || formula !== undefined) &&
    (origin !== 'given' || formula === undefined)
  )
}
