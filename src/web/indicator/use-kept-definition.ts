import type { IndicatorVersion } from '#contract/indicator.ts'
import { useState } from 'react'
import type { DefinitionForm } from './definition-form.ts'
import { definitionKey, keepDefinition, keptDefinition, saysTheSame } from './kept-definition.ts'

/** What somebody wrote of an indicator and has not saved yet: kept in this browser through leaving and reloading. */
export function useKeptDefinition(
  person: string,
  begun: IndicatorVersion | undefined,
  initial: DefinitionForm,
) {
  const key = definitionKey(person, begun?.definition.code)
  const now = begun?.version ?? 0
  const [restored, setRestored] = useState(() => keptDefinition(localStorage, key))
  const keep = (version: number, typed: Partial<DefinitionForm>) =>
    keepDefinition(localStorage, key, { version, typed })
  return {
    restored: restored?.typed,
    /** Somebody made another version since. */
    isBehind: restored !== undefined && restored.version !== now,
    keep: (typed: Partial<DefinitionForm>) => {
      if (saysTheSame(typed, initial)) localStorage.removeItem(key)
      else keep(restored?.version ?? now, typed)
    },
    /** Goes on with what was typed, as the version after the one there is now. */
    goOn: (typed: Partial<DefinitionForm>) => {
      keep(now, typed)
      setRestored({ version: now, typed })
    },
    /** Forgets what was kept. */
    drop: () => {
      localStorage.removeItem(key)
      setRestored(undefined)
    },
  }
}
