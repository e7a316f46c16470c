import type { SheetReport } from '#contract/collection.ts'
import type { SheetChanges } from './sheet-paste.ts'

/** What was typed into one report of the sheet and is not saved, with the revision it was typed on. */
export interface LineDraft {
  readonly revision: number
  readonly changes: Readonly<Record<string, string | null>>
}

/** By report. */
export type SheetDraft = ReadonlyMap<string, LineDraft>

/** Puts changes beside what is typed already; what is saved just so is no change. */
export function withChanges(
  draft: SheetDraft,
  changes: SheetChanges,
  reportOf: (id: string) => SheetReport | undefined,
): SheetDraft {
  const next = new Map(draft)
  for (const [id, cells] of changes) {
    const report = reportOf(id)
    if (!report) continue
    const held = draft.get(id) ?? { revision: report.revision, changes: {} }
    const all = { ...held.changes, ...cells }
    const left = Object.entries(all).filter(
      ([cell, value]) => value !== (report.cells[cell] ?? null),
    )
    if (left.length === 0) next.delete(id)
    else next.set(id, { revision: held.revision, changes: Object.fromEntries(left) })
  }
  return next
}

/** What is left of a draft once `sent` is saved: whatever was typed while it was on its way. */
export function afterSaving(
  draft: SheetDraft,
  sent: SheetDraft,
  saved: readonly Pick<SheetReport, 'id' | 'revision'>[],
): SheetDraft {
  const revisions = new Map<string, number>(saved.map(({ id, revision }) => [id, revision]))
  return new Map(
    [...draft].flatMap(([id, line]) => {
      const revision = revisions.get(id)
      const gone = sent.get(id)?.changes
      if (revision === undefined || gone === undefined) return sent.has(id) ? [] : [[id, line]]
      const left = Object.entries(line.changes).filter(
        ([cell, value]) => !(cell in gone) || gone[cell] !== value,
      )
      return left.length === 0 ? [] : [[id, { revision, changes: Object.fromEntries(left) }]]
    }),
  )
}

/** As text, to outlive a reload. */
export function writtenDraft(draft: SheetDraft): string {
  return JSON.stringify([...draft])
}

/** A draft that was kept; empty where it cannot be read. */
export function readDraft(text: string | null): SheetDraft {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return new Map(Array.isArray(kept) ? kept.filter(isLine) : [])
  } catch {
    return new Map()
  }
}

function isLine(line: unknown): line is [string, LineDraft] {
  if (!Array.isArray(line) || typeof line[0] !== 'string') return false
  const held: unknown = line[1]
  return (
    typeof held === 'object' &&
    held !== null &&
    'revision' in held &&
    typeof held.revision === 'number' &&
    'changes' in held &&
    typeof held.changes === 'object' &&
    held.changes !== null
  )
}
