import type { Organisation } from '#contract/organisation.ts'
import { organisationKinds } from '#core/organisation/organisation.ts'

/** A unit in the tree of a day, with those below it. */
export interface OrganisationRow extends Organisation {
  readonly children?: readonly OrganisationRow[]
}

export interface RowChoice {
  readonly words: string
  readonly withEnded: boolean
}

/** The tree of units that fit; what stands above a unit that fits is shown with it. */
export function organisationRows(
  organisations: readonly Organisation[],
  { words, withEnded }: RowChoice,
): readonly OrganisationRow[] {
  const known = new Map(organisations.map((one) => [one.id, one]))
  const shown = new Set<Organisation>()
  for (const one of organisations.filter((unit) => withEnded || unit.isThere)) {
    if (!fits(one, words)) continue
    let present: Organisation | undefined = one
    while (present && !shown.has(present)) {
      shown.add(present)
      present = present.parent && known.get(present.parent)
    }
  }
  const visible = new Set([...shown].map(({ id }) => id))
  const below = Map.groupBy(shown, ({ parent }) =>
    parent !== undefined && visible.has(parent) ? parent : undefined,
  )
  const rows = (above: Organisation['parent']): readonly OrganisationRow[] =>
    (below.get(above) ?? []).toSorted(byKindAndCode).map((one) => {
      const children = rows(one.id)
      return children.length === 0 ? one : { ...one, children }
    })
  return rows(undefined)
}

function fits({ name, code, aliases, stages }: Organisation, words: string): boolean {
  const wanted = words.trim().toLowerCase()
  return [name, code, ...aliases, ...stages.map((stage) => stage.name)].some((one) =>
    one.toLowerCase().includes(wanted),
  )
}

function byKindAndCode(one: Organisation, other: Organisation): number {
  const kinds = organisationKinds.indexOf(one.kind) - organisationKinds.indexOf(other.kind)
  return kinds || (one.code < other.code ? -1 : 1)
}

/** What a unit was called before, the latest first. */
export function formerNames({ name, stages }: Organisation): readonly string[] {
  return [...new Set(stages.map((stage) => stage.name))].filter((one) => one !== name).toReversed()
}
