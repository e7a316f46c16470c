import type { ItemContent, ItemKind, TargetContent } from '#contract/plan-items.ts'
import type { VersionId } from '#core/id.ts'
import { pathMethod } from '#core/trajectory/path-method.ts'
import { newId } from '#server/new-id.ts'
import type { PublishedRows, TargetRow } from './plan-store.ts'
import { type AnyContent, citationOfTable } from './plan-parts.ts'
import type { Citation } from '#core/document/citation.ts'

/** An item that is to be published, and for a target what it continues. */
export interface Publishing {
  readonly kind: ItemKind
  readonly position: number
  readonly content: AnyContent
  readonly citation: Citation | null
  /** The table the figures stand in, where there is no document. */
  readonly sourceTable: string | null
  readonly continues?: Pick<TargetRow, 'lineageId' | 'path' | 'pathChosen'>
}

interface Owner {
  readonly regionCode: string
  readonly versionId: VersionId
}

// The kind of an item says what its content is.
type ContentOf<Kind extends ItemKind> = Extract<ItemContent, { readonly kind: Kind }>['content']

/** The rows of a version, each kind with the columns it is searched by. */
export function publishedRows(owner: Owner, items: readonly Publishing[]): PublishedRows {
  const of = <Kind extends ItemKind>(kind: Kind) =>
    items
      .filter((item) => item.kind === kind)
      .map(({ position, content, citation, sourceTable, continues }) => ({
        base: { ...owner, id: newId(`plan-${kind}`), position, citation, sourceTable },
        content: content as ContentOf<Kind>,
        continues,
      }))
  return {
    targets: of('target').map(({ base, content, continues }) => ({
      ...base,
      id: newId('plan-target'),
      content,
      ...targetColumns(content, base.citation, continues),
    })),
    tasks: of('task').map(({ base, content }) => ({
      ...base,
      content,
      text: content.text,
      deadlineYear: content.deadline?.year ?? null,
    })),
    projects: of('project').map(({ base, content }) => ({
      ...base,
      content,
      name: content.name,
      sector: content.sector ?? null,
      startYear: content.startYear ?? null,
      endYear: content.endYear ?? null,
    })),
    industries: of('industry').map(({ base, content }) => ({
      ...base,
      content,
      name: content.name,
      parent: content.parent ?? null,
    })),
    parks: of('park').map(({ base, content }) => ({
      ...base,
      content,
      name: content.name,
    })),
  }
}

/** A path a person chose stays chosen in the next version. */
function targetColumns(
  content: TargetContent,
  citation: Citation | null,
  continues: Publishing['continues'],
) {
  const computed = pathMethod({ ...content, citation: citation ?? citationOfTable('') })
  return {
    lineageId: continues?.lineageId ?? newId('lineage'),
    indicator: content.indicator,
    category: content.category ?? null,
    scopeKind: content.scope?.kind ?? ('region' as const),
    scopeName: content.scope?.name ?? null,
    attribute: content.attribute ?? null,
    path: continues?.pathChosen === true ? continues.path : computed,
    pathChosen: continues?.pathChosen ?? false,
    revision: 0,
  }
}
