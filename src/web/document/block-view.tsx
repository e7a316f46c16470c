import type { Block } from '#core/document/document.ts'
import { memo } from 'react'
import type { Mark } from './marks.ts'
import { MarkedText } from './marked-text.tsx'
import { TableBlock } from './table-block.tsx'
import styles from './document-view.module.css'

export interface BlockViewProps {
  readonly text: string
  readonly block: Block
  readonly marks: readonly Mark[]
  /** Given only where one of the marks is the active one, so that other blocks are not drawn anew. */
  readonly activeId: string | undefined
}

/** One block of a document as a person would expect to see it on paper. */
export const BlockView = memo(function BlockView(props: BlockViewProps) {
  const { block } = props
  if (block.kind === 'table') return <TableBlock {...props} table={block} />
  const words = <MarkedText {...props} span={block} />
  if (block.kind === 'heading') {
    return (
      // All of one rank: only what is in view is drawn, and ranks that skip mislead. The outline has them.
      <h2 className={styles.heading} data-level={Math.min(block.level, 4)}>
        {words}
      </h2>
    )
  }
  return (
    <p
      className={styles.paragraph}
      data-role={block.role}
      data-mark={block.mark ? true : undefined}
      data-box={block.box ? true : undefined}
    >
      {words}
    </p>
  )
})
