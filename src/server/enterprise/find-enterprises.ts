import type { EnterpriseId } from '#core/id.ts'
import { termsOf } from '#core/search/query.ts'
import type { ReadContext } from '#server/http/context.ts'
import { find, mostCandidates } from '#server/search/find.ts'
import { sql } from 'kysely'

/** The enterprises somebody may mean: by part of a name or a code, by pinyin or initials. */
export async function foundIds(
  context: ReadContext,
  text: string,
): Promise<readonly EnterpriseId[]> {
  const part = `%${text.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`
  const written = await context.db
    .selectFrom('enterprise')
    .select('id')
    .where('regionCode', '=', context.region.code)
    .where(
      sql<boolean>`(name ilike ${part} or uscc ilike ${part} or former_names::text ilike ${part})`,
    )
    .execute()
  const terms = termsOf(text)
  const spelled =
    terms.length === 0
      ? []
      : await find(context.db, context, { terms, kinds: ['enterprise'], limit: mostCandidates })
  return [
    ...new Set([...written.map(({ id }) => id), ...spelled.map(({ id }) => id as EnterpriseId)]),
  ]
}
