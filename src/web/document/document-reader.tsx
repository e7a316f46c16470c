import type { Document } from '#core/document/document.ts'
import { useMemo, useState } from 'react'
import { DocumentView } from './document-view.tsx'
import type { Aim } from './use-scroll-to-place.ts'
import styles from './document-reader.module.css'
import type { Mark } from './marks.ts'
import { entryAt, outlineOf } from './outline.ts'
import { OutlineList } from './outline-list.tsx'

/** A document with its structure beside it and, if asked for, one place marked. */
export function DocumentReader({
  document,
  start,
  end = start === undefined ? undefined : start + 1,
}: {
  document: Document
  /** The place to mark. */
  start: number | undefined
  end: number | undefined
}) {
  const [read, setRead] = useState(0)
  const [aim, setAim] = useState<Aim | undefined>(
    start === undefined ? undefined : { place: start, ticket: 0 },
  )
  const outline = useMemo(() => outlineOf(document), [document])
  const marks = useMemo(
    (): readonly Mark[] =>
      start === undefined || end === undefined
        ? []
        : [{ id: 'place', kind: 'place', look: 'pending', start, end }],
    [start, end],
  )
  return (
    <div className={styles.reader}>
      <div className={styles.outline}>
        <OutlineList
          outline={outline}
          current={entryAt(outline, read)}
          onChoose={({ index }) =>
            setAim((last) => ({
              place: document.blocks[index]?.start ?? 0,
              ticket: (last?.ticket ?? 0) + 1,
            }))
          }
        />
      </div>
      <DocumentView document={document} marks={marks} activeId="place" aim={aim} onRead={setRead} />
    </div>
  )
}
