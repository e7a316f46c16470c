import type { Span } from '#core/document/document.ts'
import { closestMark, type Mark, piecesOf, segmentsOf } from './marks.ts'
import styles from './document-view.module.css'

/** A stretch of the document with what was marked in it. `joined`: breaks inside are not shown. */
export function MarkedText({
  text,
  span,
  marks,
  activeId,
  joined = false,
}: {
  /** Of the whole document. */
  text: string
  span: Span
  marks: readonly Mark[]
  activeId: string | undefined
  joined?: boolean
}) {
  const pieces = (start: number, end: number) => {
    if (!joined) return text.slice(start, end)
    return piecesOf(text, { start, end }).map((piece) => (
      <span key={piece.start} data-start={piece.start}>
        {text.slice(piece.start, piece.end)}
      </span>
    ))
  }
  return segmentsOf(span, marks).map((segment) => {
    const words = pieces(segment.start, segment.end)
    const mark = closestMark(segment.marks)
    if (!mark) {
      return (
        <span key={segment.start} data-start={segment.start}>
          {words}
        </span>
      )
    }
    const finding = segment.marks.find(({ kind }) => kind === 'finding')
    const active = segment.marks.some(({ id }) => id === activeId)
    return (
      <mark
        key={segment.start}
        className={styles.mark}
        data-start={segment.start}
        data-mark={mark.id}
        data-marks={segment.marks.map(({ id }) => id).join(' ')}
        data-kind={mark.kind}
        data-look={mark.look}
        data-finding={finding?.look}
        data-active={active || undefined}
      >
        {words}
      </mark>
    )
  })
}
