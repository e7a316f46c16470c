import type { OrganisationId } from '#core/id.ts'
import { demonstrationPlaces } from '#core/demonstration/places.ts'
import type { OrganisationKind, OrganisationStage } from '#core/organisation/organisation.ts'
import { newId } from '#server/new-id.ts'
import type { StoredOrganisation } from '#server/organisation/store.ts'

interface DrawnOrganisation {
  readonly code: string
  readonly kind: OrganisationKind
  readonly name: string
  /** What it was called until a reform. */
  readonly former?: string
  /** Code of the unit above. */
  readonly parent: string
  readonly aliases: readonly string[]
}

const firstDay = '2015-01-01'
/** The day of an invented reform, after which some bureaus have other names. */
const reformDay = '2019-03-01'

const government = 'government'

/** `code name < former name = alias、alias`. */
const bureaus = `
  bureau-01 区经济信息委 < 区经济和信息化局 = 区中小企业局
  bureau-02 区发展改革委
  bureau-03 区科技局 < 区科委
  bureau-04 区大数据局 = 区智慧办
  bureau-05 区财政局
  bureau-06 区规划自然资源局 < 区国土局
  bureau-07 区生态环境局 < 区环保局
  bureau-08 区农业农村局 < 区农业局
  bureau-09 区商务局
  bureau-10 区招商投资局
  bureau-11 区市场监管局 < 区工商局
  bureau-12 区人力社保局
  bureau-13 区统计局
  bureau-14 区应急局 < 区安监局
  bureau-15 区教育局
  bureau-16 区水务局
  bureau-17 区税务局
  bureau-18 区消防救援局
`

const others: readonly DrawnOrganisation[] = [
  { code: government, kind: 'other', name: '青澜区人民政府', parent: '', aliases: ['区政府'] },
  {
    code: 'group-01',
    kind: 'leading-group',
    name: '区制造业高质量发展工作专班',
    parent: government,
    aliases: ['区制造业专班'],
  },
  { code: 'other-01', kind: 'other', name: '区金融事务中心', parent: 'bureau-05', aliases: [] },
  { code: 'other-02', kind: 'other', name: '区供电公司', parent: '', aliases: [] },
  {
    code: 'enterprise-01',
    kind: 'enterprise',
    name: '澜甲装备股份有限公司',
    parent: 'park-01',
    aliases: ['澜甲装备'],
  },
]

/** Parks as their administrations, towns and subdistricts as themselves. */
const places: readonly DrawnOrganisation[] = demonstrationPlaces.map(({ code, kind, name }) => ({
  code,
  kind,
  name: kind === 'park' ? `${name}管委会` : name,
  parent: government,
  aliases: kind === 'park' ? [name] : [],
}))

/** The units of the invented district: those its plan names, its parks and its towns. */
export function demonstrationOrganisations(): readonly StoredOrganisation[] {
  const drawn = [...others, ...drawnBureaus(), ...places]
  const ids = new Map(drawn.map(({ code }) => [code, newId('organisation')]))
  return drawn.map((one) => organisationOf(one, ids))
}

function drawnBureaus(): readonly DrawnOrganisation[] {
  return [...bureaus.matchAll(/(bureau-\d+) (\S+)(?: < (\S+))?(?: = (\S+))?/g)].map(
    ([, code = '', name = '', former, aliases]) => ({
      code,
      kind: 'bureau',
      name,
      ...(former !== undefined && { former }),
      parent: government,
      aliases: aliases?.split('、') ?? [],
    }),
  )
}

function organisationOf(
  { code, kind, name, former, parent, aliases }: DrawnOrganisation,
  ids: ReadonlyMap<string, OrganisationId>,
): StoredOrganisation {
  const [id, above] = [ids.get(code), ids.get(parent)]
  if (id === undefined) throw new Error(`${code} has no id`)
  const stage = (from: string, called: string): OrganisationStage => ({
    from,
    name: called,
    ...(above !== undefined && { parent: above }),
  })
  const stages =
    former === undefined
      ? [stage(firstDay, name)]
      : [stage(firstDay, former), stage(reformDay, name)]
  return { id, code, kind, stages, aliases, revision: 0 }
}
