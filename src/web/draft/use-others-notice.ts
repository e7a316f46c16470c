import type { DraftItem } from '#contract/draft.ts'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { isReply } from './queries.ts'
import { changesOfOthers } from './review-list.ts'

/** Says when somebody else changed items while one looks at them. */
export function useOthersNotice(items: readonly DraftItem[], userId: string): void {
  const client = useQueryClient()
  const { message } = App.useApp()
  const text = useTranslations('review')
  const before = useRef(items)
  useEffect(() => {
    // The same person may have a second window; only a change just sent from here is one's own.
    const isSending = client.isMutating() > 0
    const changed = changesOfOthers(
      before.current,
      items,
      (item) => isReply(item) || (isSending && item.changedBy?.id === userId),
    )
    before.current = items
    const [first] = changed
    if (first?.changedBy) {
      void message.info(
        text('othersChanged', { name: first.changedBy.name, count: changed.length }),
      )
    }
  }, [items, userId, client, message, text])
}
