import { searchKinds } from '#core/search/kind.ts'
import { line, list, queryList, regionCode } from './fields.ts'
import { route } from './route.ts'
import * as z from 'zod'

export const SearchKind = z.enum(searchKinds)

const Mark = z.object({ start: z.int().min(0), end: z.int().min(0) })

const Marked = z
  .object({ text: z.string(), marks: list(Mark) })
  .meta({ id: 'MarkedText', description: 'A text and where in it what was looked for stands' })

export const SearchHit = z
  .object({
    region: regionCode,
    kind: SearchKind,
    id: z.string(),
    title: Marked,
    /** What tells it from others of the same title. */
    context: z.string(),
    /** The part of its text that has the words, where the title has not; else how it begins. */
    excerpt: Marked.exactOptional(),
    /** A path of the application. */
    link: z.string(),
  })
  .meta({ id: 'SearchHit' })
export type SearchHit = z.output<typeof SearchHit>

export const SearchGroup = z
  .object({
    kind: SearchKind,
    hits: list(SearchHit),
    total: z.int(),
    /** Whether there are more than were counted. */
    isMore: z.boolean(),
  })
  .meta({ id: 'SearchGroup' })
export type SearchGroup = z.output<typeof SearchGroup>

export const spellNames = route({
  method: 'POST',
  path: '/search/spellings',
  summary: 'What names are typed as: initials and pinyin in full, in the order of the names',
  needs: 'signed-in',
  input: z.object({ names: z.array(line.max(200)).max(3000).readonly() }),
  reply: z.object({ spellings: list(list(z.string())) }),
})

export const search = route({
  method: 'GET',
  path: '/search',
  summary: 'What has all the words, as Chinese, pinyin, initials or mixed; grouped, the best first',
  needs: 'signed-in',
  input: z.object({
    text: line,
    kind: queryList(SearchKind),
    /** Of each kind. */
    limit: z.coerce.number().int().min(1).max(100).default(5),
  }),
  reply: z.object({
    groups: list(SearchGroup),
    /** Nothing of what was typed is long enough to be looked for. */
    isTooShort: z.boolean(),
  }),
})
