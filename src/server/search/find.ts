import type { Action } from '#core/access/action.ts'
import type { Scope } from '#core/access/scope.ts'
import { type SearchKind, searchKinds } from '#core/search/kind.ts'
import type { Term } from '#core/search/query.ts'
import type { ReadDb } from '#server/db/db.ts'
import { everywhereFound, inRegion, ofKind, quoted, type SearchRow } from './entry.ts'
import { type RawBuilder, sql, type SqlBool } from 'kysely'

/** Who looks, and how far their rights reach. */
export interface Searcher {
  readonly region: { readonly code: string }
  readonly actions: ReadonlySet<Action>
  readonly scopeOf: (action: Action) => Scope
}

export interface Found extends Pick<
  SearchRow,
  'regionCode' | 'kind' | 'id' | 'title' | 'context' | 'spelling' | 'link'
> {
  /** The part of the text around the first word in it. */
  readonly part: string
  /** Where that part begins in the text, from 1 on. */
  readonly partStart: number
  readonly bodyLength: number
  /** Whether the words stand in its names, and not only in its text. */
  readonly isByName: boolean
  /** From 1 on within its kind. */
  readonly rank: number
  /** How many of its kind were found, to `mostCandidates` by name and as many by text. */
  readonly total: number
}

/** So many of a kind are weighed against one another; more are not counted. */
export const mostCandidates = 400
const partBefore = 24
const partLength = 120

export interface Search {
  /** At least one. */
  readonly terms: readonly Term[]
  /** Nothing means all. */
  readonly kinds: readonly SearchKind[]
  /** Of each kind. */
  readonly limit: number
}

/**
 * What somebody may see of what has all words: of each kind the best, names before texts. The index
 * narrows it down to what has the pairs of characters, the words themselves are then looked for.
 */
export function find(
  db: ReadDb,
  searcher: Searcher,
  { terms, kinds, limit }: Search,
): Promise<readonly Found[]> {
  const wanted = kinds.length > 0 ? kinds : searchKinds
  const branches = wanted.flatMap((kind) => [
    byName(searcher, terms, kind),
    ...(terms.some(({ pairs }) => pairs.length > 0) ? [byText(searcher, terms, kind)] : []),
  ])
  const place = firstPlace(terms)
  const found = sql<Found>`(
    with candidate as (${sql.join(branches, sql` union all `)}),
    ranked as (
      select candidate.*,
        row_number() over (partition by kind order by ${order(terms)}) as rank,
        count(*) over (partition by kind) as total
      from candidate
    )
    select region_code, kind, id, title, context, spelling, link, is_by_name, rank, total,
      length(body) as body_length, ${place} as part_start,
      substr(body, ${place}, ${sql.lit(partLength)}) as part
    from ranked where rank <= ${limit}
  )`
  return db.selectFrom(found.as('found')).selectAll().orderBy('kind').orderBy('rank').execute()
}

const columns = sql.raw('region_code, kind, id, title, body, context, spelling, link, indexed_at')

function byName(searcher: Searcher, terms: readonly Term[], kind: SearchKind): RawBuilder<unknown> {
  const words = terms.map((term) => term.spellings.map(({ lexemes }) => allOf(lexemes)))
  return sql`(
    select ${columns}, true as is_by_name from search_entry
    where lexemes @@ ${queryFor(searcher, kind, words)}::tsquery
      and ${visibleTo(searcher)} and ${sql.join(terms.map(isInName), sql` and `)}
    limit ${sql.lit(mostCandidates)}
  )`
}

function byText(searcher: Searcher, terms: readonly Term[], kind: SearchKind): RawBuilder<unknown> {
  const words = terms.map(({ spellings, pairs }) => [
    ...spellings.map(({ lexemes }) => allOf(lexemes)),
    ...(pairs.length > 0 ? [allOf(pairs)] : []),
  ])
  return sql`(
    select ${columns}, false as is_by_name from search_entry
    where lexemes @@ ${queryFor(searcher, kind, words)}::tsquery
      and ${visibleTo(searcher)}
      and ${sql.join(
        terms.map((term) => sql`(${isInName(term)} or ${isInText(term)})`),
        sql` and `,
      )}
      and not (${sql.join(terms.map(isInName), sql` and `)})
    limit ${sql.lit(mostCandidates)}
  )`
}

/** `words`: for each word the ways it can be there. */
function queryFor(
  { region }: Searcher,
  kind: SearchKind,
  words: readonly (readonly string[])[],
): string {
  return [
    quoted(ofKind(kind)),
    `(${quoted(everywhereFound)} | ${quoted(inRegion(region.code))})`,
    ...words.map((ways) => `(${ways.join(' | ')})`),
  ].join(' & ')
}

function allOf(lexemes: readonly string[]): string {
  return `(${lexemes.map(quoted).join(' & ')})`
}

function isInName({ spellings }: Term): RawBuilder<SqlBool> {
  return sql`spelling ~ ${spellings.map(({ pattern }) => `(?:${pattern})`).join('|')}`
}

function isInText({ text }: Term): RawBuilder<SqlBool> {
  return sql`body ilike ${`%${escaped(text)}%`}`
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}

/** The rights of each row, once more than the index has them. */
function visibleTo({ region, actions, scopeOf }: Searcher): RawBuilder<SqlBool> {
  const scopes = [...actions].map((action) => ({ action, scope: scopeOf(action) }))
  const whole = scopes.flatMap(({ action, scope }) => (scope.kind === 'region' ? [action] : []))
  const limited = scopes.flatMap(({ action, scope }) =>
    scope.kind === 'region'
      ? []
      : [
          sql<SqlBool>`(needs = ${action} and organisation_id = any(${[...scope.organisations]}::uuid[]))`,
        ],
  )
  return sql`(
    region_code = ${region.code} and (
      needs = any(${whole}::text[])
      or (needs = any(${[...actions]}::text[]) and organisation_id is null)
      ${sql.join(
        limited.map((condition) => sql`or ${condition}`),
        sql` `,
      )}
    )
    or is_everywhere and organisation_id is null and needs = any(${[...actions]}::text[])
  )`
}

/** The title itself, what begins with it, what has it, what has it by pinyin or another name, texts. */
function order(terms: readonly Term[]): RawBuilder<unknown> {
  const whole = terms.map(({ text }) => text).join(' ')
  const has = terms.map(({ text }) => sql`title ilike ${`%${escaped(text)}%`}`)
  return sql`
    case when lower(title) = ${whole} then 0 when starts_with(lower(title), ${whole}) then 1
      when ${sql.join(has, sql` and `)} then 2 when is_by_name then 3 else 4 end,
    length(title), title, indexed_at desc, id`
}

function firstPlace(terms: readonly Term[]): RawBuilder<number> {
  const places = terms.map(({ text }) => sql`nullif(strpos(lower(body), ${text}), 0)`)
  return sql<number>`greatest(1, coalesce(${sql.join(places)}, 1) - ${sql.lit(partBefore)})`
}
