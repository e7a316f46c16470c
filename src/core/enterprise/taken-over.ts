import type { OrganisationId } from '../id.ts'
import type { Enterprise } from './enterprise.ts'
import type { ImportedRow } from './imported-row.ts'
import type { Uscc } from './uscc.ts'

/** What a row of a list says of an enterprise, as far as it says something. */
export function saidBy(
  row: ImportedRow,
  kindOf: (place: string) => 'park' | 'town' | undefined,
): Partial<Enterprise> & Pick<Enterprise, 'name'> {
  const { name, uscc, industry, placeId, products, address, established, contact, phone } = row
  const kind = placeId === undefined ? undefined : kindOf(placeId)
  return {
    name,
    ...(uscc !== undefined && { uscc: uscc as Uscc }),
    ...(industry !== undefined && { industry }),
    ...(kind === 'park' && { park: placeId as OrganisationId }),
    ...(kind === 'town' && { town: placeId as OrganisationId }),
    ...(products !== undefined && { products }),
    ...(address !== undefined && { address }),
    ...(established !== undefined && { established }),
    ...(contact !== undefined && { contacts: [{ name: contact, role: '', phone: phone ?? '' }] }),
  }
}

/**
 * An enterprise with what a list says of it. What the list leaves out stays; a name it had is kept as a
 * former one, contacts are added to those there are.
 */
export function takenOver(
  known: Enterprise,
  said: Partial<Enterprise> & Pick<Enterprise, 'name'>,
  today: string,
): Enterprise {
  const { name, contacts = [], park, town, ...rest } = said
  const isRenamed = name !== known.name
  const people = new Set(known.contacts.map((one) => one.name))
  const { park: _park, town: _town, ...without } = known
  const moves = park !== undefined || town !== undefined
  return {
    ...(moves ? without : known),
    ...rest,
    ...(park !== undefined && { park }),
    ...(town !== undefined && { town }),
    name,
    formerNames: isRenamed
      ? [...known.formerNames, { name: known.name, to: today }]
      : known.formerNames,
    contacts: [...known.contacts, ...contacts.filter((one) => !people.has(one.name))],
  }
}

/** The fields in which an enterprise would be another after taking a list over. */
export function changedFields(
  known: Enterprise,
  said: Partial<Enterprise>,
): readonly (keyof Enterprise)[] {
  const fields = [
    'name',
    'uscc',
    'industry',
    'park',
    'town',
    'products',
    'address',
    'established',
  ] as const
  return fields.filter((field) => said[field] !== undefined && said[field] !== known[field])
}
