import type { Subject } from '#core/indicator/figure.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { Identity } from '#server/http/context.ts'
import { withinScope } from '#server/organisation/within-scope.ts'

/**
 * Which subjects somebody may see one by one: sums are everybody's who reads, an enterprise only
 * theirs in whose scope it, its park or its town lies.
 */
export async function sightOf({
  db,
  region,
  actions,
  scopeOf,
}: Pick<Identity, 'region' | 'actions' | 'scopeOf'> & { readonly db: ReadDb }): Promise<
  (subject: Subject) => boolean
> {
  const isSingle = ({ kind }: Subject): boolean => kind === 'enterprise' || kind === 'project'
  if (!actions.has('see-enterprises')) return (subject) => !isSingle(subject)
  const scope = scopeOf('see-enterprises')
  if (scope.kind === 'region') return () => true
  const rows = await db
    .selectFrom('enterprise')
    .select('id')
    .where('regionCode', '=', region.code)
    .where(withinScope(scope, 'parkId', 'townId', 'organisationId'))
    .execute()
  const own = new Set<string>(rows.map(({ id }) => id))
  return (subject) => !isSingle(subject) || own.has(subject.code)
}
