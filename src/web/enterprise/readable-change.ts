import type { EnterpriseWords } from '#contract/enterprise.ts'

/** What a reader of a change does not miss. */
const silent: ReadonlySet<string> = new Set(['id', 'revision', 'mergedInto', 'organisation'])

/** An enterprise as the log holds it with names for its codes, so that a change of it can be read. */
export function readable(held: unknown, words: EnterpriseWords): unknown {
  if (typeof held !== 'object' || held === null) return held
  const names = new Map<string, string>([
    ...words.places.map(({ id, name }): [string, string] => [id, name]),
    ...words.industries.map(({ code, name }): [string, string] => [code, `${code} ${name}`]),
  ])
  return Object.fromEntries(
    Object.entries(held).flatMap(([field, value]) => {
      if (silent.has(field)) return []
      return [[field, typeof value === 'string' ? (names.get(value) ?? value) : value]]
    }),
  )
}
