import type { EnterpriseRow } from '#contract/enterprise.ts'
import type { EnterpriseSearch } from '../search.ts'

/** The rows that meet everything chosen; within one choice any of its values will do. */
export function chosenRows(
  rows: readonly EnterpriseRow[],
  search: EnterpriseSearch,
): readonly EnterpriseRow[] {
  const { place, industry, size, chain, tag, listed, state } = search
  return rows.filter(
    (row) =>
      meets(place, [row.park, row.town]) &&
      (industry === undefined || industry.some((code) => row.industry?.startsWith(code))) &&
      meets(size, [row.size]) &&
      meets(chain, row.chains) &&
      meets(tag, row.tags) &&
      (listed === undefined || (listed === 'yes') === row.isListed) &&
      (state === 'all' || (state === 'ended') === (row.state !== 'active')),
  )
}

function meets(
  chosen: readonly string[] | undefined,
  values: readonly (string | undefined)[],
): boolean {
  return chosen === undefined || values.some((one) => one !== undefined && chosen.includes(one))
}

/** How many rows there are of which of them are above the designated size (规上). */
export function countsOf(rows: readonly EnterpriseRow[]): {
  readonly all: number
  readonly listed: number
} {
  return { all: rows.length, listed: rows.filter(({ isListed }) => isListed).length }
}
