import type { Industry, Park, Project, Target, Task } from '../plan.ts'

/** What of a plan is held against another version: its items by kind. */
export interface ItemOf {
  readonly target: Target
  readonly task: Task
  readonly project: Project
  readonly industry: Industry
  readonly park: Park
}

export type ItemKind = keyof ItemOf

/**
 * What became of one item between two plans. Both items carry their citations, so that both
 * sentences can be shown side by side.
 */
export type PlanChange = { [Kind in ItemKind]: ChangeOf<Kind> }[ItemKind]

export type ChangeOf<Kind extends ItemKind> =
  | { readonly kind: Kind; readonly status: 'added'; readonly after: ItemOf[Kind] }
  | { readonly kind: Kind; readonly status: 'dropped'; readonly before: ItemOf[Kind] }
  | {
      readonly kind: Kind
      readonly status: 'changed'
      readonly before: ItemOf[Kind]
      readonly after: ItemOf[Kind]
      readonly fields: readonly FieldChange[]
    }
  | {
      readonly kind: Kind
      readonly status: 'unchanged'
      readonly before: ItemOf[Kind]
      readonly after: ItemOf[Kind]
    }

/** One field that differs. Absent on a side: the document does not give it there. */
export interface FieldChange {
  /** A stable code: `indicator`, `unit`, `baseline-value`, `milestone-value`, `lead`, `deadline` … */
  readonly field: string
  /** The year a milestone, or the years `2020-2025` a growth is for. */
  readonly year?: string
  readonly before?: FieldValue
  readonly after?: FieldValue
}

export type FieldValue = string | number | readonly string[]
