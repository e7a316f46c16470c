import type { Action } from '#core/access/action.ts'
import type { Scope } from '#core/access/scope.ts'
import { type SearchKind, searchKinds } from '#core/search/kind.ts'
import { candidateLexemes, type Term } from '#core/search/query.ts'
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
  /** How many of its kind were weighed. */
  readonly total: number
  /** Whether there are more than were weighed. */
  readonly isMore: boolean
}

/** So many that have it by name, and as many by text, are weighed against one another; more are not counted. */
export const mostCandidates = 500
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
export async function find(
  db: ReadDb,
  searcher: Searcher,
  search: Search,
): Promise<readonly Found[]> {
  const found = await look(db, searcher, search)
  if (search.kinds.length === 1 || !found.some(({ isMore }) => isMore)) return found
  // So much was found that some kinds may not have been reached.
  const wanted = search.kinds.length > 0 ? search.kinds : searchKinds
  const missed = wanted.filter((kind) => !found.some((one) => one.kind === kind))
  if (missed.length === 0) return found
  return [...found, ...(await look(db, searcher, { ...search, kinds: missed }))]
}

async function look(
  db: ReadDb,
  searcher: Searcher,
  { terms, kinds, limit }: Search,
): Promise<readonly Found[]> {
  const place = firstPlace(terms)
  const found = sql<Omit<Found, 'isMore'> & { readonly weighed: number }>`(
    with named as (${candidates(
      searcher,
      queryFor(searcher, kinds, inNames(terms)),
      terms.map(isInName),
    )}),
    said as (${candidates(
      searcher,
      queryFor(searcher, kinds, anywhere(terms)),
      terms.map((term) => sql`(${isInName(term)} or ${isInText(term)})`),
    )}),
    candidate as (
      select named.*, true as is_by_name from named
      union all
      select said.*, false from said
      where (region_code, kind, id) not in (select region_code, kind, id from named)
    ),
    ranked as (
      select candidate.*,
        row_number() over (partition by kind order by ${order(searcher, terms)}) as rank,
        count(*) over (partition by kind) as total,
        greatest((select count(*) from named), (select count(*) from said)) as weighed
      from candidate
    )
    select region_code, kind, id, title, context, spelling, link, is_by_name, rank, total, weighed,
      length(body) as body_length, ${place} as part_start,
      substr(body, ${place}, ${sql.lit(partLength)}) as part
    from ranked where rank <= ${limit}
  )`
  const rows = await db
    .selectFrom(found.as('found'))
    .selectAll()
    .orderBy('kind')
    .orderBy('rank')
    .execute()
  return rows.map(({ weighed, ...row }) => ({ ...row, isMore: weighed >= mostCandidates }))
}

function candidates(
  searcher: Searcher,
  query: string,
  conditions: readonly RawBuilder<SqlBool>[],
): RawBuilder<unknown> {
  return sql`
    select region_code, kind, id, title, body, context, spelling, link, indexed_at
    from search_entry
    where lexemes @@ ${query}::tsquery
      and ${visibleTo(searcher)} and ${sql.join(conditions, sql` and `)}
    limit ${sql.lit(mostCandidates)}
  `
}

/** For each word what a name that has it has. */
function inNames(terms: readonly Term[]): readonly string[] {
  return terms.map((term) => anyOf(candidateLexemes(term)))
}

/** For each word what a name or a text that has it has. */
function anywhere(terms: readonly Term[]): readonly string[] {
  return terms.map((term) =>
    anyOf([...candidateLexemes(term), ...(term.pairs.length > 0 ? [term.pairs] : [])]),
  )
}

function anyOf(ways: readonly (readonly string[])[]): string {
  return ways.map((lexemes) => `(${lexemes.map(wanted).join(' & ')})`).join(' | ')
}

/** `^go*` stands for every syllable that begins so. */
function wanted(lexeme: string): string {
  return /^\^.*\*$/.test(lexeme) ? `${quoted(lexeme.slice(0, -1))}:*` : quoted(lexeme)
}

function queryFor(
  { region }: Searcher,
  kinds: readonly SearchKind[],
  words: readonly string[],
): string {
  return [
    ...(kinds.length > 0 ? [`(${kinds.map((kind) => quoted(ofKind(kind))).join(' | ')})`] : []),
    `(${quoted(everywhereFound)} | ${quoted(inRegion(region.code))})`,
    ...words.map((word) => `(${word})`),
  ].join(' & ')
}

function isInName({ spellings, isExact }: Term): RawBuilder<SqlBool> {
  if (isExact) return sql`true`
  return sql`spelling ~ ${spellings.map(({ pattern }) => `(?:${pattern})`).join('|')}`
}

function isInText({ text, isExact }: Term): RawBuilder<SqlBool> {
  if (isExact) return sql`true`
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

/**
 * The title itself, what begins with it, what has it, what has it by pinyin or another name, texts;
 * the own region before others.
 */
function order({ region }: Searcher, terms: readonly Term[]): RawBuilder<unknown> {
  const whole = terms.map(({ text }) => text).join(' ')
  const has = terms.map(({ text }) => sql`title ilike ${`%${escaped(text)}%`}`)
  return sql`
    case when lower(title) = ${whole} then 0 when starts_with(lower(title), ${whole}) then 1
      when ${sql.join(has, sql` and `)} then 2 when is_by_name then 3 else 4 end,
    (region_code = ${region.code}) desc, length(title), title, indexed_at desc, id`
}

function firstPlace(terms: readonly Term[]): RawBuilder<number> {
  const places = terms.map(({ text }) => sql`nullif(strpos(lower(body), ${text}), 0)`)
  return sql<number>`greatest(1, coalesce(${sql.join(places)}, 1) - ${sql.lit(partBefore)})`
}
