import type {
  ItemKind,
  ParkContent,
  ProjectContent,
  TargetContent,
  TaskContent,
} from '#contract/plan-items.ts'
import type { DocumentId, PlanId } from '#core/id.ts'
import type { SearchKind } from '#core/search/kind.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { SearchEntry } from '#server/search/entry.ts'
import type { SearchSource } from '#server/search/source.ts'
import { publishedItems, type PublishedRow, type VersionRow, versionOf } from './plan-store.ts'

/** Plans and what they hold; published plans are read everywhere. */
export const planSource: SearchSource = {
  kinds: ['plan', 'target', 'task', 'project', 'park'],
  async *entries(db) {
    const plans = await db.selectFrom('plan').select(['regionCode', 'id']).orderBy('id').execute()
    for (const { regionCode, id } of plans) yield entriesOfPlan(db, regionCode, id)
  },
}

/** The documents of a region, found by it alone. */
export const documentSource: SearchSource = {
  kinds: ['document'],
  async *entries(db) {
    const rows = await db.selectFrom('document').select(['regionCode', 'id']).execute()
    for (const { regionCode, id } of rows) yield entriesOfDocument(db, regionCode, id)
  },
}

/** A document by its file name and, once it is read, by what it says. */
export async function entriesOfDocument(
  db: ReadDb,
  region: string,
  id: DocumentId,
): Promise<readonly SearchEntry[]> {
  const row = await db
    .selectFrom('document')
    .select(['fileName', 'text'])
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return []
  return [
    {
      region,
      kind: 'document',
      id,
      title: row.fileName,
      text: row.text ?? '',
      link: `/documents/${id}`,
      needs: 'read',
    },
  ]
}

const foundKinds = ['target', 'task', 'project', 'park'] as const satisfies readonly (ItemKind &
  SearchKind)[]

/** The version of a plan that is in force, with what it holds. */
export async function entriesOfPlan(
  db: ReadDb,
  region: string,
  plan: PlanId,
): Promise<readonly SearchEntry[]> {
  const version = await versionOf(db, region, plan)
  if (!version) return []
  const entries: SearchEntry[] = [planEntry(version)]
  for (const kind of foundKinds) {
    const items = await publishedItems(db, region, version.id, kind)
    entries.push(...items.map((item) => itemEntry(version, kind, item)))
  }
  return entries
}

function planEntry({ regionCode, planId, meta }: VersionRow): SearchEntry {
  const { title, documentNumber, issuer, region, period } = meta
  return {
    region: regionCode,
    kind: 'plan',
    id: planId,
    owner: planId,
    title,
    ...(documentNumber !== undefined && { keys: [documentNumber] }),
    text: words(issuer),
    context: `${region.name} ${period.start}—${period.end}`,
    link: `/plans/${regionCode}/${planId}`,
    needs: 'read',
    isEverywhere: true,
  }
}

function itemEntry(
  { regionCode, planId, meta }: VersionRow,
  kind: (typeof foundKinds)[number],
  { id, content }: PublishedRow,
): SearchEntry {
  const link =
    kind === 'target'
      ? (`/targets?planId=${planId}&target=${id}` as const)
      : (`/plans/${regionCode}/${planId}?tab=${kind}&item=${id}` as const)
  return {
    region: regionCode,
    kind,
    id,
    owner: planId,
    ...namesOf(kind, content),
    context: meta.title,
    link,
    needs: 'read',
    isEverywhere: true,
  }
}

// The kind tells which content it is.
function namesOf(
  kind: (typeof foundKinds)[number],
  content: PublishedRow['content'],
): Pick<SearchEntry, 'title' | 'text'> {
  switch (kind) {
    case 'target': {
      const { indicator, category, scope, unit, milestones } = content as TargetContent
      const figures = milestones.map(({ year, text }) => `${year}年 ${withUnit(text, unit)}`)
      const title = scope ? `${indicator}（${scope.name}）` : indicator
      return { title, text: words(category, ...figures) }
    }
    case 'task': {
      const { text, group, lead, responsible, deadline } = content as TaskContent
      return { title: text, text: words(group, ...lead, ...responsible, deadline?.text) }
    }
    case 'project': {
      const { name, sector, nature, content: what } = content as ProjectContent
      return { title: name, text: words(sector, nature, what) }
    }
    case 'park': {
      const { name, role, industries } = content as ParkContent
      return { title: name, text: words(role, ...industries) }
    }
  }
}

function words(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ')
}

function withUnit(text: string, unit: string | undefined): string {
  return unit === undefined || text.includes(unit) ? text : `${text}${unit}`
}
