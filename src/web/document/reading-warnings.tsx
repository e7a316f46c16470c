import type { DocumentWarning } from '#contract/document.ts'
import { problemText } from '#contract/texts/problem-texts.zh.ts'
import { Glyph } from '../ui/glyph.tsx'
import styles from './reading-warnings.module.css'

/** What a reader should know about how the file was read: revisions taken in, footnotes left out. */
export function ReadingWarnings({ warnings }: { warnings: readonly DocumentWarning[] }) {
  if (warnings.length === 0) return undefined
  return (
    <ul className={styles.warnings}>
      {warnings.map((warning) => {
        const words = problemText(warning)
        return (
          <li key={words}>
            <Glyph shape="triangle" />
            {words}
          </li>
        )
      })}
    </ul>
  )
}
