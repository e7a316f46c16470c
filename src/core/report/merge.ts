/** Cells as they are kept: by key, and the revision of the report each was last changed with. */
export interface KeptCells {
  readonly cells: Readonly<Record<string, string>>
  readonly cellRevisions: Readonly<Record<string, number>>
  readonly revision: number
}

export interface CellConflict {
  readonly cell: string
  readonly theirs: string | null
  readonly mine: string | null
}

export interface MergedCells {
  readonly kept: KeptCells
  readonly changed: readonly string[]
  readonly conflicts: readonly CellConflict[]
}

/**
 * Puts changes made on an earlier revision beside what others changed since, cell by cell: of a cell both
 * changed, theirs stays and mine is told. Cells that are `fixed` for everybody count as theirs. [K5]
 */
export function mergeChanges(
  kept: KeptCells,
  change: {
    readonly revision: number
    readonly changes: Readonly<Record<string, string | null>>
    readonly fixed: ReadonlyMap<string, string>
  },
): MergedCells {
  const cells = new Map(Object.entries(kept.cells))
  const revisions = new Map(Object.entries(kept.cellRevisions))
  const changed: string[] = []
  const conflicts: CellConflict[] = []
  for (const [cell, mine] of Object.entries(change.changes)) {
    const fixed = change.fixed.get(cell)
    const theirs = fixed ?? cells.get(cell) ?? null
    if (theirs === mine) continue
    if (fixed !== undefined || (revisions.get(cell) ?? 0) > change.revision) {
      conflicts.push({ cell, theirs, mine })
      continue
    }
    changed.push(cell)
    revisions.set(cell, kept.revision + 1)
    if (mine === null) cells.delete(cell)
    else cells.set(cell, mine)
  }
  return {
    kept: {
      cells: Object.fromEntries(cells),
      cellRevisions: Object.fromEntries(revisions),
      revision: changed.length > 0 ? kept.revision + 1 : kept.revision,
    },
    changed,
    conflicts,
  }
}
