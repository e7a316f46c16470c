import type { DraftItem } from '#contract/draft.ts'
import { App } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { changesOfOthers } from './review-list.ts'

/** Says when somebody else changed items while one looks at them. */
export function useOthersNotice(items: readonly DraftItem[], userId: string): void {
  const { message } = App.useApp()
  const text = useTranslations('review')
  const before = useRef(items)
  useEffect(() => {
    const changed = changesOfOthers(before.current, items, userId)
    before.current = items
    const [first] = changed
    if (first?.changedBy) {
      void message.info(
        text('othersChanged', { name: first.changedBy.name, count: changed.length }),
      )
    }
  }, [items, userId, message, text])
}
