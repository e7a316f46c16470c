import type { EnterpriseImportRow, ImportDecision } from '#contract/enterprise-import.ts'
import type { EnterpriseId } from '#core/id.ts'

/** What is chosen for a row: `add`, `skip`, or the id of the enterprise it is. */
export type Choice = 'add' | 'skip' | EnterpriseId

export type Choices = ReadonlyMap<number, Choice>

/** What is proposed, for the rows for which anything is. */
export function proposedChoices(rows: readonly EnterpriseImportRow[]): Choices {
  return new Map(
    rows.flatMap(({ line, proposed, candidates }): [number, Choice][] => {
      if (proposed === 'add') return [[line, 'add']]
      const [first] = candidates
      return proposed === 'same' && first ? [[line, first.id]] : []
    }),
  )
}

/** The rows nobody has decided about. */
export function undecided(
  rows: readonly EnterpriseImportRow[],
  choices: Choices,
): readonly EnterpriseImportRow[] {
  return rows.filter(({ line }) => !choices.has(line))
}

export function decisionsOf(choices: Choices): readonly ImportDecision[] {
  return [...choices].map(([line, choice]) => {
    if (choice === 'add') return { line, kind: 'add' }
    if (choice === 'skip') return { line, kind: 'skip' }
    return { line, kind: 'same', enterprise: choice }
  })
}

/** How many rows become new enterprises, change one that is there, or are left out. */
export function outcomeOf(choices: Choices): Readonly<Record<'add' | 'same' | 'skip', number>> {
  const all = [...choices.values()]
  const add = all.filter((choice) => choice === 'add').length
  const skip = all.filter((choice) => choice === 'skip').length
  return { add, skip, same: all.length - add - skip }
}
