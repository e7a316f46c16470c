import { isShortFor, type NameParts, namePartsOf, readingsOf } from './name-parts.ts'
import { existsOn, nameOn, type Organisation, type OrganisationKind } from './organisation.ts'

/** What tells that a wording means a unit, the strongest first. */
export const matchReasons = [
  /** Its code. */
  'code',
  /** What it is called on the day, with or without the region it is of. */
  'name',
  /** One of its other names. */
  'alias',
  /** What it was or will be called on another day. */
  'other-day',
  /** The same name in short or in long: 经信委 and 经济和信息化委员会. */
  'abbreviation',
  /** The same field under a body of another form: 农业农村委 and 农业农村局. */
  'other-body',
  /** One of all that are meant: 各园区管委会. */
  'group',
] as const
export type MatchReason = (typeof matchReasons)[number]

export interface OrganisationMatch<Unit extends Organisation = Organisation> {
  readonly organisation: Unit
  readonly reason: MatchReason
}

export interface MatchGround<Unit extends Organisation> {
  readonly organisations: readonly Unit[]
  readonly regionName: string
  readonly day: string
}

/**
 * Tells which units of a region a wording may mean: all that the strongest reason speaks for, so that
 * two answers are two answers. Units of the day come before those that ended.
 */
export function organisationMatcher<Unit extends Organisation>({
  organisations,
  regionName,
  day,
}: MatchGround<Unit>): (wording: string) => readonly OrganisationMatch<Unit>[] {
  const known = organisations.map((one) => knownBy(one, regionName, day))
  return (wording) => {
    const group = groupMeant(wording)
    if (group) {
      return organisations
        .filter((one) => one.kind === group && existsOn(one, day))
        .map((organisation) => ({ organisation, reason: 'group' }))
    }
    const meant = { wording, readings: readingsOf(wording, regionName).map(namePartsIn) }
    const found = known.flatMap(({ organisation, names }) => {
      const reason = reasonFor(meant, organisation, names)
      return reason === undefined ? [] : [{ organisation, reason }]
    })
    const strongest = matchReasons.find((one) => found.some(({ reason }) => reason === one))
    const best = found.filter(({ reason }) => reason === strongest)
    const present = best.filter(({ organisation }) => existsOn(organisation, day))
    return present.length > 0 ? present : best
  }
}

/** The unit a wording surely means: the only one, for a reason that needs nobody to look at it. */
export function surelyMeant<Unit extends Organisation>(
  matches: readonly OrganisationMatch<Unit>[],
): Unit | undefined {
  const [only, ...others] = matches
  if (!only || others.length > 0) return undefined
  return only.reason === 'other-body' || only.reason === 'group' ? undefined : only.organisation
}

interface Reading extends NameParts {
  readonly name: string
}

/** The names of a unit by the reason they count for. */
type Names = readonly (readonly [reason: MatchReason, readings: readonly Reading[]])[]

function knownBy<Unit extends Organisation>(
  organisation: Unit,
  regionName: string,
  day: string,
): { readonly organisation: Unit; readonly names: Names } {
  const present = nameOn(organisation, day)
  const others = organisation.stages.map(({ name }) => name).filter((name) => name !== present)
  const readings = (names: readonly string[]): readonly Reading[] =>
    names.flatMap((name) => readingsOf(name, regionName)).map(namePartsIn)
  return {
    organisation,
    names: [
      ['name', readings([present])],
      ['alias', readings(organisation.aliases)],
      ['other-day', readings(others)],
    ],
  }
}

function namePartsIn(name: string): Reading {
  return { name, ...namePartsOf(name) }
}

interface Meant {
  readonly wording: string
  readonly readings: readonly Reading[]
}

function reasonFor(
  { wording, readings }: Meant,
  { code, kind }: Organisation,
  names: Names,
): MatchReason | undefined {
  if (wording.trim() === code) return 'code'
  const any = (same: (one: Reading, other: Reading) => boolean, own: readonly Reading[]) =>
    readings.some((one) => own.some((other) => same(one, other)))
  const exact = names.find(([, own]) => any((one, other) => isSame(one, other, kind), own))
  if (exact) return exact[0]
  if (kind === 'enterprise') return undefined
  const all = names.flatMap(([, own]) => own)
  if (any((one, other) => one.body === other.body && isSameField(one, other), all)) {
    return 'abbreviation'
  }
  return any(isOtherOffice, all) ? 'other-body' : undefined
}

function isOtherOffice(one: Reading, other: Reading): boolean {
  return isOffice(one) && isOffice(other) && isSameField(one, other)
}

function isSame(one: Reading, other: Reading, kind: OrganisationKind): boolean {
  if (one.name === other.name) return true
  if (one.field !== other.field) return false
  // A park and its administration are one unit.
  return one.body === other.body || (kind === 'park' && (one.body === '' || other.body === ''))
}

function isSameField(one: Reading, other: Reading): boolean {
  const [short, long] =
    one.field.length <= other.field.length ? [one.field, other.field] : [other.field, one.field]
  return one.body !== '' && (short === long || isShortFor(short, long))
}

function isOffice({ body }: NameParts): boolean {
  return body === '委' || body === '局' || body === '办' || body === '中心'
}

const groups: readonly (readonly [RegExp, OrganisationKind])[] = [
  [/^(?:全[区县市])?各(?:产业|工业)?园区/, 'park'],
  [/^(?:全[区县市])?各(?:乡镇|镇街|镇乡|镇|乡|街道)/, 'town'],
  [/^(?:[区县市](?:政府|级|直)?)?(?:各|有关|相关)+(?:责任|职能|行政|级)?(?:部门|单位)$/, 'bureau'],
]

function groupMeant(wording: string): OrganisationKind | undefined {
  return groups.find(([pattern]) => pattern.test(wording.trim()))?.[1]
}
