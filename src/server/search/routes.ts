import { search, type SearchGroup, type SearchHit, spellNames } from '#contract/search.ts'
import { searchKinds } from '#core/search/kind.ts'
import { excerptOf, marksInName } from '#core/search/marks.ts'
import { type Term, termsOf } from '#core/search/query.ts'
import { lettersOf, spell, type Spelling } from '#core/search/spelling.ts'
import { type Endpoint, read } from '#server/http/endpoint.ts'
import { find, type Found } from './find.ts'
import { readingsOf } from './readings.ts'

export const searchEndpoints: readonly Endpoint[] = [
  read(search, async ({ text, kind, limit }, context) => {
    const terms = termsOf(text)
    if (terms.length === 0) return { groups: [], isTooShort: true }
    const found = await find(context.db, context, { terms, kinds: kind, limit })
    return { groups: groupsOf(found, terms), isTooShort: false }
  }),

  read(spellNames, ({ names }) =>
    Promise.resolve({ spellings: names.map((name) => lettersOf(spell(name, readingsOf(name)))) }),
  ),
]

function groupsOf(found: readonly Found[], terms: readonly Term[]): SearchGroup[] {
  const byKind = Map.groupBy(found, ({ kind }) => kind)
  return searchKinds.flatMap((kind) => {
    const [first, ...others] = byKind.get(kind) ?? []
    if (!first) return []
    const hits = [first, ...others].map((one) => hitOf(one, terms))
    return [{ kind, hits, total: first.total, isMore: first.isMore }]
  })
}

function hitOf(found: Found, terms: readonly Term[]): SearchHit {
  const { regionCode, kind, id, title, context, spelling, part, partStart, bodyLength } = found
  const partEnd = partStart - 1 + Array.from(part).length
  const [titleSpelling = ''] = spelling.split('\n')
  return {
    region: regionCode,
    kind,
    id,
    title: { text: title, marks: marksInName(title, titleSpelling as Spelling, terms) },
    context,
    ...(part !== '' && {
      excerpt: excerptOf(part, { before: partStart > 1, after: partEnd < bodyLength }, terms),
    }),
    link: linkOf(found, terms),
  }
}

// What is found in a document is shown where it stands.
function linkOf({ kind, link, isByName, part, partStart }: Found, terms: readonly Term[]): string {
  if (kind !== 'document' || isByName) return link
  const [mark] = excerptOf(part, { before: false, after: false }, terms).marks
  if (!mark) return link
  const offset = partStart - 1
  return `${link}?start=${offset + mark.start}&end=${offset + mark.end}`
}
