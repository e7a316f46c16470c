import type { Action } from '#core/access/action.ts'
import type { OrganisationId } from '#core/id.ts'
import { narrow } from '#core/search/fold.ts'
import type { SearchKind } from '#core/search/kind.ts'
import { lexemesOf } from '#core/search/lexemes.ts'
import { spell } from '#core/search/spelling.ts'
import type { Row } from '#server/db/db.ts'
import { readingsOf } from './readings.ts'
import { createHash } from 'node:crypto'

/** Something that can be found, as the slice it belongs to describes it. */
export interface SearchEntry {
  readonly region: string
  readonly kind: SearchKind
  /** Unique in its region and kind. */
  readonly id: string
  /** What it belongs to and is forgotten with, e.g. its plan. */
  readonly owner?: string
  /** What it is called; found by pinyin and initials too. */
  readonly title: string
  /** Other names it is found by: aliases, codes, numbers. */
  readonly keys?: readonly string[]
  /** What else it says, found as it is written. */
  readonly text?: string
  /** A few words that tell it from others of the same title. */
  readonly context?: string
  /** The page it leads to, a path of this program. */
  readonly link: `/${string}`
  /** What somebody must be allowed to find it. */
  readonly needs: Action
  /** Whose it is: found only by who may act for that unit. */
  readonly organisation?: OrganisationId
  /** Found from other regions too, by whoever is allowed the same in theirs. */
  readonly isEverywhere?: boolean
}

export type SearchRow = Row<'searchEntry'>

// Goes up when the same entry is indexed otherwise than before.
const form = 1
const longestName = 300
const longestText = 100_000

/** What tells whether an entry is indexed as it is now. */
export function digestOf(entry: SearchEntry): string {
  return createHash('sha256')
    .update(JSON.stringify([form, entry]))
    .digest('base64url')
}

export function rowOf(entry: SearchEntry, now: string): SearchRow {
  const { region, kind, id, owner, title, keys = [], text = '', context = '' } = entry
  const names = [title, ...keys].map((name) => {
    const cut = narrow(name).slice(0, longestName).toWellFormed()
    return { name: cut, spelling: spell(cut, readingsOf(cut)) }
  })
  const body = narrow(text).slice(0, longestText).toWellFormed()
  const lexemes = lexemesOf(names, body)
  return {
    regionCode: region,
    kind,
    id,
    ownerId: owner ?? null,
    title: names[0]?.name ?? '',
    body,
    context,
    spelling: names.map(({ spelling }) => spelling).join('\n') as SearchRow['spelling'],
    link: entry.link,
    needs: entry.needs,
    organisationId: entry.organisation ?? null,
    isEverywhere: entry.isEverywhere ?? false,
    digest: digestOf(entry),
    indexedAt: now,
    lexemes: vectorOf([
      ...lexemes,
      ofKind(kind),
      inRegion(region),
      ...(entry.isEverywhere ? [everywhereFound] : []),
    ]),
  }
}

/** Found from every region. */
export const everywhereFound = '@*'

export function inRegion(region: string): string {
  return `@${region}`
}

export function ofKind(kind: SearchKind): string {
  return `#${kind}`
}

function vectorOf(lexemes: readonly string[]): string {
  return lexemes.map(quoted).join(' ')
}

/** A lexeme as `tsvector` takes it, and `tsquery`. */
export function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll(/['\\]/g, String.raw`$&$&`)}'`
}
