import type { Document, Span } from '#core/document/document.ts'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { BlockView } from './block-view.tsx'
import { type Mark, marksByBlock } from './marks.ts'
import { useMarkClicks } from './use-mark-clicks.ts'
import { type Aim, useScrollToPlace } from './use-scroll-to-place.ts'
import styles from './document-view.module.css'

const noMarks: readonly Mark[] = []

/** A document to read, with marks; only what is near the view is drawn, whatever its length. */
export function DocumentView({
  document,
  marks,
  activeId,
  aim,
  onMark,
  onSelect,
  onRead,
}: {
  document: Document
  marks: readonly Mark[]
  activeId?: string | undefined
  aim?: Aim | undefined
  onMark?: (id: string) => void
  onSelect?: (span: Span | undefined, at: DOMRect | undefined) => void
  /** Hears the index of the uppermost block in view. */
  onRead?: (index: number) => void
}) {
  const words = useTranslations('document')
  const frame = useRef<HTMLElement>(null)
  const byBlock = useMemo(() => marksByBlock(document.blocks, marks), [document, marks])
  // oxlint-disable-next-line react/incompatible-library -- it gives new rows at each scroll, as wanted
  const rows = useVirtualizer({
    count: document.blocks.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => estimatedHeight(document.blocks[index]),
    overscan: 6,
    onChange: ({ range }) => {
      if (range) onRead?.(range.startIndex)
    },
  })
  useScrollToPlace({ frame, blocks: document.blocks, rows, aim })
  useMarkClicks({ frame, text: document.text, onMark, onSelect })

  return (
    <ScrollRegion ref={frame} className={styles.frame} label={words('text')}>
      <div className={styles.paper} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const block = document.blocks[index]
          if (!block) return undefined
          const own = byBlock.get(index) ?? noMarks
          return (
            <div
              key={index}
              ref={rows.measureElement}
              data-index={index}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
            >
              <BlockView
                text={document.text}
                block={block}
                marks={own}
                activeId={own.some(({ id }) => id === activeId) ? activeId : undefined}
              />
            </div>
          )
        })}
      </div>
    </ScrollRegion>
  )
}

// Near enough for the scrollbar; the true height is measured when a block is drawn.
function estimatedHeight(block: Document['blocks'][number] | undefined): number {
  if (!block) return 0
  if (block.kind === 'table') return 40 + block.rows * 36
  return 14 + Math.ceil((block.end - block.start) / 36) * 28
}
