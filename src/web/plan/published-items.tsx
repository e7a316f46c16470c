import type { PublishedItem } from '#contract/plan.ts'
import type { ItemKind } from '#contract/plan-items.ts'
import { useNavigate } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { useTranslations } from 'use-intl'
import { itemKinds } from '../draft/review-list.ts'
import { CitationChip } from '../ui/citation-chip.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FactList } from './fact-list.tsx'
import { itemTitle } from './item-words.ts'
import styles from './published-items.module.css'

/** What a version holds, kind by kind, each with its source. */
export function PublishedItems({
  items,
  documentId,
  kind,
  shown: shownId,
  onKind,
}: {
  items: readonly PublishedItem[]
  documentId: string | undefined
  kind: ItemKind
  /** The item to bring into sight. */
  shown: string | undefined
  onKind: (kind: ItemKind) => void
}) {
  const text = useTranslations('plan')
  const kinds = useTranslations('kind')
  const navigate = useNavigate()
  const shown = items.filter((item) => item.kind === kind)
  return (
    <section className={styles.items} aria-label={text('contents')}>
      <Tabs
        activeKey={kind}
        onChange={(key) => {
          const chosen = itemKinds.find((one) => one === key)
          if (chosen) onKind(chosen)
        }}
        items={itemKinds.map((one) => ({
          key: one,
          label: `${kinds(one)} ${items.filter((item) => item.kind === one).length}`,
        }))}
      />
      {shown.length === 0 && <EmptyState title={text('nothing')} />}
      <ol className={styles.list}>
        {shown.map((item) => (
          <li
            key={item.id}
            {...(item.id === shownId && { ref: bringIntoSight, 'aria-current': 'true' as const })}
          >
            <div className={styles.words}>
              <p className={styles.title} data-kind={item.kind}>
                {itemTitle(item)}
              </p>
              <FactList item={item} />
            </div>
            {item.citation && documentId ? (
              <CitationChip
                place={
                  item.citation.table ?? item.citation.section?.split(' > ').at(-1) ?? text('text')
                }
                quote={item.citation.quote}
                onOpen={() =>
                  void navigate({
                    to: '/documents/$documentId',
                    params: { documentId },
                    search: { start: item.citation?.start, end: item.citation?.end },
                  })
                }
              />
            ) : (
              item.table && <span className={styles.table}>{item.table}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function bringIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'center' })
}
