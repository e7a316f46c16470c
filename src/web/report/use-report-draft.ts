import type { Report, saveReport } from '#contract/report.ts'
import type { Reply } from '#contract/route.ts'
import { cellsWithout } from '#core/report/listed-rows.ts'
import { useCallback, useEffect, useState } from 'react'
import {
  afterSave,
  draftOn,
  emptyDraft,
  isEmpty,
  keepDraft,
  keptDraft,
  type ReportDraft,
} from './report-draft.ts'
import { useSave } from './queries.ts'

export type Conflicts = Reply<typeof saveReport>['conflicts']
type Changes = Readonly<Record<string, string | null>>

/** Rest after the last key before what was typed is sent. */
const pause = 1200

/** What somebody types into a report: kept in this browser at once, saved a moment later, undone step by step. */
export function useReportDraft(report: Report, person: string) {
  const key = `jingwei.report.${person}.${report.line.id}`
  const [kept, setDraft] = useState(
    () => (report.mayWrite && keptDraft(localStorage, key)) || emptyDraft(report.revision),
  )
  const draft = draftOn(report, kept)
  const [past, setPast] = useState<readonly Changes[]>([])
  const [conflicts, setConflicts] = useState<Conflicts>([])
  const { mutate, isPending, isPaused, error, reset } = useSave()
  const isDirty = !isEmpty(draft)

  useEffect(() => {
    if (report.mayWrite) keepDraft(localStorage, key, draft)
  }, [key, draft, report.mayWrite])

  const save = useCallback(() => {
    const { revision, changes, explanations } = draft
    mutate(
      { id: report.line.id, revision, changes, explanations },
      {
        onSuccess: (saved) => {
          setDraft((now) => afterSave(now, { changes, explanations }, saved.report.revision))
          if (saved.conflicts.length > 0) setConflicts(saved.conflicts)
        },
      },
    )
  }, [draft, mutate, report.line.id, setConflicts])

  useEffect(() => {
    if (!report.mayWrite || !isDirty || isPending || error) return undefined
    const timer = setTimeout(save, pause)
    return () => clearTimeout(timer)
  }, [report.mayWrite, isDirty, isPending, error, save])

  const present = (cell: string) =>
    (cell in draft.changes ? draft.changes[cell] : report.cells[cell]) ?? null
  // A save on its way must still be heard: only a failed one is forgotten.
  const edit = (next: Partial<ReportDraft>) => {
    if (error) reset()
    setDraft({ ...draft, ...next })
  }
  const put = (changes: Changes) => edit({ changes: { ...draft.changes, ...changes } })
  return {
    draft,
    isSaving: isPending,
    /** The network is gone; what was sent goes out once it is back. */
    isPaused,
    failure: error,
    save,
    conflicts,
    /** Takes a conflict off the list, without a cell all of them. */
    settle: (cell?: string) =>
      setConflicts((now) => (cell === undefined ? [] : now.filter((one) => one.cell !== cell))),
    /** Conflicts met on another way, as by a workbook. */
    tell: setConflicts,
    /** Changes cells; what they were before is what `undo` brings back. */
    change: (changes: Changes) => {
      const changed = Object.entries(changes).filter(([cell, value]) => present(cell) !== value)
      if (changed.length === 0) return
      const before = Object.fromEntries(changed.map(([cell]) => [cell, present(cell)]))
      setPast((now) => [...now.slice(-99), before])
      put(Object.fromEntries(changed))
    },
    undo: () => {
      const last = past.at(-1)
      if (!last) return
      setPast(past.slice(0, -1))
      put(last)
    },
    canUndo: past.length > 0,
    /** Drops what was typed into a row that is there no more. */
    forget: (row: string) => {
      setPast((now) => now.map((step) => cellsWithout(step, row)))
      setDraft((now) => ({ ...now, changes: cellsWithout(now.changes, row) }))
    },
    say: (check: string, words: string) =>
      edit({ explanations: { ...draft.explanations, [check]: words } }),
  }
}

export type DraftHandle = ReturnType<typeof useReportDraft>
