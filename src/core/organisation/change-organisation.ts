import { addDays, type Day } from '../calendar/day.ts'
import type { OrganisationId } from '../id.ts'
import { err, ok, type Result } from '../result.ts'
import {
  existsOn,
  type Organisation,
  type OrganisationKind,
  type OrganisationStage,
  stageOn,
  subtreeOf,
} from './organisation.ts'

/** What can happen to a unit; days are in China, and `from` is the first day of what is new. */
export type OrganisationChange =
  | { readonly kind: 'rename'; readonly name: string; readonly from: Day }
  /** Without a parent it stands at the top. */
  | { readonly kind: 'move'; readonly parent?: OrganisationId; readonly from: Day }
  | {
      readonly kind: 'describe'
      readonly as: OrganisationKind
      readonly aliases: readonly string[]
    }
  /** `to` is its last day. */
  | { readonly kind: 'abolish'; readonly to: Day }
  /** It ends the day before; its duties and the units below it pass to `into`. */
  | { readonly kind: 'merge'; readonly into: OrganisationId; readonly from: Day }
  /** An end that was entered by mistake is taken back; units that passed to another stay there. */
  | { readonly kind: 'restore' }

export type OrganisationRefusal =
  | 'organisation-ended'
  | 'organisation-not-ended'
  | 'organisation-not-begun'
  | 'organisation-has-units'
  | 'organisation-changes-later'
  | 'organisation-above-missing'
  | 'organisation-above-below'
  | 'organisation-into-missing'

type Organisations = readonly Organisation[]

/** The units that a change to one of them makes different, that one first. */
export function changed(
  organisations: Organisations,
  one: Organisation,
  change: OrganisationChange,
): Result<Organisations, OrganisationRefusal> {
  switch (change.kind) {
    case 'describe':
      return ok([{ ...one, kind: change.as, aliases: change.aliases }])
    case 'restore':
      return one.to === undefined ? err('organisation-not-ended') : ok([withoutEnd(one)])
    case 'rename': {
      const refusal = refusalOn(one, change.from)
      return refusal ? err(refusal) : ok([staged(one, change.from, { name: change.name })])
    }
    case 'move':
      return moved(organisations, one, change)
    case 'abolish':
      return ended(organisations, one, change.to)
    case 'merge':
      return merged(organisations, one, change)
  }
}

/** Why nothing can begin for a unit on a day. */
function refusalOn(one: Organisation, day: Day): OrganisationRefusal | undefined {
  if (existsOn(one, day)) return undefined
  return one.to !== undefined && one.to < day ? 'organisation-ended' : 'organisation-not-begun'
}

/** A new stage from a day, in which what is not said stays as it was that day. */
function staged(
  one: Organisation,
  from: Day,
  { name, parent }: { readonly name?: string; readonly parent?: OrganisationId | null },
): Organisation {
  const before = stageOn(one, from)
  const above = parent === undefined ? before.parent : parent
  const stage: OrganisationStage = {
    from,
    name: name ?? before.name,
    ...(above != null && { parent: above }),
  }
  const others = one.stages.filter((other) => other.from !== from)
  const stages = [...others, stage].toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return { ...one, stages }
}

function moved(
  organisations: Organisations,
  one: Organisation,
  { parent, from }: Extract<OrganisationChange, { kind: 'move' }>,
): Result<Organisations, OrganisationRefusal> {
  const refusal = refusalOn(one, from)
  if (refusal) return err(refusal)
  if (parent !== undefined) {
    const above = organisations.find(({ id }) => id === parent)
    if (!above || !existsOn(above, from)) return err('organisation-above-missing')
  }
  const after = staged(one, from, { parent: parent ?? null })
  const isRound = goesRound(replaced(organisations, after), after, from)
  return isRound ? err('organisation-above-below') : ok([after])
}

/** Whether a unit would stand below itself on a day or at any later change of the tree. */
function goesRound(organisations: Organisations, one: Organisation, from: Day): boolean {
  const later = organisations.flatMap(({ stages }) => stages.map((stage) => stage.from))
  const days = new Set([from, ...later.filter((day) => day > from)])
  return [...days].some((day) => {
    const { parent } = stageOn(one, day)
    return parent !== undefined && subtreeOf(organisations, one.id, day).has(parent)
  })
}

function ended(
  organisations: Organisations,
  one: Organisation,
  to: Day,
): Result<Organisations, OrganisationRefusal> {
  if (one.to !== undefined) return err('organisation-ended')
  const refusal = refusalOn(one, to)
  if (refusal) return err(refusal)
  if (one.stages.some(({ from }) => from > to)) return err('organisation-changes-later')
  if (belowAfter(organisations, one, addDays(to, 1)).length > 0) {
    return err('organisation-has-units')
  }
  return ok([{ ...one, to }])
}

function merged(
  organisations: Organisations,
  one: Organisation,
  { into, from }: Extract<OrganisationChange, { kind: 'merge' }>,
): Result<Organisations, OrganisationRefusal> {
  if (one.to !== undefined) return err('organisation-ended')
  const target = organisations.find(({ id }) => id === into)
  // One that ends itself passed its duties on already: no succession ever goes round.
  if (!target || into === one.id || target.to !== undefined || !existsOn(target, from)) {
    return err('organisation-into-missing')
  }
  if (subtreeOf(organisations, one.id, from).has(into)) return err('organisation-above-below')
  const to = addDays(from, -1)
  const refusal = refusalOn(one, to)
  if (refusal) return err(refusal)
  if (one.stages.some((stage) => stage.from > to)) return err('organisation-changes-later')
  const below = belowAfter(organisations, one, from)
  if (below.some(({ stages }) => stages.some((stage) => stage.from > from))) {
    return err('organisation-changes-later')
  }
  const passed = below.map((child) => staged(child, from, { parent: into }))
  const next = passed.reduce(replaced, organisations)
  if (passed.some((child) => goesRound(next, child, from))) return err('organisation-above-below')
  return ok([{ ...one, to, mergedInto: into }, ...passed])
}

/** The units that stand below another on a day or come to stand there later. */
function belowAfter(organisations: Organisations, one: Organisation, day: Day): Organisations {
  return organisations.filter(
    (child) =>
      (child.to === undefined || child.to >= day) &&
      (stageOn(child, day).parent === one.id ||
        child.stages.some((stage) => stage.from > day && stage.parent === one.id)),
  )
}

function withoutEnd({ to: _to, mergedInto: _into, ...one }: Organisation): Organisation {
  return one
}

function replaced(organisations: Organisations, after: Organisation): Organisations {
  return organisations.map((one) => (one.id === after.id ? after : one))
}
