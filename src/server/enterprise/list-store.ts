import type { EnterpriseRow } from '#contract/enterprise.ts'
import type { Scope } from '#core/access/scope.ts'
import type { EnterpriseId } from '#core/id.ts'
import type { Period } from '#core/period/period.ts'
import { isListed } from '#core/enterprise/steps.ts'
import { isInForce } from '#core/enterprise/tag-spans.ts'
import type { ReadDb } from '#server/db/db.ts'
import { withinScope } from '#server/organisation/within-scope.ts'
import { sql } from 'kysely'

export interface ListQuestion {
  readonly region: string
  readonly scope: Scope
  /** The period that tells who is listed and which tags are in force. */
  readonly period: Period
  /** Only these. */
  readonly ids?: readonly EnterpriseId[] | undefined
}

/** The enterprises within a scope in the order of their names. */
export async function enterpriseRows(
  db: ReadDb,
  { region, scope, period, ids }: ListQuestion,
): Promise<readonly EnterpriseRow[]> {
  const rows = await db
    .selectFrom('enterprise')
    .selectAll()
    .select([
      sql<readonly Span[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'from', l.from_period, 'to', l.to_period)), '[]')
        from enterprise_listing l
        where l.region_code = enterprise.region_code and l.enterprise_id = enterprise.id
      )`.as('listings'),
      sql<readonly string[]>`(
        select coalesce(jsonb_agg(distinct n.chain_code), '[]')
        from enterprise_node n
        where n.region_code = enterprise.region_code and n.enterprise_id = enterprise.id
      )`.as('chains'),
      sql<readonly (Span & { readonly tag: string })[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'tag', t.tag, 'from', t.from_period, 'to', t.to_period)), '[]')
        from enterprise_tag t
        where t.region_code = enterprise.region_code and t.enterprise_id = enterprise.id
      )`.as('tags'),
    ])
    .where('regionCode', '=', region)
    .where(
      withinScope(scope, 'enterprise.parkId', 'enterprise.townId', 'enterprise.organisationId'),
    )
    .$if(ids !== undefined, (query) =>
      query.where(sql<boolean>`enterprise.id = any(${ids}::uuid[])`),
    )
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(({ listings, chains, tags, ...row }) => ({
    id: row.id,
    name: row.name,
    formerNames: row.formerNames.map(({ name }) => name),
    chains,
    tags: [...new Set(tags.filter((tag) => isInForce(spanOf(tag), period)).map(({ tag }) => tag))],
    isListed: isListed(
      listings.map((span) => ({ ...spanOf(span), reason: '' })),
      period,
    ),
    state: row.state,
    ...(row.uscc !== null && { uscc: row.uscc }),
    ...(row.industry !== null && { industry: row.industry }),
    ...(row.size !== null && { size: row.size }),
    ...(row.parkId !== null && { park: row.parkId }),
    ...(row.townId !== null && { town: row.townId }),
  }))
}

interface Span {
  readonly from: Period
  readonly to: Period | null
}

function spanOf({ from, to }: Span): { readonly from: Period; readonly to?: Period } {
  return { from, ...(to !== null && { to }) }
}
