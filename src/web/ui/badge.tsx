import type { ReactNode } from 'react'
import styles from './badge.module.css'
import { Glyph, type GlyphShape } from './glyph.tsx'

export type Tone = 'ok' | 'warn' | 'bad' | 'none' | 'brand'

/** A state in shape, word and colour at once. */
export function Badge({
  tone,
  shape,
  children,
}: {
  tone: Tone
  shape?: GlyphShape
  children: ReactNode
}) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {shape && <Glyph shape={shape} />}
      {children}
    </span>
  )
}
