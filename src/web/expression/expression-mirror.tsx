import type { RefObject } from 'react'
import styles from './expression-editor.module.css'
import { marksOf } from './marks.ts'
import type { Verdict } from './vocabulary.ts'

/** The text once more behind the text area: it gives the height, carries the marks and knows where a character is. */
export function ExpressionMirror({
  value,
  verdict,
  from,
  anchor,
}: {
  value: string
  verdict: Verdict
  /** The character that `anchor` is put on. */
  from: number
  anchor: RefObject<HTMLSpanElement | null>
}) {
  const wrong = verdict.is === 'wrong' ? verdict : undefined
  const marks = marksOf(value, wrong, [Math.min(from, value.length)])
  const isShort = wrong !== undefined && wrong.start >= value.length
  return (
    <div className={styles.mirror} aria-hidden="true">
      {marks.map((mark) => (
        <span
          key={mark.start}
          ref={mark.start === from ? anchor : undefined}
          data-tone={mark.tone}
          data-wrong={mark.isWrong}
        >
          {mark.text}
        </span>
      ))}
      <span ref={from >= value.length ? anchor : undefined} data-wrong={isShort}>
        {isShort ? '\u00a0\u00a0' : '\u200b'}
      </span>
    </div>
  )
}
