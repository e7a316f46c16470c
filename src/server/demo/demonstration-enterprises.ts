import type { Demonstration } from '#core/demonstration/demonstration.ts'
import type { DemonstrationEnterprise } from '#core/demonstration/enterprises.ts'
import { shownAt } from '#core/demonstration/books.ts'
import { columnNames } from '#core/demonstration/columns.ts'
import { monthIndex } from '#core/demonstration/rhythm.ts'
import type { Listing, TagSpan } from '#core/enterprise/enterprise.ts'
import { type EnterpriseSize, type SizeStandard, sizeOf } from '#core/enterprise/size.ts'
import { fromTheStart } from '#core/enterprise/memberships.ts'
import type { EnterpriseId, OrganisationId } from '#core/id.ts'
import { nameOn } from '#core/organisation/organisation.ts'
import type { StoredEnterprise } from '#server/enterprise/store.ts'
import type { StoredOrganisation } from '#server/organisation/store.ts'

export interface EnterpriseGround {
  /** The units of the invented district. */
  readonly organisations: readonly StoredOrganisation[]
  readonly sizeStandard: SizeStandard
  readonly highTechClasses: ReadonlySet<string>
}

/** The enterprises of the invented district as the registry keeps them. */
export function registeredEnterprises(
  demonstration: Demonstration,
  ground: EnterpriseGround,
): readonly StoredEnterprise[] {
  const tags = Map.groupBy(demonstration.tags, ({ enterprise }) => enterprise)
  return demonstration.enterprises.map((one, index) => ({
    ...identityOf(one),
    ...placesOf(one, ground.organisations),
    size: sizeIn(demonstration, index, ground.sizeStandard),
    listings: listingsOf(one),
    places: one.branch.places,
    tags: [
      ...(tags.get(index) ?? []).map(({ tag, share, from, to, evidence }) => ({
        tag,
        share: (share / 10_000).toString(),
        from,
        ...(to !== undefined && { to }),
        evidence,
      })),
      ...highTechTag(one, ground.highTechClasses),
    ],
    revision: 0,
  }))
}

function identityOf(one: DemonstrationEnterprise) {
  const { id, uscc, name, formerName, branch, established, standing } = one
  const hasClosed = standing.kind === 'left' || standing.kind === 'left-lately'
  const lastDay = hasClosed && standing.to ? `${standing.to.slice(0, 4)}-12-31` : undefined
  return {
    id: id as EnterpriseId,
    uscc,
    name,
    formerNames: formerName === undefined ? [] : [{ name: formerName }],
    industry: branch.industry,
    established,
    address: '',
    products: branch.product,
    contacts: [{ name: '统计联系人（模拟）', role: '统计', phone: `000-${uscc.slice(11, 16)}` }],
    // Half of those that no longer report went below the bound and work on.
    state: lastDay !== undefined && Number(uscc.slice(12, 16)) % 2 === 0 ? 'closed' : 'active',
    ...(lastDay !== undefined &&
      Number(uscc.slice(12, 16)) % 2 === 0 && {
        endedOn: lastDay,
      }),
  } as const
}

function placesOf(
  { place, name }: DemonstrationEnterprise,
  organisations: readonly StoredOrganisation[],
): {
  readonly park?: OrganisationId
  readonly town?: OrganisationId
  organisation?: OrganisationId
} {
  const unit = organisations.find(({ code }) => code === place)
  const own = organisations.find(
    (organisation) =>
      organisation.kind === 'enterprise' && nameOn(organisation, '2026-01-01') === name,
  )
  return {
    ...(unit?.kind === 'park' && { park: unit.id }),
    ...(unit?.kind === 'town' && { town: unit.id }),
    ...(own && { organisation: own.id }),
  }
}

function sizeIn({ books }: Demonstration, index: number, standard: SizeStandard): EnterpriseSize {
  const own = books[index]
  const shown = own ? shownAt(own, monthIndex(2025, 12)) : []
  const employees = shown[columnNames.indexOf('employees')] ?? 0
  // From thousand yuan.
  const revenue = (shown[columnNames.indexOf('revenue')] ?? 0) / 10
  return sizeOf(standard, { employees, revenue })
}

function listingsOf({ standing }: DemonstrationEnterprise): readonly Listing[] {
  const { from, to, kind, since } = standing
  if (from === undefined) return []
  const entry = since === undefined ? '年度入库' : '月度入库'
  const reason =
    to === undefined ? entry : `${entry}；${kind === 'left' ? '连续不达标' : '停产'}退库`
  return [{ from, ...(to !== undefined && { to }), reason }]
}

function highTechTag(
  { branch }: DemonstrationEnterprise,
  classes: ReadonlySet<string>,
): readonly TagSpan[] {
  if (!classes.has(branch.industry)) return []
  const evidence = '高技术产业（制造业）分类（2017）'
  return [{ tag: 'high-tech-manufacturing', share: '1', from: fromTheStart, evidence }]
}
