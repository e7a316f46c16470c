import type { DraftItem } from '#contract/draft.ts'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useState } from 'react'
import { useProblemText } from '../ui/use-problem-text.ts'
import { conflictIn } from './edit/conflict.ts'
import { takeOver, useDecideItems } from './queries.ts'

export type Decision = 'accept' | 'reject' | 'restore'

/** What one wanted where somebody else was faster. */
export interface Conflict {
  readonly action: Decision
  readonly wanted: readonly DraftItem[]
  readonly current: readonly DraftItem[]
}

/** Decides on items; where another person changed one of them meanwhile, both versions are held up. */
export function useDecisions(draftId: string) {
  const { message } = App.useApp()
  const client = useQueryClient()
  const words = useProblemText()
  const { mutate } = useDecideItems(draftId)
  const [conflict, setConflict] = useState<Conflict>()

  const decide = useCallback(
    (action: Decision, wanted: readonly DraftItem[]) => {
      if (wanted.length === 0) return
      const items = wanted.map(({ id, revision }) => ({ id, revision }))
      mutate(
        { action, items },
        {
          onError: (error) => {
            const current = conflictIn(error)
            if (current) setConflict({ action, wanted, current })
            else void message.error(words(error).message)
          },
        },
      )
    },
    [mutate, message, words],
  )

  const settle = (mine: boolean) => {
    setConflict(undefined)
    if (!conflict) return
    void takeOver(client, draftId, conflict.current)
    if (!mine) return
    const now = new Map(conflict.current.map((item) => [item.id, item]))
    decide(
      conflict.action,
      conflict.wanted.map((item) => now.get(item.id) ?? item),
    )
  }

  return { decide, conflict, settle }
}
