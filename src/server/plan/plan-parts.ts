import type { PlanMeta } from '#contract/draft.ts'
import type { ItemContent, ItemKind } from '#contract/plan-items.ts'
import type { Citation } from '#core/document/citation.ts'
import type { Doubt, Industry, Park, Plan, Project, Target, Task } from '#core/plan/plan.ts'

export const itemKinds = [
  'target',
  'task',
  'project',
  'industry',
  'park',
] as const satisfies readonly ItemKind[]

export type AnyItem = Target | Task | Project | Industry | Park
export type AnyContent = ItemContent['content']

/** One item of a plan, what it says parted from where it says so. */
export interface Part {
  readonly kind: ItemKind
  readonly content: AnyContent
  readonly citation: Citation
  readonly doubts: readonly Doubt[]
}

/** What a plan says about itself. */
export function metaOf(plan: Plan): PlanMeta {
  const { title, documentNumber, issuer, issuedOn, supersedes, region, period } = plan
  return {
    title,
    ...(documentNumber !== undefined && { documentNumber }),
    ...(issuer !== undefined && { issuer }),
    ...(issuedOn !== undefined && { issuedOn }),
    supersedes,
    region,
    period,
  }
}

/** The items of a plan, kind by kind, each kind in order of the document. */
export function partsOf(plan: Plan): readonly Part[] {
  return [
    ...partsOfKind('target', plan.targets),
    ...partsOfKind('task', plan.tasks),
    ...partsOfKind('project', plan.projects),
    ...partsOfKind('industry', plan.industries),
    ...partsOfKind('park', plan.parks),
  ]
}

function partsOfKind(kind: ItemKind, items: readonly AnyItem[]): readonly Part[] {
  return items.map(({ citation, doubts = [], ...content }) => ({ kind, content, citation, doubts }))
}

/** A content with its kind, as it travels; the pair was checked when it came in. */
export function itemContent(kind: ItemKind, content: AnyContent): ItemContent {
  return { kind, content } as ItemContent
}

/** Where an item stands that has no document: figures taken over from a table. */
export function citationOfTable(table: string): Citation {
  return { start: 0, end: 0, quote: '', where: 'table', table }
}

export interface Rebuilt<Source> {
  readonly plan: Plan
  /** The row an item of the plan was made of. */
  readonly sourceOf: (item: AnyItem) => Source | undefined
}

interface Stored {
  readonly kind: ItemKind
  readonly content: AnyContent
  readonly citation: Citation | null
}

/** A plan as the core knows it, from rows. */
export function planOf<Source extends Stored>(
  meta: PlanMeta,
  rows: readonly Source[],
): Rebuilt<Source> {
  const sources = new Map<AnyItem, Source>()
  const of = <Item extends AnyItem>(kind: ItemKind): Item[] =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => {
        const item = { ...row.content, citation: row.citation ?? citationOfTable('') } as Item
        sources.set(item, row)
        return item
      })
  const plan: Plan = {
    ...meta,
    targets: of<Target>('target'),
    tasks: of<Task>('task'),
    projects: of<Project>('project'),
    industries: of<Industry>('industry'),
    parks: of<Park>('park'),
    enterprises: [],
  }
  return { plan, sourceOf: (item) => sources.get(item) }
}
