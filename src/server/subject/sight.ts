import type { Subject } from '#core/indicator/figure.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { Identity } from '#server/http/context.ts'
import { withinScope } from '#server/organisation/within-scope.ts'

/**
 * Which subjects somebody may see one by one: sums are everybody's who reads, an enterprise only theirs in
 * whose scope it, its park or its town lies, and so with a project, its unit and its place.
 */
export async function sightOf(context: Looking): Promise<(subject: Subject) => boolean> {
  const enterprises = await ownEnterprises(context)
  const projects = await ownProjects(context)
  return ({ kind, code }) => {
    if (kind === 'enterprise') return enterprises(code)
    return kind === 'project' ? projects(code) : true
  }
}

type Looking = Pick<Identity, 'region' | 'actions' | 'scopeOf'> & { readonly db: ReadDb }
type Sees = (code: string) => boolean

async function ownEnterprises({ db, region, actions, scopeOf }: Looking): Promise<Sees> {
  if (!actions.has('see-enterprises')) return () => false
  const scope = scopeOf('see-enterprises')
  if (scope.kind === 'region') return () => true
  const rows = await db
    .selectFrom('enterprise')
    .select('id')
    .where('regionCode', '=', region.code)
    .where(withinScope(scope, 'parkId', 'townId', 'organisationId'))
    .execute()
  const own = new Set<string>(rows.map(({ id }) => id))
  return (code) => own.has(code)
}

async function ownProjects({ db, region, actions, scopeOf }: Looking): Promise<Sees> {
  if (!actions.has('see-projects')) return () => false
  const scope = scopeOf('see-projects')
  if (scope.kind === 'region') return () => true
  const rows = await db
    .selectFrom('project')
    .select('id')
    .where('regionCode', '=', region.code)
    .where(withinScope(scope, 'unitId', 'placeId'))
    .execute()
  const own = new Set<string>(rows.map(({ id }) => id))
  return (code) => own.has(code)
}
