import type { OrganisationId } from '../id.ts'

export const organisationKinds = [
  'bureau',
  'park',
  'town',
  'leading-group',
  'enterprise',
  'other',
] as const
/** Bureaus of the government, parks by their administration, towns and subdistricts, 专班, enterprises. */
export type OrganisationKind = (typeof organisationKinds)[number]

/** What a unit is called, and to whom it belongs, from a day until its next stage begins. */
export interface OrganisationStage {
  readonly from: string
  readonly name: string
  readonly parent?: OrganisationId
}

/** A unit (单位) of a region. It keeps its id and its code for ever, whatever it is called. */
export interface Organisation {
  readonly id: OrganisationId
  /** Short, stable and unique in its region, e.g. `park-01`; figures of parks and towns carry it. */
  readonly code: string
  readonly kind: OrganisationKind
  /** Earliest first, at least one. */
  readonly stages: readonly OrganisationStage[]
  /** Other names it goes by. */
  readonly aliases: readonly string[]
  /** The last day it exists; absent while no end is known. */
  readonly to?: string
  /** The unit its duties passed to when it ended. */
  readonly mergedInto?: OrganisationId
}

/** The stage of a unit on a day; before its first day, and after its last, the nearest it has. */
export function stageOn({ stages }: Organisation, day: string): OrganisationStage {
  const [first] = stages
  if (!first) throw new Error('A unit has at least one stage')
  return stages.findLast(({ from }) => from <= day) ?? first
}

/** What a unit is called on a day. */
export function nameOn(organisation: Organisation, day: string): string {
  return stageOn(organisation, day).name
}

/** Whether a unit exists on a day; it is there on its first and on its last. */
export function existsOn({ stages, to }: Organisation, day: string): boolean {
  const [first] = stages
  return first !== undefined && first.from <= day && (to === undefined || day <= to)
}

/** A unit and all below it in the tree of a day. */
export function subtreeOf(
  organisations: readonly Organisation[],
  root: OrganisationId,
  day: string,
): ReadonlySet<OrganisationId> {
  const children = Map.groupBy(organisations, (one) => stageOn(one, day).parent)
  return allFrom(root, (id) => children.get(id) ?? [])
}

/** What who works for a unit answers for: it, all below it, and what units that passed to these had. */
export function answeredFor(
  organisations: readonly Organisation[],
  root: OrganisationId,
  day: string,
): ReadonlySet<OrganisationId> {
  const children = Map.groupBy(organisations, (one) => stageOn(one, day).parent)
  const predecessors = Map.groupBy(organisations, ({ mergedInto }) => mergedInto)
  return allFrom(root, (id) => [...(children.get(id) ?? []), ...(predecessors.get(id) ?? [])])
}

function allFrom(
  root: OrganisationId,
  next: (id: OrganisationId) => readonly Organisation[],
): ReadonlySet<OrganisationId> {
  const found = new Set([root])
  for (const id of found) for (const one of next(id)) found.add(one.id)
  return found
}

/** The unit that answers today for what another was given: the one its duties passed to, however often. */
export function successorOf(
  organisations: readonly Organisation[],
  id: OrganisationId,
): OrganisationId {
  const next = new Map(organisations.map((one) => [one.id, one.mergedInto]))
  const seen = new Set<OrganisationId>()
  let present = id
  while (!seen.has(present)) {
    seen.add(present)
    present = next.get(present) ?? present
  }
  return present
}
