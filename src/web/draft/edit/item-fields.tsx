import type { ItemKind } from '#contract/plan-items.ts'
import { AreaFields } from './area-fields.tsx'
import { ProjectFields } from './project-fields.tsx'
import { TargetFields } from './target-fields.tsx'
import { TaskFields } from './task-fields.tsx'

/** The fields of an item by its kind. */
export function ItemFields({ kind }: { kind: ItemKind }) {
  switch (kind) {
    case 'target':
      return <TargetFields />
    case 'task':
      return <TaskFields />
    case 'project':
      return <ProjectFields />
    case 'industry':
    case 'park':
      return <AreaFields kind={kind} />
  }
}
