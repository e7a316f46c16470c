import type { SheetReport } from '#contract/collection.ts'
import type { saveSheet } from '#contract/collection.ts'
import type { Reply } from '#contract/route.ts'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { type Round, useSaveSheet } from './queries.ts'
import {
  afterSaving,
  readDraft,
  type SheetDraft,
  withChanges,
  writtenDraft,
} from './sheet-draft.ts'
import type { SheetChanges } from './sheet-paste.ts'

export type SheetConflicts = Reply<typeof saveSheet>['conflicts']

/** Rest after the last key before what was typed is sent. */
const pause = 1200
// As many as one request takes.
const atOnce = 500

/** What is typed into many reports: kept in this browser at once, saved a moment later, undone step by step. */
export function useSheetDraft(round: Round, person: string, reports: readonly SheetReport[]) {
  const key = `jingwei.sheet.${person}.${round.form}.${round.period}`
  const known = useMemo(
    () => new Map<string, SheetReport>(reports.map((one) => [one.id, one])),
    [reports],
  )
  const [draft, setDraft] = useState<SheetDraft>(() => readDraft(localStorage.getItem(key)))
  const [past, setPast] = useState<readonly SheetChanges[]>([])
  const [conflicts, setConflicts] = useState<SheetConflicts>([])
  const { mutate, isPending, isPaused, error, reset } = useSaveSheet(round)
  const isDirty = draft.size > 0

  useEffect(() => {
    if (isDirty) localStorage.setItem(key, writtenDraft(draft))
    else localStorage.removeItem(key)
  }, [key, draft, isDirty])

  const save = useCallback(() => {
    const sent: SheetDraft = new Map([...draft].slice(0, atOnce))
    mutate(
      {
        ...round,
        reports: [...sent].map(([id, line]) => ({ id: id as SheetReport['id'], ...line })),
      },
      {
        onSuccess: (saved) => {
          setDraft((now) => afterSaving(now, sent, saved.reports))
          setConflicts((now) => [...now, ...saved.conflicts])
        },
      },
    )
  }, [draft, mutate, round])

  useEffect(() => {
    if (!isDirty || isPending || error) return undefined
    const timer = setTimeout(save, pause)
    return () => clearTimeout(timer)
  }, [isDirty, isPending, error, save])

  const put = (changes: SheetChanges) => {
    if (error) reset()
    setDraft((now) => withChanges(now, changes, (id) => known.get(id)))
  }
  const present = (id: string, cell: string): string | null => {
    const typed = draft.get(id)?.changes
    return typed && cell in typed ? (typed[cell] ?? null) : (known.get(id)?.cells[cell] ?? null)
  }
  return {
    draft,
    isDirty,
    isSaving: isPending,
    /** The network is gone; what was sent goes out once it is back. */
    isPaused,
    failure: error,
    save,
    conflicts,
    settle: () => setConflicts([]),
    /** Changes cells; what they were before is what `undo` brings back. */
    change: (changes: SheetChanges) => {
      const before = new Map(
        [...changes].map(([id, cells]) => [
          id,
          Object.fromEntries(Object.keys(cells).map((cell) => [cell, present(id, cell)])),
        ]),
      )
      setPast((now) => [...now.slice(-19), before])
      put(changes)
    },
    undo: () => {
      const last = past.at(-1)
      if (!last) return
      setPast(past.slice(0, -1))
      put(last)
    },
    canUndo: past.length > 0,
  }
}
