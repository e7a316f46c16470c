import type { DraftItem } from '#contract/draft.ts'
import { Button } from 'antd'
import { memo, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { FactList } from '../plan/fact-list.tsx'
import { itemTitle } from '../plan/item-words.ts'
import { quoteWords } from '../plan/quote-words.ts'
import type { zh } from '../messages/zh.ts'
import { Glyph } from '../ui/glyph.tsx'
import styles from './item-row.module.css'
import { ItemStatusBadge } from './item-status-badge.tsx'
import type { Decision } from './use-decisions.ts'

export interface ItemRowProps {
  readonly item: DraftItem
  readonly active: boolean
  readonly mayReview: boolean
  readonly onOpen: (id: string) => void
  readonly onDecide: (action: Decision, items: readonly DraftItem[]) => void
  readonly onEdit: (item: DraftItem) => void
}

/** One thing that was read: what it says, what is doubtful about it, the sentence, and what to do. */
export const ItemRow = memo(function ItemRow({
  item,
  active,
  mayReview,
  onOpen,
  onDecide,
  onEdit,
}: ItemRowProps) {
  const text = useTranslations('review')
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (active) place.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <li
      ref={place}
      className={styles.row}
      data-kind={item.kind}
      data-status={item.status}
      aria-current={active || undefined}
    >
      <div className={styles.top}>
        <button type="button" className={styles.title} onClick={() => onOpen(item.id)}>
          {itemTitle(item)}
        </button>
        {item.kind === 'target' && item.content.attribute && (
          <span className={styles.attribute}>{item.content.attribute}</span>
        )}
        <ItemStatusBadge status={item.status} />
      </div>
      <FactList item={item} />
      {item.status === 'pending' && <Doubts codes={item.doubts} />}
      {active && (
        <blockquote className={styles.quote}>
          {item.citation.where === 'table' ? quoteWords(item.citation.quote) : item.citation.quote}
          <footer>{item.citation.table ?? item.citation.section}</footer>
        </blockquote>
      )}
      {active && mayReview && (
        <div className={styles.actions}>
          {item.status !== 'accepted' && item.status !== 'corrected' && (
            <Button size="small" type="primary" onClick={() => onDecide('accept', [item])}>
              {text('accept')}
            </Button>
          )}
          <Button size="small" onClick={() => onEdit(item)}>
            {text('correct')}
          </Button>
          {item.status !== 'rejected' && (
            <Button size="small" danger onClick={() => onDecide('reject', [item])}>
              {text('reject')}
            </Button>
          )}
          {item.status !== 'pending' && (
            <Button size="small" type="text" onClick={() => onDecide('restore', [item])}>
              {text('restore')}
            </Button>
          )}
          {item.changedBy && <span className={styles.by}>{item.changedBy.name}</span>}
        </div>
      )}
    </li>
  )
})

type KnownDoubt = keyof (typeof zh)['doubt']

// Reading may come to doubt for reasons that have no words yet; their code is better than nothing.
function Doubts({ codes }: { codes: readonly string[] }) {
  const text = useTranslations('doubt')
  return codes.map((code) => (
    <p key={code} className={styles.doubt}>
      <Glyph shape="triangle" />
      {text.has(code as KnownDoubt) ? text(code as KnownDoubt) : code}
    </p>
  ))
}
