import type { Draft, DraftFinding, DraftItem } from '#contract/draft.ts'
import { Button, Segmented, Tabs } from 'antd'
import { memo } from 'react'
import { useTranslations } from 'use-intl'
import { FindingCard } from '../finding/finding-card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import styles from './item-pane.module.css'
import { ItemRow } from './item-row.tsx'
import { itemKinds, type Show, soundOnes } from './review-list.ts'
import type { Decision } from './use-decisions.ts'
import type { Tab } from './use-review-place.ts'

/** What was read, kind by kind, to be gone through. */
export const ItemPane = memo(function ItemPane({
  draft,
  items,
  findings,
  list,
  tab,
  show,
  activeId,
  mayReview,
  onChoose,
  onOpen,
  onDecide,
  onEdit,
}: {
  draft: Draft
  items: readonly DraftItem[]
  findings: readonly DraftFinding[]
  /** What the tab and filter let through, in order. */
  list: readonly (DraftItem | DraftFinding)[]
  tab: Tab
  show: Show
  activeId: string | undefined
  mayReview: boolean
  onChoose: (next: { tab?: Tab; show?: Show; item?: string | undefined }) => void
  onOpen: (id: string) => void
  onDecide: (action: Decision, items: readonly DraftItem[]) => void
  onEdit: (item: DraftItem) => void
}) {
  const text = useTranslations('review')
  const kinds = useTranslations('kind')
  const sound = soundOnes(items.filter((item) => item.kind === tab))
  const openFindings = findings.filter(({ status }) => status === 'open').length
  const tabs = [
    ...itemKinds.map((kind) => ({
      key: kind,
      label: `${kinds(kind)} ${items.filter((item) => item.kind === kind).length}`,
    })),
    { key: 'finding' as const, label: `${kinds('finding')} ${openFindings}` },
  ]
  return (
    <section className={styles.pane} aria-label={text('sideList')}>
      <Tabs
        activeKey={tab}
        items={tabs}
        onChange={(key) => {
          const chosen = tabs.find((one) => one.key === key)
          if (chosen) onChoose({ tab: chosen.key, item: undefined })
        }}
      />
      {tab !== 'finding' && (
        <div className={styles.tools}>
          <Segmented<Show>
            size="small"
            value={show}
            onChange={(show) => onChoose({ show })}
            options={(['all', 'doubtful', 'pending', 'decided'] as const).map((value) => ({
              value,
              label: text(`show.${value}`),
            }))}
          />
          {draft.status === 'reviewing' && (
            <span className={styles.progress}>
              {text('left', { count: draft.counts[tab].pending })}
            </span>
          )}
          {mayReview && sound.length > 0 && (
            <Button size="small" onClick={() => onDecide('accept', sound)}>
              {text('acceptSound', { count: sound.length })}
            </Button>
          )}
        </div>
      )}
      <ul className={styles.list}>
        {list.map((entry) =>
          'kind' in entry ? (
            <ItemRow
              key={entry.id}
              item={entry}
              active={entry.id === activeId}
              mayReview={mayReview}
              onOpen={onOpen}
              onDecide={onDecide}
              onEdit={onEdit}
            />
          ) : (
            <li key={entry.id}>
              <FindingCard
                finding={entry}
                draftId={draft.id}
                active={entry.id === activeId}
                mayReview={mayReview}
                onOpen={() => onOpen(entry.id)}
              />
            </li>
          ),
        )}
      </ul>
      {list.length === 0 && <EmptyState title={text('nothing')} hint={text('nothingHint')} />}
    </section>
  )
})
